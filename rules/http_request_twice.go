package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/twins"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTwice reports the requests that are made a second time, once they have worked, and nothing in between changes
// what they send.
func reportTwice(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || w.Incomplete {
			continue
		}
		again := madeAgain(p.Flow, w)
		if again == nil || onlyAsks(w) || onlyAsks(again) || bothRead(p.Flow, w, again) || !p.Flow.Reachable(w) {
			continue
		}
		d := p.Reportf(again, "%s makes the request of %s once more, which has just worked: it is done twice; remove one",
			again.Label(), w.Label()).As(finding.Note).Relate(w, "the first one").Identify(again.Label())
		if commitsTo(w) || commitsTo(again) {
			d.As(finding.Warning)
		}
	}
}

// madeAgain returns the request to which one comes after another one has worked, over words, steps that set variables
// and other requests that work, when it is the same and reads nothing of what comes in between; nil for none.
func madeAgain(f *flow.Flow, w *flow.Widget) *flow.Widget {
	const far = 5
	t := w.OnKind(schemas.KindSuccess)
	for range far {
		at := effects.PastSetting(t)
		switch {
		case at == nil || at == w || readsSetting(f, w, t):
			return nil
		case at.Facts.Request != nil && twins.AreAlike(w, at):
			return at
		case at.Facts.Request != nil && !reads.Of(f, w, at):
			t = at.OnKind(schemas.KindSuccess)
		case effects.ActOf(at) == effects.Tells:
			t = at.Onward()
		default:
			return nil
		}
	}
	return nil
}

// readsSetting reports whether a request reads a variable, where a transition leads to steps that set some.
func readsSetting(f *flow.Flow, w *flow.Widget, t *flow.Transition) bool {
	return t.Meant != effects.PastSetting(t) && reads.AnyVariable(f, w)
}

// onlyAsks reports whether a request only brings something, or may as well be made several times.
func onlyAsks(w *flow.Widget) bool {
	return effects.LooksUp(w) || offer.NamesGeneral(w.Name) || words.KeepsRecord(w.Name) || words.Notifies(w.Name) ||
		values.Pauses(w)
}

// bothRead reports whether templates read what each of two requests has brought: then it is another thing each time.
func bothRead(f *flow.Flow, a, b *flow.Widget) bool {
	return reads.Stored(f, a, nil) && reads.Stored(f, b, nil)
}

// commitsTo reports whether a request orders, pays or ends something, by its name or by the last part of its address.
func commitsTo(w *flow.Widget) bool {
	address, _, _ := strings.Cut(w.Property(w.Facts.Request.URL).Text(), "?")
	last := address[strings.LastIndexByte(address, '/')+1:]
	return offer.NamesCommitting(w.Name) || offer.NamesCommitting(last) ||
		offer.NamesOrder(w.Name) || offer.NamesOrder(last)
}
