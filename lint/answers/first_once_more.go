package answers

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/twins"
	"studiolint/schemas"
)

// A FirstOnceMore is a step that is given the message with which the execution began, though one like it has had that, and a
// question has been answered since.
type FirstOnceMore struct {
	Ref             flow.Ref
	Before, Between *flow.Widget
}

// FirstsOnceMore returns those of a flow: bots, and requests to one address, that lead to no question in a loop (see
// FirstAgain) and of which the later is given no answer.
func FirstsOnceMore(d *project.Document) (all []FirstOnceMore) {
	const most = 20 // of one type
	var given []flow.Ref
	for _, w := range d.Flow.Widgets {
		if r, ok := takesFirst(d.Flow, w); ok && d.Flow.Only(w.Name) == w && d.Flow.LoopOf(w) == nil &&
			d.Flow.Reachable(w) {
			given = append(given, r)
		}
	}
	if len(given) < 2 || len(given) > most || len(d.Flow.ReadsOfAny()) > 0 {
		return nil
	}
	for _, r := range given {
		for _, first := range given {
			if !isAgain(d.Flow, first.Widget, r.Widget) || !d.Flow.HasRun(first.Widget, r.Widget) {
				continue
			}
			if q := answeredBetween(d, first.Widget, r.Widget); q != nil {
				all = append(all, FirstOnceMore{r, first.Widget, q})
				break
			}
		}
	}
	return all
}

// takesFirst returns where a bot, or a request, is given the first message, and reports whether it is, and no answer.
func takesFirst(f *flow.Flow, w *flow.Widget) (first flow.Ref, ok bool) {
	act := effects.ActOf(w)
	isBot := act == effects.HandsOver && w.Facts.FlexTask == nil && w.Facts.Transfer == nil
	if act != effects.Requests && !isBot || w.Incomplete {
		return first, false
	}
	for _, t := range f.TemplatesOf(w) {
		for _, r := range t.Refs() {
			switch {
			case !isReply(f, r):
			case r.Root() != "trigger" || r.Name(1) != "message":
				return first, false // it is given the answer as well
			case !ok && reads.IsAll(r):
				first, ok = r, true
			}
		}
	}
	return first, ok
}

// isAgain reports whether a step does what another one has done: two bots that are alike, or two requests, of which the
// first has worked.
func isAgain(f *flow.Flow, first, then *flow.Widget) bool {
	if first == then || !twins.AreAlike(first, then) {
		return false
	}
	on := first.Onward()
	return on != nil && on.Meant != nil && (on.Meant == then || f.CanPrecede(on.Meant, then))
}

// answeredBetween returns a question by message that was answered on every way from one step to another, and whose answer
// something reads; nil for none.
func answeredBetween(d *project.Document, first, then *flow.Widget) *flow.Widget {
	for _, q := range d.Flow.Widgets {
		if effects.ActOf(q) != effects.Asks || q.Needs() != schemas.NeedsMessage || Unread.Of(d)[q.Index] ||
			!d.Flow.HasRun(first, q) || !d.Flow.HasRun(q, then) {
			continue
		}
		silence := q.OnKind(schemas.KindTimeout)
		if silence == nil || silence.Meant == nil || silence.Meant != then && !d.Flow.CanPrecede(silence.Meant, then) {
			return q
		}
	}
	return nil
}
