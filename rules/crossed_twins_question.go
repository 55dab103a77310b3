package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportAskedTwice reports the questions that ask, word for word, what an earlier one has asked, though one step is given the
// answers to both, or the answer to the one leads straight to the other, or, by message, a request has been given the answer to that and another question has come between: once.
func reportAskedTwice(p *lint.Pass) {
	const shortest = 15        // bytes that are no mere "anything else?"
	var asked [64]*flow.Widget // the first ones: each is compared with all others
	const most = 20            // pairs that are looked at
	n, tried := 0, 0
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		text := strings.TrimSpace(effects.Prompt(w).Text())
		if effects.ActOf(w) != effects.Asks || len(text) < shortest ||
			liquid.HasMarkup(text) || !p.Flow.Reachable(w) {
			continue
		}
		i := slices.IndexFunc(asked[:n], func(other *flow.Widget) bool { return strings.TrimSpace(effects.Prompt(other).Text()) == text })
		if i < 0 {
			if n == len(asked) {
				return
			}
			asked[n] = w
			n++
			continue
		}
		if tried++; tried > most {
			return
		}
		other := asked[i]
		earlier, later := other, w
		if asksAtOnce(p.Flow, w, other) || p.Flow.CanPrecede(w, other) && !asksAtOnce(p.Flow, other, w) {
			earlier, later = w, other
		}
		how := "and both answers are stored"
		if !isAnotherQuestion(p.Flow, earlier, later) && !areBothGiven(p.Flow, earlier, later) {
			if how = "whose answer leads there"; !asksAtOnce(p.Flow, earlier, later) {
				continue
			}
		}
		if d == nil {
			d = p.Reportf(effects.Prompt(later), "%s asks word for word what %s did, %s; say what it is about now",
				later.Label(), earlier.Label(), how).
				As(finding.Note).Relate(effects.PlaceOfPrompt(earlier), "the earlier question").Identify(later.Label())
		} else {
			d.Also(effects.Prompt(later), "so does "+later.Label())
		}
	}
}

// asksAtOnce reports whether the answer to a question, whatever it is, leads straight to another one, which is not called the
// same but for a number, nor is its answer compared with that.
func asksAtOnce(f *flow.Flow, earlier, later *flow.Widget) bool {
	compares := func(r flow.Ref) bool { return r.Widget.Facts.Split && reads.Of(f, r.Widget, earlier) }
	answered := earlier.OnKind(schemas.KindInput)
	bare := func(w *flow.Widget) string { return strings.TrimRight(w.Name, "0123456789_- ") }
	return answered != nil && effects.PastSetting(answered) == later && !later.Incomplete &&
		!strings.Contains(bare(later), bare(earlier)) && // as ask_again does
		!slices.ContainsFunc(f.OutputRefs(later.Name), compares)
}

// isAnotherQuestion reports whether a question comes after another one whose answer is stored by then, with a
// question between, and its own is stored by another request.
func isAnotherQuestion(f *flow.Flow, earlier, later *flow.Widget) bool {
	if later.Needs() != schemas.NeedsMessage || !f.CanPrecede(earlier, later) || f.CanPrecede(later, earlier) {
		return false
	}
	stored := requestGiven(f, earlier)
	if stored == nil || requestGiven(f, later) == nil || requestGiven(f, later) == stored {
		return false
	}
	return slices.ContainsFunc(f.Widgets, func(between *flow.Widget) bool {
		return between != earlier && between != later && effects.ActOf(between) == effects.Asks &&
			f.CanPrecede(stored, between) && f.CanPrecede(between, later)
	})
}

// areBothGiven reports whether a question certainly comes after another one, no split tests the answer to either, and one step is
// given both, each in a place of its own.
func areBothGiven(f *flow.Flow, earlier, later *flow.Widget) bool {
	if !f.HasRun(earlier, later) {
		return false
	}
	first := f.OutputRefs(earlier.Name)
	for _, r := range f.OutputRefs(later.Name) {
		if reads.Decides(r) || !reads.IsAnswer(f, r) {
			return false
		}
	}
	if slices.ContainsFunc(first, reads.Decides) {
		return false
	}
	for _, r := range f.OutputRefs(later.Name) {
		for len(first) > 0 && first[0].Widget.Index < r.Widget.Index { // both are in the order of the steps
			first = first[1:]
		}
		if len(first) > 0 && first[0].Widget == r.Widget {
			return true
		}
	}
	return false
}

// requestGiven returns the first request that is given the answer to a question, and that no split has been
// given; nil for none.
func requestGiven(f *flow.Flow, asked *flow.Widget) (by *flow.Widget) {
	for _, r := range f.OutputRefs(asked.Name) {
		if reads.Decides(r) {
			return nil
		}
		if by == nil && effects.ActOf(r.Widget) == effects.Requests && reads.IsAnswer(f, r) {
			by = r.Widget
		}
	}
	return by
}
