package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportExchangedAnswers reports the requests that are given the answers to two questions each under the name of what the
// other one asks for, as the words of the questions tell. Where their names tell it, wrong-question does.
func reportExchangedAnswers(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || !p.Flow.Reachable(w) {
			continue
		}
		given := misnamedAnswers(p, w)
		for i, a := range given {
			for _, b := range given[:i] {
				if a.key != b.asked || b.key != a.asked {
					continue
				}
				p.Reportf(b.ref.Place(), "%s has the answer to %s as %s, and that to %s as %s; exchange the two", w.Label(),
					b.question.Label(), words.Quote(reads.KeyOf(b.ref)), a.question.Label(), words.Quote(reads.KeyOf(a.ref))).
					As(finding.Warning).Relate(a.ref.Place(), "the other one")
				return
			}
		}
	}
}

// A misnamed is an answer that is given under the name of something else than its question asks for.
type misnamed struct {
	ref        flow.Ref
	question   *flow.Widget
	key, asked int // what the name stands for, and what is asked for
}

func misnamedAnswers(p *lint.Pass, w *flow.Widget) (all []misnamed) {
	const most = 12 // answers that one request is given
	for _, t := range p.Flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if _, printed := reads.Printed(r); !printed || !reads.IsAnswer(p.Flow, r) || len(all) == most {
				continue
			}
			question := reads.Widget(p.Flow, r)
			if question == nil {
				continue
			}
			if _, told := offer.DataKind(asWords(question.Name)); told {
				continue
			}
			key, ok := offer.DataKind(asWords(reads.KeyOf(r)))
			asked, asks := offer.DataKind(effects.Prompt(question).Text())
			if ok && asks && key != asked {
				all = append(all, misnamed{r, question, key, asked})
			}
		}
	}
	return all
}

// asWords writes the words of a name side by side.
func asWords(name string) string { return strings.Join(words.In(name), " ") }
