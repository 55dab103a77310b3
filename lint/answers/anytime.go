package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// An Anytime is an answer that a text says is good at any time, with the questions after it that do
// not take it, though another one does.
type Anytime struct {
	Answer  string
	By      *flow.Widget
	Without []*Menu
	Takes   reads.Branch
}

// Anytimes are those of a flow, one an answer. A question to which the answer leads need not take
// it, nor one after which whatever fits no branch goes to a person or a service.
var Anytimes = lint.NewFact(func(d *project.Document) (all []Anytime) {
	looked := 0
	for _, w := range d.Flow.Widgets {
		if act := effects.ActOf(w); act != effects.Tells && act != effects.Asks {
			continue
		}
		for _, o := range offer.AtAnyTime(effects.Prompt(w).Text()) {
			answer := strings.ToLower(o.Answer)
			if schemas.IsForTwilio(answer) && w.Needs() == schemas.NeedsMessage || slices.ContainsFunc(all, func(a Anytime) bool { return a.Answer == answer }) ||
				!d.Flow.Reachable(w) {
				continue // Twilio answers it, or it is told already
			}
			if looked++; looked > near {
				return all // each is looked for at all questions
			}
			if a, ok := anytime(d, w, answer, o.IsKey()); ok {
				all = append(all, a)
			}
		}
	}
	return all
})

func anytime(d *project.Document, by *flow.Widget, answer string, key bool) (a Anytime, ok bool) {
	a = Anytime{Answer: answer, By: by}
	var takes []reads.Branch
	for _, m := range Menus.Of(d) {
		if m.Question.Needs() != by.Needs() || !key && m.Question.Facts.KeyEntry != nil || m.Question != by && !d.Flow.CanPrecede(by, m.Question) {
			continue
		}
		at := slices.IndexFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Holds(answer) == split.Yes })
		switch {
		case at >= 0:
			takes = append(takes, m.Branches[at])
		case !m.Takes(answer) && m.Otherwise != nil && !goesElsewhere(m.Otherwise) && !EndsInput(m.Question, answer) && !m.isToldBy(by, answer):
			a.Without = append(a.Without, m)
		}
	}
	takes = slices.DeleteFunc(takes, func(b reads.Branch) bool { return b.Comparison.HoldsFor("elm tree 12") != split.No })
	a.Without = slices.DeleteFunc(a.Without, func(m *Menu) bool { return leadsThere(takes, m.Question) })
	if len(takes) == 0 || len(a.Without) == 0 {
		return a, false
	}
	a.Takes = takes[0]
	return a, true
}

// goesElsewhere reports whether whatever fits no branch goes to a person or a service, who may
// know what to do with it.
func goesElsewhere(t *flow.Transition) bool {
	to := effects.PastSetting(t)
	if to == nil {
		return false
	}
	act := effects.ActOf(to)
	return act == effects.Requests || act == effects.HandsOver || act == effects.RunsFlow || act == effects.Anything
}

// isToldBy reports whether a text that leads right to a menu offers an answer: of that, the menu's
// own finding tells.
func (m *Menu) isToldBy(by *flow.Widget, answer string) bool {
	return by != m.Question && slices.ContainsFunc(m.Offers, func(o Offer) bool { return o.By == by && strings.EqualFold(o.Answer, answer) })
}

// EndsInput reports whether a key is the one that ends what a caller enters.
func EndsInput(w *flow.Widget, key string) bool { return key != "" && FinishKey(w) == key }

// FinishKey returns the key that ends what a caller enters at a widget; "" when there is none, or it is not known.
func FinishKey(w *flow.Widget) string {
	if w.Facts.KeyEntry == nil {
		return ""
	}
	n := w.Property(w.Facts.KeyEntry.Finish)
	if !n.Exists() {
		return w.Facts.Property(w.Facts.KeyEntry.Finish).Default
	}
	if text := strings.TrimSpace(n.Text()); len(text) == 1 {
		return text
	}
	return ""
}
