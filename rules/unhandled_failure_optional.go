package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// An optional is a step that a split may pass by, and whose failure ends the execution, though other work
// comes where the split goes on.
type optional struct {
	open *flow.Transition
	on   *flow.Widget // where one goes on without the step
	by   *flow.Widget // the split that leads there without it
	work *flow.Widget // what is left undone
}

// optionals returns those of a flow, in its order: each of them shows that what comes after it does
// not need it.
func optionals(p *lint.Pass, normal flow.Routes, works func(*flow.Widget) bool) []optional {
	var all []optional
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Known() || w.Incomplete || w.Repeats() || len(w.In) == 0 || !isChannel(w) || !normal.Reach(w) {
			continue
		}
		worked, open := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked == nil || open == nil || !open.Ends() {
			continue
		}
		on, by := goesRound(w, worked)
		if on == nil {
			continue
		}
		if work := workFrom(p.Flow, on, w, works); work != nil && shape.Clear(p, w, work) {
			all = append(all, optional{open, on, by, work})
		}
	}
	return all
}

// stepsOf returns the steps that are optional.
func stepsOf(all []optional) map[*flow.Widget]bool {
	if len(all) == 0 {
		return nil
	}
	steps := map[*flow.Widget]bool{}
	for _, o := range all {
		steps[o.open.From] = true
	}
	return steps
}

// isChannel reports whether a widget sends, calls or requests something.
func isChannel(w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.Requests, effects.Dials:
		return true
	case effects.Tells:
		return w.Needs() == schemas.NeedsMessage
	}
	return w.Facts.Creates != nil
}

// goesRound returns where a step leads when it has worked, at once or over what is said on the call that it
// has made, if a split leads there, too, instead of to the step, and that split; else nil.
func goesRound(w *flow.Widget, worked *flow.Transition) (on, by *flow.Widget) {
	on = effects.PastSetting(worked)
	if on != nil && w.Facts.Creates != nil && effects.ActOf(on) == effects.Tells {
		on = effects.PastSetting(on.Onward())
	}
	if on == nil || on == w {
		return nil, nil
	}
	const most = 20 // ways to the step
	into := effects.Into(w)
	for _, t := range into[:min(len(into), most)] {
		if effects.ActOf(t.From) != effects.Splits {
			continue
		}
		for _, other := range t.From.Transitions {
			if effects.LeadsTo(other, on) {
				return on, t.From
			}
		}
	}
	return nil, nil
}

// workFrom returns the first work for its own sake from a widget on, over splits and steps that set
// something, that reads nothing of another widget; nil when there is none.
func workFrom(f *flow.Flow, from, without *flow.Widget, works func(*flow.Widget) bool) *flow.Widget {
	const far = 12
	walk := flow.WalkFrom(from)
	for at := range walk.First(far) {
		switch act := effects.ActOf(at); {
		case reads.Of(f, at, without):
			return nil
		case act == effects.Splits || act == effects.Sets:
			walk.AddNext(at)
		case works(at) && !values.Pauses(at) || isChannel(at) && !sameWay(f, at, without):
			return at
		}
	}
	return nil
}

// sameWay reports whether two messages go to the same person in the same way: who cannot be reached
// by the one is not reached by the other. A person whose address is misspelt is the same one.
func sameWay(f *flow.Flow, a, b *flow.Widget) bool {
	if a.Facts != b.Facts {
		return false
	}
	to, other := a.Property(a.Facts.Receiver), b.Property(b.Facts.Receiver)
	return to.Text() == other.Text() || effects.OfContact(f, to) && effects.OfContact(f, other)
}

// reportOptionals reports steps that are optional and whose failure leaves the work after them undone:
// once, since they are most likely built alike.
func reportOptionals(p *lint.Pass, all []optional, normal flow.Routes) {
	if len(all) == 0 {
		return
	}
	first := all[0]
	w := first.open.From
	d := p.Reportf(first.open, "when %s fails (%s), %s is left undone, though %s goes on without it; lead %s to %s",
		w.Label(), words.Quote(first.open.Event), first.work.Label(), first.by.Label(), words.Quote(first.open.Event), first.on.Label()).As(finding.Note)
	d.Identify(w.Label()).Along(values.Route(p, normal, w))
	for _, o := range all[1:] {
		d.Also(o.open, "and "+o.open.From.Label()+", before "+o.work.Label())
	}
}
