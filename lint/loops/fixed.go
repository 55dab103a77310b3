package loops

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// fixedExits returns the loops that are only left by splits on what is fixed: who is
// led round once is led round for ever. Failures, timeouts and hanging up end such a
// loop too, but are not meant to.
//
// A loop that reads what a person answers in it does something with the answer, and
// is left alone, unless it is left by the fitting answer to a question outside of it.
func fixedExits(d *project.Document) []Loop {
	fixed := make([]bool, len(d.Flow.Widgets))
	held := values.Held.Of(d)
	for _, w := range d.Flow.Widgets {
		fixed[w.Index] = w.Facts.Split && d.Flow.LoopOf(w) != nil && held.ComparesFixed(w)
	}
	all := answeredBefore(d)
	if !slices.Contains(fixed, true) {
		return all
	}
	seen := map[*flow.Widget]bool{}
	// The way out is a branch, and noMatch leads round, or the other way about.
	for _, out := range []schemas.EventKind{schemas.KindBranch, schemas.KindNoMatch} {
		for _, loop := range loopsWithout(d, fixed, out) {
			if readsAnswers(d.Flow, loop) {
				continue
			}
			if split := fixedExit(loop, fixed); split != nil && !seen[split] {
				seen[split] = true
				all = append(all, Loop{Loop: loop, Kind: ExitNeverOpens, Split: split, Ref: reads.Compared(d.Flow, split)[0]})
			}
		}
	}
	return all
}

// loopsWithout returns the loops that remain when some splits are not left by one kind of
// transition.
func loopsWithout(d *project.Document, splits []bool, out schemas.EventKind) []*flow.Loop {
	return slices.DeleteFunc(d.Flow.LoopsWhere(func(t *flow.Transition) bool {
		return t.Facts.Known() && !t.Dangling() && !(splits[t.From.Index] && t.Facts.Kind == out)
	}), func(loop *flow.Loop) bool { return len(loop.Widgets) < 2 || !d.Flow.Reachable(loop.Widgets[0]) })
}

// answeredBefore returns the loops that are only left by the fitting answer to a question
// outside of them, while they ask another one and read what is answered to that.
func answeredBefore(d *project.Document) []Loop {
	splits := make([]bool, len(d.Flow.Widgets))
	for _, w := range d.Flow.Widgets {
		splits[w.Index] = w.Facts.Split && d.Flow.LoopOf(w) != nil && testsQuestion(d.Flow, w)
	}
	if !slices.Contains(splits, true) {
		return nil
	}
	var all []Loop
	for _, loop := range loopsWithout(d, splits, schemas.KindBranch) {
		round := values.Held.Of(d).Round(loop)
		own := func(w *flow.Widget) bool {
			return splits[w.Index] && slices.ContainsFunc(reads.Compared(d.Flow, w), func(r flow.Ref) bool { return round.Of(r) != values.Stays })
		}
		if slices.ContainsFunc(loop.Widgets, own) || !readsAnswers(d.Flow, loop) {
			continue
		}
		if split := fixedExit(loop, splits); split != nil {
			all = append(all, Loop{Loop: loop, Kind: ExitNeverOpens, Split: split, Ref: reads.Compared(d.Flow, split)[0], Elsewhere: true})
		}
	}
	return all
}

// testsQuestion reports whether all that a split tests are answers to questions of the flow.
func testsQuestion(f *flow.Flow, split *flow.Widget) bool {
	refs := reads.Compared(f, split)
	return len(refs) > 0 && !reads.ComparesUnknown(split) && !slices.ContainsFunc(refs, func(r flow.Ref) bool {
		return r.Root() != "widgets" || !reads.IsAnswer(f, r)
	})
}

// fixedExit returns the first of the fixed splits by which a loop is left; nil when
// it is left otherwise, too.
func fixedExit(loop *flow.Loop, fixed []bool) *flow.Widget {
	var split *flow.Widget
	for _, t := range loop.Leaving {
		e := t.Facts
		switch {
		case !e.Known():
			return nil
		case fixed[t.From.Index]:
			if split == nil {
				split = t.From
			}
		case e.Kind == schemas.KindFailure, e.Kind == schemas.KindTimeout, e.Kind == schemas.KindHangup,
			e.Kind == schemas.KindInput && t.Ends(): // an answer of a kind that nobody asks for
		default:
			return nil
		}
	}
	return split
}

// readsAnswers reports whether a widget of the loop reads what one with which a
// person has to do has stored.
func readsAnswers(f *flow.Flow, loop *flow.Loop) bool {
	for _, w := range loop.Widgets {
		for _, t := range f.TemplatesOf(w) {
			for _, r := range t.Refs() {
				if asked := f.Widget(r.Name(1)); asked != nil && r.Root() == "widgets" && loop.Has(asked) && asked.Facts.Interactive {
					return true
				}
			}
		}
	}
	return false
}

// AnswerIn returns the path of what a person answers in the loop; "" when nobody is
// asked.
func AnswerIn(loop *flow.Loop) string {
	for _, t := range loop.Inside {
		if path := reads.AnswerOn(t); path != "" {
			return path
		}
	}
	return ""
}
