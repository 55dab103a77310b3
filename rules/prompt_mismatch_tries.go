package rules

import (
	"slices"
	"strconv"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportTriesSpent reports the texts after too many wrong answers that name another number of tries than there
// were: once.
func reportTriesSpent(p *lint.Pass) {
	const most = 40 // texts whose loops are looked at
	var d *finding.Diagnostic
	looked := 0
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || p.Flow.LoopOf(w) != nil {
			continue
		}
		n := effects.Prompt(w)
		told, said := offer.TriesSpent(n.Text())
		if told < 1 {
			continue
		}
		if looked++; looked > most {
			return
		}
		b, tries := givenUpAt(p, w)
		switch {
		case b == nil || tries == told:
		case d == nil:
			d = p.Reportf(n, "%s says %s, but there are %d until %s (%s); write the same number into both", w.Label(), words.Quote(said), tries, b.Transition.From.Label(), b.Words()).
				Relate(b, "where they are counted").Identify(w.Label())
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}

// givenUpAt returns the branch of a split on a counter after which a text comes when there were too many
// tries, and how many they were; nil when that is not known.
func givenUpAt(p *lint.Pass, told *flow.Widget) (*reads.Branch, int) {
	const most = 8 // splits
	into := effects.Into(told)
	for _, t := range into[:min(len(into), most)] {
		if !t.From.Facts.Split {
			continue
		}
		for i := range reads.Branches.Of(p)[t.From.Index] {
			b := &reads.Branches.Of(p)[t.From.Index][i]
			if n, ok := answers.Tries(p.Document, *b); ok {
				return b, n
			}
		}
	}
	return nil, 0
}

// reportTries reports the questions that allow another number of tries than their loop counts: once.
func reportTries(p *lint.Pass) {
	const most = 40 // questions whose loops are looked at
	var d *finding.Diagnostic
	looked := 0
	for _, w := range p.Flow.Widgets {
		text := effects.Prompt(w).Text()
		if act := effects.ActOf(w); act != effects.Asks && act != effects.Tells || p.Flow.LoopOf(w) == nil || !offer.MayCountTries(text) {
			continue
		}
		tries, said := offer.Tries(text)
		if looked++; said == "" || looked > most {
			continue
		}
		b := triesCounted(p, w, tries)
		switch {
		case b == nil:
		case d == nil:
			d = p.Reportf(effects.Prompt(w), "%s says %s, but %s goes by %s; write the same number into both", w.Label(), words.Quote(said), b.Transition.From.Label(), b.Words()).
				Relate(b, "where they are counted").Identify(w.Label())
		default:
			d.Also(effects.Prompt(w), "so it is with "+w.Label())
		}
	}
}

// triesCounted returns the branch of a split, in the loop of a question, that compares a counter with
// a number that is not near the number of tries; nil when there is none, or one that is near.
func triesCounted(p *lint.Pass, question *flow.Widget, said int) (far *reads.Branch) {
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !p.Flow.SameLoop(question, w) {
			continue
		}
		for i := range reads.Branches.Of(p)[w.Index] {
			b := &reads.Branches.Of(p)[w.Index][i]
			number, err := strconv.Atoi(b.Comparison.Value())
			if operator := b.Comparison.Operator(); !b.Literal || err != nil ||
				operator != split.EqualTo && !split.IsBound(operator) ||
				!isCounter(p, b, question) {
				continue
			}
			if said >= number-1 && said <= number+2 { // counted from 0 or from 1, before or after the try
				if n, ok := answers.Tries(p.Document, *b); ok && n != said {
					return b
				}
				return nil
			}
			far = b
		}
	}
	return far
}

// isCounter reports whether a branch tests a variable that is counted up in the loop of a question.
func isCounter(p *lint.Pass, b *reads.Branch, question *flow.Widget) bool {
	r, ok := reads.OnlyRead(p.Flow, b.Condition)
	if !ok {
		return false
	}
	key, ok := reads.VariableOf(p.Flow, r)
	if !ok || key == "" || p.Flow.Variable(key) == nil {
		return false
	}
	return slices.ContainsFunc(p.Flow.Variable(key).Writes, func(by flow.Write) bool {
		return p.Flow.SameLoop(question, by.Widget) && reads.AddsOne(p.Flow, by.Value)
	})
}
