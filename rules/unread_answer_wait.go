package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// reportNotWaited reports the messages that ask for a name, a number or the like, after which
// the flow goes on at once, so that nothing takes the answer: once.
func reportNotWaited(p *lint.Pass) {
	if p.Flow.Entry(flow.ParentEvent) != nil || shape.MayReadAny(p) {
		return // the parent may take the reply
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Incomplete || w.Needs() != schemas.NeedsMessage || effects.HeardBy(p.Flow, w) != effects.Contact {
			continue
		}
		next := goesOn(p, w) // most lead to something that takes the answer: that is known sooner
		if next == nil {
			continue
		}
		n := effects.Prompt(w)
		if text := n.Text(); !asksForData(text) || offer.Elsewhere(text) || offer.Parts(text) || offer.HasAddress(text) || !p.Flow.Reachable(w) {
			continue
		}
		how := "%s asks, but does not wait: %s comes at once; ask with Send & Wait For Reply"
		if effects.ActOf(next) == effects.Asks {
			if how = "%s asks, but does not wait, and %s asks for something else; use Send & Wait For Reply"; !offer.AsksForOther(n.Text(), effects.Prompt(next).Text()) {
				continue
			}
		}
		switch {
		case !shape.Clear(p, w, next):
		case d == nil:
			d = p.Reportf(n, how, w.Label(), next.Label()).
				As(finding.Note).Identify(w.Label()).Relate(next, "what comes next")
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}

// endsThere reports whether nothing comes after a widget by the transition that leads it on, nil for none:
// what has no transitions at all stays there.
func endsThere(w *flow.Widget, onward *flow.Transition) bool {
	if onward == nil {
		return len(w.Transitions) == 0 && !w.Incomplete
	}
	return onward.Ends()
}

// asksForData reports whether a text asks for something of a person's own, and at once.
func asksForData(text string) bool {
	return offer.AsksForData(text) && answers.Wanted(text) || offer.AsksUnmarked(text)
}

// goesOn returns what comes after a message that asks, when nothing takes the answer: other
// words and then the end, while the message that begins the flow anew is read nowhere, or a request
// that is given the message that began it, or at once another question by message. It is nil when anything may
// take it, as another flow may where none begins this one.
func goesOn(p *lint.Pass, w *flow.Widget) *flow.Widget {
	far := 8
	var first *flow.Widget
	for t, at := w.Onward(), w; far > 0; far-- {
		if t == nil || t.Meant == nil {
			if first == nil || !endsThere(at, t) || reads.Beginning.Of(p) || !p.Flow.BeginsByMessage() {
				return nil
			}
			return first
		}
		next := t.Meant
		switch effects.ActOf(next) {
		case effects.Requests:
			if readsMessage(p.Flow, next) {
				return next
			}
		case effects.Asks:
			if first == nil && next.Needs() == schemas.NeedsMessage && !next.Incomplete {
				return next
			}
			return nil
		case effects.Tells:
			if first == nil {
				first = next
			}
		case effects.Sets:
		default:
			return nil
		}
		t, at = next.Onward(), next
	}
	return nil
}
