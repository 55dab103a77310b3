package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// reportMixedAnswers reports the answers by message that one branch takes as numbers and as words, when they are
// handed on to a server or into a task as they were written: once.
func reportMixedAnswers(p *lint.Pass) {
	for _, m := range answers.Menus.Of(p) {
		if m.Question.Needs() != schemas.NeedsMessage {
			continue
		}
		j := slices.IndexFunc(m.Branches, func(b reads.Branch) bool { return takesBothForms(m, b) })
		if j < 0 {
			continue
		}
		r, ok := handedOn(p.Flow, m, m.Branches[j].Transition)
		if !ok {
			continue
		}
		p.Reportf(r.Place(), "%s is given the answer to %s as it was written, and %s takes numbers and words for one choice; pass one of them",
			r.Widget.Label(), m.Question.Label(), m.Split.Label()).Relate(m.Branches[j], "what is taken")
		return
	}
}

// takesBothForms reports whether a branch takes two and more of the numbers that a question offers, and two and more
// words.
func takesBothForms(m *answers.Menu, b reads.Branch) bool {
	const least = 2
	if !b.Literal || b.Condition.Operator != split.MatchesAnyOf {
		return false
	}
	numbers, others := 0, 0
	choices := m.Choices()
	for _, text := range b.Comparison.Entries() {
		switch {
		case strings.Trim(text, "0123456789") != "":
			others++
		case slices.ContainsFunc(choices, func(o answers.Offer) bool { return o.Answer == text }):
			numbers++
		}
	}
	return numbers >= least && others >= least
}

// handedOn returns where the answer to a question, as it was written, is a value of a request or a task to which one
// comes from a branch.
func handedOn(f *flow.Flow, m *answers.Menu, from *flow.Transition) (flow.Ref, bool) {
	for r := range reads.UsesOf(f, m.Question) {
		filters, printed := reads.Printed(r)
		if !printed || len(filters) > 0 || !effects.TakesAnswers(r.Widget) || reads.KeyOf(r) == "" && reads.FieldOf(r) == "" || offer.NamesText(reads.KeyOf(r)) {
			continue
		}
		if from.Meant == r.Widget || from.Meant != nil && f.CanPrecede(from.Meant, r.Widget) {
			return r, true
		}
	}
	return flow.Ref{}, false
}
