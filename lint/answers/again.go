package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// A Repetition is a split to which its own noMatch leads back, over steps that ask
// nobody, run nothing anew and do not write what it tests: it decides the same again.
type Repetition struct {
	Split *flow.Widget
	Ref   flow.Ref           // what it tests
	Told  *flow.Widget       // where somebody is told so
	Round []*flow.Transition // from the split back to it
}

// Repeated are the splits that decide the same again until a counter ends it. Loops
// that nothing ends are a matter of lint/loops.
var Repeated = lint.NewFact(func(d *project.Document) []Repetition {
	endless := map[*flow.Widget]bool{}
	for _, l := range loops.Found.Of(d) {
		for _, w := range l.Widgets {
			endless[w] = true
		}
	}
	var all []Repetition
	for _, w := range d.Flow.Widgets {
		if w.Facts.Split && !endless[w] && d.Flow.LoopOf(w) != nil && d.Flow.Reachable(w) {
			if r, ok := repetition(d, w); ok {
				all = append(all, r)
			}
		}
	}
	return all
})

func repetition(d *project.Document, w *flow.Widget) (r Repetition, ok bool) {
	refs := reads.Compared(d.Flow, w)
	otherwise := w.OnKind(schemas.KindNoMatch)
	if len(refs) == 0 || otherwise == nil || otherwise.Meant == nil || reads.ComparesUnknown(w) {
		return r, false
	}
	fixed := values.Held.Of(d).ComparesFixed(w)
	for _, ref := range refs {
		key, variable := reads.VariableOf(d.Flow, ref)
		if name, _, output := ref.Output(); !variable && !(output && name != "") && !fixed || variable && key == "" {
			return r, false
		}
	}
	round := roundOf(otherwise, func(w *flow.Widget) bool { return leaves(d, w, refs) })
	i := slices.IndexFunc(round, func(t *flow.Transition) bool { return t.From.Facts.Dialog == schemas.DialogTells })
	if i < 0 {
		return r, false
	}
	return Repetition{Split: w, Ref: refs[0], Told: round[i].From, Round: round}, true
}

// roundOf returns a shortest way from a transition back to the widget that it leaves,
// over widgets that pass; nil when there is none among those near by.
func roundOf(first *flow.Transition, pass func(*flow.Widget) bool) []*flow.Transition {
	via := map[*flow.Widget]*flow.Transition{first.Meant: first}
	for queue := []*flow.Widget{first.Meant}; len(queue) > 0 && len(via) < near; queue = queue[1:] {
		w := queue[0]
		if w == first.From {
			var round []*flow.Transition
			for t := via[w]; ; t = via[t.From] {
				round = append(round, t)
				if t == first {
					slices.Reverse(round)
					return round
				}
			}
		}
		if !pass(w) {
			continue
		}
		for _, t := range w.Transitions {
			if t.To != nil && t.Facts.Known() && via[t.To] == nil {
				via[t.To] = t
				queue = append(queue, t.To)
			}
		}
	}
	return nil
}

// leaves reports whether a widget changes nothing but other variables than those that
// are tested: it says something, counts, or tests a variable.
func leaves(d *project.Document, w *flow.Widget, tested []flow.Ref) bool {
	switch {
	case w.Facts.Dialog == schemas.DialogTells:
		return true
	case w.Facts.Split:
		refs := reads.Compared(d.Flow, w)
		return len(refs) > 0 && !reads.ComparesUnknown(w) && !slices.ContainsFunc(refs, func(r flow.Ref) bool {
			_, ok := reads.VariableOf(d.Flow, r)
			return !ok
		})
	case w.Facts.Outputs.From == schemas.FromVariables:
		held := values.Held.Of(d)
		return !slices.ContainsFunc(tested, func(r flow.Ref) bool { return held.MaySet(w, r) })
	}
	return false
}
