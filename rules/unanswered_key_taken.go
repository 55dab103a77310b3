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
	"studiolint/lint/words"
)

// checkTakenFor reports a menu that takes whatever fits no branch for one of its answers.
func checkTakenFor(p *lint.Pass, m *answers.Menu) {
	if w := refusal(m); w != nil {
		p.Reportf(m.Otherwise, "%s takes whatever fits no branch for a refusal (%s), also a yes in other words; ask again", m.Split.Label(), w.Label()).
			Relate(m.Question, "the question")
	}
	if b := takenFor(p, m); b != nil {
		p.Reportf(m.Otherwise, "%s takes whatever fits no branch for %s, so a slip counts as that; ask again",
			m.Split.Label(), words.Quote(b.Condition.Value.Text())).Relate(m.Question, "the question")
	}
}

// refusal returns what keeps a refusal, by its name, when both a branch of a menu and what fits
// none lead there; else nil.
func refusal(m *answers.Menu) *flow.Widget {
	if m.Otherwise == nil || m.Leads(m.Otherwise) == nil || len(m.Branches) < 2 || m.Question.Facts.KeyEntry != nil {
		return nil
	}
	w := m.Leads(m.Otherwise)
	act := effects.ActOf(w)
	if act != effects.Sets && act != effects.Requests || !offer.NamesRefusal(w.Name) ||
		!slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return m.Leads(b.Transition) == w }) {
		return nil
	}
	return w
}

// takenFor returns the branch of a menu for an answer that its prompt offers for something,
// among others, to which whatever fits no branch leads, too; nil when there is none, or when it
// is a way for everybody: a person to speak to, a word at the end, the question itself, an earlier menu, the language
// of most.
func takenFor(p *lint.Pass, m *answers.Menu) *reads.Branch {
	if m.Otherwise == nil || m.Leads(m.Otherwise) == nil || m.Again() || refusal(m) != nil {
		return nil
	}
	to := m.Leads(m.Otherwise)
	if effects.ActOf(to) == effects.HandsOver || asksAnewAfter(p, m, to) || records(to) ||
		offer.OffersRest(effects.Prompt(m.Question).Text()) {
		return nil
	}
	i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool { return m.Leads(b.Transition) == to })
	if i < 0 || onlyEnds(m.Otherwise) && !(m.IsYes(m.Branches[i]) && praises(to)) ||
		!slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
			return m.Leads(b.Transition) != to &&
				m.Leads(b.Transition) != nil
		}) {
		return nil
	}
	b := &m.Branches[i]
	i = slices.IndexFunc(m.Offers, func(o answers.Offer) bool { return b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes })
	if i < 0 || isNoLeave(m, b) || mayBeTakenFor(&m.Offers[i], to) {
		return nil
	}
	return b
}

// mayBeTakenFor reports whether whatever is answered may well be taken for an offer: that of no preference, of a language,
// or to go back to a question.
func mayBeTakenFor(o *answers.Offer, to *flow.Widget) bool {
	return offer.NoPreference(o.Purpose()) || words.NamesAnyTongue(o.Purpose()) || o.Returns() && answers.Asks(to)
}

// praises reports whether a widget tells a person something that is no apology, for whoever has said yes.
func praises(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	return !offer.MayRegret(text) && !offer.Troubled(text) && !offer.Refuses(text) && !offer.SaysWrong(text) && !offer.AsksAnew(text)
}

// onlyEnds reports whether a transition leads to nothing but a last word, also past steps that set variables.
func onlyEnds(t *flow.Transition) bool {
	const far = 4
	for range far {
		w := effects.Next(t, effects.Tells)
		if w == nil {
			return false
		}
		if len(w.Transitions) == 0 {
			return !w.Incomplete // it stays there
		}
		if t = effects.LastSetting(w.Transitions[0]); t == nil || t.Ends() {
			return true
		}
	}
	return false
}

// asksAnewAfter reports whether a step leads to a question of which the one of a menu is the sequel, at once or as far as
// tries are counted: whether what was understood is right, say. Then it asks again.
func asksAnewAfter(p *lint.Pass, m *answers.Menu, to *flow.Widget) bool {
	const far = 6
	walk := flow.WalkFrom(to)
	for w := range walk.First(far) {
		switch effects.ActOf(w) {
		case effects.Asks:
			if w != m.Question && p.Flow.HasRun(w, m.Question) {
				return true
			}
		case effects.Sets, effects.Splits, effects.Tells:
			walk.AddNext(w)
		}
	}
	return false
}

// records reports whether a step takes a message, perhaps after a word.
func records(w *flow.Widget) bool {
	if effects.ActOf(w) == effects.Tells && len(w.Transitions) > 0 {
		w = effects.PastSetting(w.Onward())
	}
	return w != nil && w.Facts.TakesMessage
}

// isNoLeave reports whether a menu asks for leave, and a branch is for whoever gives none.
func isNoLeave(m *answers.Menu, b *reads.Branch) bool {
	return offer.AsksLeave(effects.Prompt(m.Question).Text()) &&
		slices.ContainsFunc(m.Offers, func(o answers.Offer) bool {
			text := strings.ToLower(o.Answer)
			return words.IsNo(text) && b.Comparison.Holds(text) == split.Yes
		})
}
