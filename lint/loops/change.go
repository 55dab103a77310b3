package loops

import (
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A change is what a loop does to what a reference reads.
type change uint8

const (
	stays   change = iota // the loop does not change it
	counts                // set-variables in the loop writes it
	fetches               // a widget of the loop stores it anew in each round
	waits                 // a person has to answer a widget of the loop
)

// changes tells what a loop, which writes these variables, does to what a
// reference reads.
func changes(f *flow.Flow, loop *flow.Loop, ref flow.Ref, in written) change {
	if key, ok := reads.VariableOf(f, ref); ok {
		if key == "" || in.any || in.keys[key] {
			return counts // without a key, which one is only known at run time
		}
		return stays
	}
	name, _, ok := ref.Output()
	switch {
	case !ok:
		return stays
	case name == "":
		return counts
	}
	switch w := f.Widget(name); {
	case w == nil || !loop.Has(w):
		return stays
	case reads.IsAnswer(f, ref):
		return waits
	}
	return fetches
}

// staysWhenBlank reports whether a split of the loop certainly leads on in it as
// long as nobody answers the widgets of the loop.
func staysWhenBlank(f *flow.Flow, loop *flow.Loop, at *flow.Widget) bool {
	blank := func(r flow.Ref) bool {
		w := f.Widget(r.Name(1))
		return w != nil && loop.Has(w) && reads.IsAnswer(f, r)
	}
	way := at.OnKind(schemas.KindNoMatch)
	for _, t := range at.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		if holds := reads.HoldsIfBlank(f, t, blank); holds == split.Yes {
			way = t
			break
		} else if holds == split.Unsure {
			return false
		}
	}
	return way != nil && way.Meant != nil && loop.Has(way.Meant)
}

// written are the variables that a loop writes.
type written struct {
	keys map[string]bool
	any  bool // it may write others, too
}

func writtenIn(d *project.Document, loop *flow.Loop) written {
	in := written{keys: map[string]bool{}}
	for _, w := range loop.Widgets {
		sets := reads.Sets.Of(d)[w.Index]
		for _, key := range sets.Keys {
			in.keys[key] = true
		}
		in.any = in.any || !sets.All
	}
	return in
}
