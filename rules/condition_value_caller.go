package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/literal"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkOwnStatus reports a comparison of how the caller's own call stands with what becomes of a call
// that is connected to it, and whether it is one.
func checkOwnStatus(p *lint.Pass, b reads.Branch, r flow.Ref) bool {
	by := reads.Widget(p.Flow, r)
	if by == nil || by.Facts.Transfer == nil || by.Facts.Transfer.Own == "" || r.Name(2) != by.Facts.Transfer.Own {
		return false
	}
	texts, ok := b.Comparison.Texts()
	if !ok || len(texts) == 0 || slices.ContainsFunc(texts, func(text string) bool {
		return !slices.Contains(by.Facts.Transfer.Missed, text) && (!slices.Contains(by.Facts.Transfer.Taken, text) || !callerStays(p.Flow, by, b.Transition.From))
	}) {
		return false
	}
	result := strings.TrimSuffix(reads.Path(r), by.Facts.Transfer.Own) + by.Facts.Transfer.Result
	p.Reportf(b, "%s says how the caller's own call stands, which is not %s, so this branch is never taken; test %s",
		reads.Path(r), words.Quote(texts[0]), result).Relate(by, "the call")
	return true
}

// callerStays reports whether one comes from a call to a split by no other event than the one after which the caller is
// on the line still.
func callerStays(f *flow.Flow, call, w *flow.Widget) bool {
	return !slices.ContainsFunc(call.Transitions, func(t *flow.Transition) bool {
		return t.Event != call.Facts.Transfer.Event && t.Meant != nil && (t.Meant == w || f.CanPrecede(t.Meant, w))
	})
}

// check reports a comparison of the number of a caller or writer, which begins with + and its country
// code, with one that is written otherwise.
func (c *callers) check(p *lint.Pass, b reads.Branch, r flow.Ref) {
	kept := reads.Kept(p.Flow, r)
	v := reads.Value(p.Flow, kept)
	if v == nil || !v.Address || v.Holds != schemas.HoldsContact || v.Confidence == schemas.Low {
		return
	}
	texts, ok := b.Comparison.Texts()
	if !ok || b.Comparison.Operator() == split.Regex {
		return
	}
	if filters, printed := reads.Printed(r); !printed || !reads.KeepText(filters) {
		return
	}
	var wrong []string
	for _, text := range texts {
		if literal.IsNotE164(text) && !literal.IsOneDigit(text) && !c.hasWhole(p.Flow, b, text) {
			wrong = append(wrong, text)
		}
	}
	switch {
	case len(wrong) == 0 || !comparesCalls(p, b.Transition.From, kept):
	case len(wrong) == len(texts):
		p.Reportf(b, "%s has a + and a country code, so it is never %s: this branch is never taken; write it like +15005550006",
			reads.Path(r), words.Quote(wrong[0]))
	default:
		p.Reportf(b, "%s has a + and a country code, so it is never %s: nobody is found by that; write it like +15005550006",
			reads.Path(r), words.Quote(wrong[0]))
	}
}

// callers are the numbers that the branches of a split compare, as they are written in full.
type callers struct {
	all   []reads.Branch
	whole map[whole]bool
}

// A whole is the end of a number that is written in full, and the step to which its branch leads.
type whole struct {
	to     *flow.Widget
	number string
}

// hasWhole reports whether a branch to the same step compares the same number in full: the other form stands
// there only to be safe.
func (c *callers) hasWhole(f *flow.Flow, b reads.Branch, text string) bool {
	if c.whole == nil {
		c.whole = map[whole]bool{}
		for _, other := range c.all {
			texts, _ := other.Comparison.Texts()
			for _, text := range texts {
				if strings.HasPrefix(text, "+") && !literal.IsNotE164(text) {
					c.whole[whole{effects.PastIdle(f, other.Transition), literal.Subscriber(text)}] = true
				}
			}
		}
	}
	return c.whole[whole{effects.PastIdle(f, b.Transition), literal.Subscriber(text)}]
}

// comparesCalls reports whether what is compared in a split is the number of a call or the sender of a message: in the
// chat of a web page, and as a contact, people have any name, and on WhatsApp more stands before the number.
func comparesCalls(p *lint.Pass, w *flow.Widget, r flow.Ref) bool {
	switch flow.ChannelsNamed(r.Name(1)) {
	case flow.Call:
		return true
	case flow.Message:
		return !p.Flow.KnowsWebChat() && !p.Flow.KnowsWhatsApp()
	}
	starts := values.Held.Of(p).Begins(w)
	return len(starts) > 0 && !slices.ContainsFunc(starts, func(event string) bool { return flow.ChannelsBy(event) != flow.Call })
}
