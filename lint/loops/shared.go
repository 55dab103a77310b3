package loops

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A SharedCounter counts the slips at two questions, one after the other, and nothing sets it back
// between them: who slipped at the first has fewer tries at the second.
type SharedCounter struct {
	Key           string
	Write         flow.Write // of the second question's slips
	First, Second *flow.Widget
	Split         *flow.Widget // what tests the counter

	// AtOnce says that who has no tries left at the first question goes on to the second, where the first slip is one
	// too many.
	AtOnce bool
}

// SharedCounters are those of a flow, a few variables at most.
var SharedCounters = lint.NewFact(func(d *project.Document) []SharedCounter {
	const few = 8 // counters of a flow
	var all []SharedCounter
	seen := 0
	for _, v := range d.Flow.Variables() {
		counting := 0
		for _, w := range v.Writes {
			switch {
			case countsItself(d.Flow, w):
				counting++
			case !isNumber(w):
				counting = -few // something else sets it
			}
		}
		if counting < 1 || len(v.Writes) > few {
			continue
		}
		test := testOf(v)
		if test == nil || endsAtFirst(test) || len(d.Flow.ReadsOfAny()) > 0 ||
			words.HoldsAny(v.Key, "total", "overall", "global", "strike", "insgesamt", "gesamt") {
			continue
		}
		if seen++; seen > few {
			break
		}
		if c, ok := shared(d.Flow, v); ok {
			c.Key, c.Split = v.Key, test
			all = append(all, c)
		}
	}
	return all
})

// countsItself reports whether a write adds something to its own variable.
func countsItself(f *flow.Flow, write flow.Write) bool {
	from, ok := countedFrom(f, write)
	return ok && write.Key.IsString() && slices.ContainsFunc(from, func(r flow.Ref) bool {
		key, _ := reads.VariableOf(f, r)
		return key == write.Key.Text()
	})
}

// isNumber reports whether a write sets a variable to a number.
func isNumber(write flow.Write) bool {
	text := strings.TrimSpace(write.Value.Text())
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// testOf returns the split that compares a variable with a number.
func testOf(v *flow.Variable) *flow.Widget {
	for _, r := range v.Reads {
		if r.Widget.Facts.Split && comparesNumbers(r.Widget) {
			return r.Widget
		}
	}
	return nil
}

// endsAtFirst reports whether a split that tests a counter has a branch for the first slip: then
// nobody has fewer tries than another.
func endsAtFirst(w *flow.Widget) bool {
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			compared := split.Compare(c.Operator, c.Value.Text())
			if compared.Holds(split.Normal("1")) == split.Yes && compared.Holds(split.Normal("0")) == split.No {
				return true
			}
		}
	}
	return false
}

// shared tells which two questions a variable counts for, one of which is asked once the other was
// answered.
func shared(f *flow.Flow, v *flow.Variable) (c SharedCounter, ok bool) {
	counts := map[*flow.Widget]bool{} // or sets it back
	type counted struct {
		question *flow.Widget
		write    flow.Write
	}
	var all []counted
	for _, write := range v.Writes {
		counts[write.Widget] = true
		if isNumber(write) {
			continue
		}
		for _, q := range slipsInto(f, write.Widget) {
			if !slices.ContainsFunc(all, func(c counted) bool { return c.question == q }) {
				all = append(all, counted{q, write})
			}
		}
	}
	const few = 4
	for _, a := range all[:min(len(all), few)] {
		for _, b := range all[:min(len(all), few)] {
			if a.question == b.question || f.SameLoop(a.question, b.question) || sameNext(a.question, b.question) {
				continue
			}
			onward := func(t *flow.Transition) bool { return !counts[t.From] && !slips(t) }
			_, leads := f.PathBetween(a.question, b.question, onward)
			atOnce := leads && goesOnSpent(f, v, a.question, b.question, onward)
			if leads && (atOnce || !asksInstead(a.write.Widget, b.question)) {
				return SharedCounter{Write: b.write, First: a.question, Second: b.question, AtOnce: atOnce}, true
			}
		}
	}
	return c, false
}

// goesOnSpent reports whether the exit of the loop of one question, for who has no tries left, leads on to another one,
// whose own loop has the same exit.
func goesOnSpent(
	f *flow.Flow, v *flow.Variable, first, second *flow.Widget, onward func(*flow.Transition) bool,
) bool {
	spent, limit := false, []string(nil)
	for _, r := range v.Reads {
		if w := r.Widget; w.Facts.Split && f.SameLoop(w, first) {
			limit = limits(w)
			spent = spent || slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
				if t.Meant == nil || f.SameLoop(t.Meant, first) {
					return false
				}
				_, leads := f.PathBetween(t.Meant, second, onward)
				return t.Meant == second || leads
			})
		}
	}
	return spent && slices.ContainsFunc(v.Reads, func(r flow.Ref) bool {
		return r.Widget.Facts.Split && f.SameLoop(r.Widget, second) && slices.Equal(limits(r.Widget), limit)
	})
}

// limits returns what a split compares with.
func limits(w *flow.Widget) (all []string) {
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			all = append(all, c.Operator+c.Value.Text())
		}
	}
	return all
}

// sameNext reports whether the answers to two questions lead to the same step: the one asks the other
// in other words.
func sameNext(a, b *flow.Widget) bool {
	first, second := a.OnKind(schemas.KindInput), b.OnKind(schemas.KindInput)
	return first != nil && second != nil && first.Meant != nil && first.Meant == second.Meant
}

// asksInstead reports whether what counts a slip leads to another question, over steps that are silent
// or only speak: it asks once more in other words.
func asksInstead(counts, other *flow.Widget) bool {
	const far = 12 // steps that are looked at
	walk := flow.WalkFrom(counts)
	for at := range walk.First(far) {
		for _, t := range at.Transitions {
			if t.Meant == other {
				return true
			}
			if w := t.Meant; w != nil && (w.Facts.Split || w.Facts.Dialog == schemas.DialogTells || w.Facts.Dialog == schemas.DialogSilent) {
				walk.Add(w)
			}
		}
	}
	return false
}

// slips reports whether a transition is taken when something did not work out.
func slips(t *flow.Transition) bool {
	switch t.Facts.Kind {
	case schemas.KindTimeout, schemas.KindNoMatch, schemas.KindFailure, schemas.KindUnanswered, schemas.KindHangup:
		return true
	}
	return false
}

// slipsInto returns the questions whose silence, or wrong answer, leads to a widget, at once or over
// words.
func slipsInto(f *flow.Flow, w *flow.Widget) []*flow.Widget {
	const far, few = 8, 16 // steps that are looked at, and questions
	var asked []*flow.Widget
	walk := flow.WalkFrom(w)
	for at := range walk.First(far) {
		for _, t := range at.In {
			switch {
			case len(asked) > few:
				return asked
			case t.Facts.Kind == schemas.KindTimeout && t.From.Facts.Dialog == schemas.DialogAsks:
				asked = append(asked, t.From)
			case t.From.Facts.Split && slips(t):
				if q := reads.Asked(f, t.From); q != nil && slices.ContainsFunc(t.From.In,
					func(by *flow.Transition) bool { return by.From == q && by.Facts.Kind == schemas.KindInput }) {
					asked = append(asked, q)
				}
			case t.From.Facts.Dialog == schemas.DialogTells:
				walk.Add(t.From)
			}
		}
	}
	return asked
}
