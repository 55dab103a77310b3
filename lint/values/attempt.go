package values

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// Again holds the transitions after silence or an answer that fits nothing which lead
// back to a question: to the one that was asked, or to another that asks the same
// thing, since its answers lead where those of the first do. A menu that comes after
// "hold the line" is another question.
var Again = lint.NewFact(func(d *project.Document) map[*flow.Transition]bool {
	again := map[*flow.Transition]bool{}
	places := answers{document: d}
	persons := AsksPerson.Of(d)
	for t := range d.Flow.Transitions() {
		unanswered := t.Facts.Kind == schemas.KindTimeout ||
			t.Facts.Kind == schemas.KindNoMatch && persons[t.From.Index]
		if !unanswered || t.Meant == nil {
			continue
		}
		for _, q := range questionsAfter(t) {
			if q == t.From || answeredInto(q, t.From) || places.same(t.From, q) {
				again[t] = true
			}
		}
	}
	return again
})

// answeredInto reports whether the answer to a question leads right into a split.
func answeredInto(q, split *flow.Widget) bool {
	return split.Facts.Split && slices.ContainsFunc(q.Transitions,
		func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput && effects.LeadsTo(t, split) })
}

// A GivenUp is a split that counts attempts and, when there were too many, ends without a
// word: what a caller then hears is the line going dead, and whoever wrote waits. Silence in a
// chat leaves nobody waiting.
type GivenUp struct {
	After *flow.Transition // the silence, or the answer that fits nothing, which is counted
	End   *flow.Transition // of the split
}

// GivesUp are the splits of a flow that give up so, each once, those after silence first.
var GivesUp = lint.NewFact(func(d *project.Document) []GivenUp {
	again := Again.Of(d)
	if len(again) == 0 {
		return nil
	}
	var all []GivenUp
	seen := map[*flow.Widget]bool{}
	for _, kind := range []schemas.EventKind{schemas.KindTimeout, schemas.KindNoMatch} {
		for t := range d.Flow.Transitions() {
			if t.Facts.Kind != kind || !again[t] || !silent(d, t.Meant) || kind == schemas.KindTimeout && !onCall(d, t.From) {
				continue
			}
			if end := counted(d, t); end != nil && !seen[end.From] {
				seen[end.From] = true
				all = append(all, GivenUp{t, end})
			}
		}
	}
	return all
})

// onCall reports whether a widget asks on a call, or tests what was answered there.
func onCall(d *project.Document, w *flow.Widget) bool {
	if w.Facts.Split {
		w = reads.Asked(d.Flow, w)
	}
	return w != nil && asks(w) && w.Needs() == schemas.NeedsCall
}

// counted returns the transition by which a split on a counter ends the execution unheard, when
// it comes after another transition with nothing heard in between; nil when none does.
func counted(d *project.Document, after *flow.Transition) (end *flow.Transition) {
	walk(after.Meant, func(w *flow.Widget) bool {
		if !w.Facts.Split {
			return silent(d, w) && end == nil
		}
		if end == nil && testsVariables(d.Flow, w) {
			for _, t := range w.Transitions {
				if t.Facts.Known() && EndsUnheard(d, t) {
					end = t
				}
			}
		}
		return false
	})
	return end
}

// testsVariables reports whether a split tests nothing but variables of the flow.
func testsVariables(f *flow.Flow, w *flow.Widget) bool {
	refs := reads.Compared(f, w)
	return len(refs) > 0 && !reads.ComparesUnknown(w) && !slices.ContainsFunc(refs, func(r flow.Ref) bool {
		key, ok := reads.VariableOf(f, r)
		return !ok || key == ""
	})
}

// near is how many widgets are looked at around one: what comes later has little to
// do with it.
const near = 64

// questionsAfter returns the questions that come first after a transition, whatever is
// said or done before them.
func questionsAfter(t *flow.Transition) []*flow.Widget {
	var asked []*flow.Widget
	walk(t.Meant, func(w *flow.Widget) bool {
		if asks(w) {
			asked = append(asked, w)
		}
		return !asks(w) && w.Facts.Dialog != schemas.DialogHandsOver
	})
	return asked
}

func asks(w *flow.Widget) bool { return w.Facts.Dialog == schemas.DialogAsks }

// walk calls visit for the widgets from one on, nearest first, each once, and goes on
// after those for which it is true.
func walk(from *flow.Widget, visit func(*flow.Widget) bool) {
	way := flow.WalkFrom(from)
	for w := range way.First(near) {
		if !visit(w) {
			continue
		}
		for _, t := range w.Transitions {
			if t.Facts.Kind != schemas.KindHangup {
				way.Add(t.Meant)
			}
		}
	}
}

// answers are the places to which the answers to a question lead, or the branches of a
// split: the silent steps and whatever comes right after them.
type answers struct {
	document *project.Document
	known    map[*flow.Widget]map[*flow.Widget]bool
}

func (a *answers) of(w *flow.Widget) map[*flow.Widget]bool {
	if a.known == nil {
		a.known = map[*flow.Widget]map[*flow.Widget]bool{}
	}
	if places, ok := a.known[w]; ok {
		return places
	}
	places := map[*flow.Widget]bool{}
	if w.Facts.Split {
		places[w] = true
	}
	for _, t := range w.Transitions {
		if k := t.Facts.Kind; k != schemas.KindInput && k != schemas.KindBranch {
			continue
		}
		walk(t.Meant, func(next *flow.Widget) bool {
			if !effects.Idle(a.document.Flow, next) {
				places[next] = true
			}
			return silent(a.document, next)
		})
	}
	a.known[w] = places
	return places
}

// same reports whether a question asks again for what another, or the split on its
// answer, was about: most of the places to which its answers lead are the same.
func (a *answers) same(first, second *flow.Widget) bool {
	one, other := a.of(first), a.of(second)
	if len(one) < len(other) {
		one, other = other, one
	}
	shared := 0
	for place := range one {
		if other[place] {
			shared++
		}
	}
	return shared > 0 && 2*shared >= len(one)
}
