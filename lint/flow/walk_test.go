package flow

import (
	"slices"
	"testing"

	"studiolint/schemas"
)

// A circle of widgets, each of which leads to the next and to the one before; more of them than a walk holds at once.
func TestWalk(t *testing.T) {
	const n = 3 * few
	circle := make([]*Widget, n)
	for i := range circle {
		circle[i] = &Widget{Index: i}
	}
	for i, w := range circle {
		w.Transitions = []*Transition{{Meant: circle[(i+1)%n]}, {}, {Meant: circle[(i+n-1)%n]}}
	}
	walk := func(goesOn func(*Walk, *Widget), first int, omitted ...*Widget) (found []int) {
		walk := WalkFrom(circle[0], nil, circle[0])
		walk.Omit(omitted...)
		for w := range walk.First(first) {
			found = append(found, w.Index)
			goesOn(&walk, w)
			if !walk.Has(w) {
				t.Errorf("it does not have %d, which it comes to", w.Index)
			}
		}
		if walk.Has(nil) {
			t.Error("it has no widget")
		}
		return found
	}
	if found := walk((*Walk).AddNext, 2*n); len(found) != n || !slices.Equal(found[:5], []int{0, 1, n - 1, 2, n - 2}) {
		t.Errorf("it comes to %v, not to each once, nearest first", found)
	}
	if found := walk((*Walk).AddNext, 4); !slices.Equal(found, []int{0, 1, n - 1, 2}) {
		t.Errorf("the first four are %v", found)
	}
	if found := walk((*Walk).AddNext, n, circle[2], circle[n-1]); !slices.Equal(found, []int{0, 1}) {
		t.Errorf("it comes to %v, past what is left out", found)
	}
	if found := walk(func(*Walk, *Widget) {}, n); !slices.Equal(found, []int{0}) {
		t.Errorf("it comes to %v, to which nobody went on", found)
	}
	if got := testing.AllocsPerRun(10, func() {
		walk := WalkFrom(circle[0])
		for w := range walk.First(few / 2) {
			walk.AddNext(w)
		}
	}); got > 0 {
		t.Errorf("a short walk takes %.0f allocations", got)
	}
}

// Three widgets in a row, of which the last one leads nowhere.
func TestAhead(t *testing.T) {
	to := func(next *Widget) []*Transition {
		return []*Transition{{Facts: &schemas.Event{Kind: schemas.KindFailure}}, {Facts: &schemas.Event{Kind: schemas.KindSuccess}, Meant: next}}
	}
	c := &Widget{Index: 2}
	b := &Widget{Index: 1, Transitions: to(c)}
	a := &Widget{Index: 0, Transitions: to(b)}
	for name, test := range map[string]struct{ got, want []*Widget }{
		"all":       {slices.Collect(a.Ahead(9)), []*Widget{a, b, c}},
		"first two": {slices.Collect(a.Ahead(2)), []*Widget{a, b}},
		"after":     {slices.Collect(a.Onward().Ahead(9)), []*Widget{b, c}},
		"nowhere":   {slices.Collect(a.Transitions[0].Ahead(9)), nil},
		"nil":       {slices.Collect(c.Onward().Ahead(9)), nil},
	} {
		if !slices.Equal(test.got, test.want) {
			t.Errorf("%s: %v", name, test.got)
		}
	}
}
