package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A LeftOut is a step that all branches of a split come to but one, which otherwise does the same as they do.
type LeftOut struct {
	By    *flow.Transition // that leads past it
	Step  *flow.Widget     // of a sister, or of all of them
	Count int              // of the sisters
}

// LeftOuts are those of a flow, one a split.
var LeftOuts = lint.NewFact(func(d *project.Document) (all []LeftOut) {
	const fewest, most = 3, 24
	for _, w := range d.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || len(w.Transitions) <= fewest || len(w.Transitions) > most ||
			!d.Flow.Reachable(w) {
			continue
		}
		var ways []straightWay
		for _, t := range w.Transitions {
			if t.Facts.Kind == schemas.KindBranch {
				ways = append(ways, newStraightWay(d.Flow, t))
			}
		}
		if len(ways) >= fewest {
			if l, ok := stepLeftOut(d.Flow, ways); ok {
				all = append(all, l)
			}
		}
	}
	return all
})

// A straightWay is what a branch leads to before anything is asked or decided.
type straightWay struct {
	by    []*flow.Transition // to each step, and to where it goes on
	steps []*flow.Widget
	end   *flow.Widget // where it goes on; nil where it ends
}

func newStraightWay(f *flow.Flow, t *flow.Transition) (way straightWay) {
	const far = 6
	for range far {
		if t = effects.LastIdle(f, t); t == nil {
			return way
		}
		way.by = append(way.by, t)
		next := t.Meant
		switch act := effects.ActOf(next); {
		case next == nil:
			return way
		case next.Incomplete || act != effects.Sets && act != effects.Tells && act != effects.Requests:
			way.end = next
			return way
		default:
			way.steps = append(way.steps, next)
			t = next.Onward()
		}
	}
	return straightWay{}
}

// stepLeftOut returns the step that one of some ways leaves out, which all others have in one place of theirs.
func stepLeftOut(f *flow.Flow, ways []straightWay) (l LeftOut, ok bool) {
	const least = 2 // steps of a whole way
	short := shortest(ways)
	if short < 0 {
		return l, false
	}
	odd := &ways[short]
	var whole *straightWay
	for i := range ways {
		way := &ways[i]
		switch {
		case i == short:
		case len(way.steps) < least || len(way.steps) != len(odd.steps)+1,
			way.end == nil || odd.end == nil || way.end.Type != odd.end.Type,
			whole != nil && !isLikeWay(whole, way):
			return l, false
		case whole == nil:
			whole = way
		}
	}
	at := gapOf(odd, whole)
	if at <= 0 || !isMeantForAll(f, ways, short, at) {
		return l, false
	}
	return LeftOut{By: odd.by[at], Step: whole.steps[at], Count: len(ways) - 1}, true
}

// shortest returns which of some ways alone has the fewest steps; -1 for none.
func shortest(ways []straightWay) int {
	fewest, at, alone := len(ways[0].steps), 0, true
	for i := range ways[1:] {
		switch n := len(ways[i+1].steps); {
		case n < fewest:
			fewest, at, alone = n, i+1, true
		case n == fewest:
			alone = false
		}
	}
	if !alone {
		return -1
	}
	return at
}

// isLikeWay reports whether two ways have steps of the same types.
func isLikeWay(a, b *straightWay) bool {
	sameType := func(a, b *flow.Widget) bool { return a.Type == b.Type }
	return sameType(a.end, b.end) && slices.EqualFunc(a.steps, b.steps, sameType)
}

// gapOf returns which step of a whole way another one lacks, when all others are alike; -1 for none.
func gapOf(odd, whole *straightWay) int {
	at := 0
	for at < len(odd.steps) && odd.steps[at].Type == whole.steps[at].Type && odd.steps[at] != whole.steps[at+1] {
		at++
	}
	for i := at; i < len(odd.steps); i++ {
		if odd.steps[i].Type != whole.steps[i+1].Type {
			return -1
		}
	}
	return at
}

// isMeantForAll reports whether the step that one way lacks is one that is meant for it as well: it keeps a record, by its
// name or its address, or is one for all others, and reads a variable that the odd way sets, too.
func isMeantForAll(f *flow.Flow, ways []straightWay, short, at int) bool {
	var step *flow.Widget
	shared, records := true, true
	for i := range ways {
		if i == short {
			continue
		}
		own := ways[i].steps[at]
		shared = shared && (step == nil || own == step)
		records = records && effects.ActOf(own) == effects.Requests && (words.KeepsRecord(own.Name) ||
			own.Facts.Request != nil && words.LogsAt(own.Property(own.Facts.Request.URL).Text()))
		step = own
	}
	if effects.ActOf(step) == effects.Tells {
		return false
	}
	return records || shared && readsWhatIsSet(f, step, ways[short].steps[:at])
}

// readsWhatIsSet reports whether a step reads a variable that one of some steps sets.
func readsWhatIsSet(f *flow.Flow, step *flow.Widget, set []*flow.Widget) bool {
	isSet := func(key string) bool {
		return slices.ContainsFunc(set, func(w *flow.Widget) bool {
			return slices.ContainsFunc(f.Writes(w), func(write flow.Write) bool { return write.Key.Text() == key })
		})
	}
	return f.Reads(step, func(r flow.Ref) bool {
		key, ok := reads.VariableOf(f, r)
		return ok && isSet(key)
	})
}
