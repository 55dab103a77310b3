package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportExchangedSilences reports the questions whose answer leads where silence at another one does, and whose silence leads
// as the answers to that.
func reportExchangedSilences(p *lint.Pass) {
	for _, t := range answers.ThankedSilences.Of(p) {
		p.Reportf(t.Silence.NextNode, "%s leads to %s when nobody answers, as all answers do; at %s silence leads to %s: crossed?",
			t.Silence.From.Label(), t.Told.Label(), t.Other.From.Label(), reads.Target(t.Other)).Relate(t.Told, "what is said then")
	}
	for _, e := range answers.ExchangedSilences(p.Document) {
		p.Reportf(e.Answer.NextNode, "the answer to %s leads to %s, as silence at %s does, and silence (%s) to %[3]s: exchanged?",
			e.Answer.From.Label(), reads.Target(e.Answer), e.Next.From.Label(), words.Quote(e.Silence.Event)).
			Relate(e.Silence.NextNode, "where its own silence leads")
	}
}
