package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Reversal is a question whether an answer was understood aright, where yes leads back to the
// question for that answer, and no goes on.
type Reversal struct {
	Question, Again *flow.Widget
	Yes, No         reads.Branch
}

// Reversals are those of a flow.
var Reversals = lint.NewFact(func(d *project.Document) []Reversal {
	var all []Reversal
	for _, m := range AllMenus.Of(d) {
		text := effects.ToldBefore(m.Question)
		if !offer.AsksIfRight(text) {
			continue
		}
		yes, no := m.minds(text)
		if yes == nil || no == nil {
			continue
		}
		again := backTo(m.Leads(yes.Transition))
		if to := m.Leads(no.Transition); again == nil || to == nil || again == to || again == m.Question ||
			!echoes(d.Flow, m.Question, again) || leadsTo(to, again) {
			continue
		}
		all = append(all, Reversal{m.Question, again, *yes, *no})
	}
	return all
})

// backTo returns the question to which a widget leads over steps that count, decide whether there were too many, or tell
// something; the widget itself where none comes so.
func backTo(w *flow.Widget) *flow.Widget {
	const longest = 5
	at := w
	for range longest {
		var next *flow.Transition
		switch {
		case at == nil:
			return w
		case Asks(at):
			return at
		case effects.ActOf(at) == effects.Sets || effects.ActOf(at) == effects.Tells:
			next = at.Onward()
		case at.Facts.Split:
			next = at.OnKind(schemas.KindNoMatch)
		}
		if next == nil {
			return w
		}
		at = next.Meant
	}
	return w
}

// IsYes reports whether a branch takes a yes, beside one for a no that leads elsewhere.
func (m *Menu) IsYes(b reads.Branch) bool {
	yes, no := m.branchOf(words.IsPlainYes), m.branchOf(words.IsPlainNo)
	return yes != nil && no != nil && yes.Transition == b.Transition && m.Leads(no.Transition) != m.Leads(b.Transition)
}

// branchOf returns the branch that takes an answer of one kind, nil when there is none.
func (m *Menu) branchOf(kind func(text string) bool) *reads.Branch {
	i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool {
		own := []string{b.Comparison.Value()}
		if list, ok := b.Comparison.Texts(); ok {
			own = list
		}
		return slices.ContainsFunc(own, kind)
	})
	if i < 0 {
		return nil
	}
	return &m.Branches[i]
}

// echoes reports whether a question says what was answered to another one.
func echoes(f *flow.Flow, question, other *flow.Widget) bool {
	return Asks(other) && f.Reads(question, func(r flow.Ref) bool {
		if r.Root() != "widgets" || !slices.Contains(question.Facts.Content, r.Property) {
			return false
		}
		by := reads.InResponse(f, r)
		return reads.IsAnswer(f, r) && r.Name(1) == other.Name || by != nil && isGivenAnswer(f, by, other)
	})
}

// isGivenAnswer reports whether a request is given the answer to a question, as what looks up whose number that is.
func isGivenAnswer(f *flow.Flow, request, question *flow.Widget) bool {
	return slices.ContainsFunc(f.OutputRefs(question.Name), func(r flow.Ref) bool {
		return r.Widget == request && reads.IsAnswer(f, r)
	})
}

// leadsTo reports whether a widget leads to a question over what is only said.
func leadsTo(w, question *flow.Widget) bool {
	const longest = 5
	for at := range w.Ahead(longest) {
		if at == question {
			return true
		}
		if effects.ActOf(at) != effects.Tells {
			return false
		}
	}
	return false
}
