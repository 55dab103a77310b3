package policy

import (
	"slices"
	"testing"

	"studiolint/lint/flow"
)

// Of a way as many steps are told at each end as asked for, or all, whichever side it was
// walked from.
func TestWays(t *testing.T) {
	const length = 70
	widgets := []*flow.Widget{{}}
	forth, back := newWays(length+1), newWays(length+1)
	forth.add(widgets[0], nil, nil)
	back.add(widgets[0], nil, nil)
	var chain, reversed []*flow.Transition
	for i := 1; i <= length; i++ {
		w, last := &flow.Widget{Index: i}, widgets[i-1]
		chain = append(chain, &flow.Transition{From: last, Meant: w})
		forth.add(w, chain[i-1], last)
		reversed = append(reversed, &flow.Transition{From: w, Meant: last})
		back.add(w, reversed[i-1], last)
		widgets = append(widgets, w)
	}
	ends := func(way []*flow.Transition, first, last int) []*flow.Transition {
		if len(way) <= first+last {
			return way
		}
		return slices.Concat(way[:first], way[len(way)-last:])
	}
	for n := range length + 1 {
		for _, first := range []int{1, 2, 9, 10} {
			for _, last := range []int{2, 10} {
				down := slices.Clone(chain[:n])
				slices.Reverse(down)
				got := forth.from(widgets[n], nil, first, last, func(t *flow.Transition) *flow.Widget { return t.From })
				if want := ends(down, first, last); !slices.Equal(got, want) {
					t.Fatalf("%d steps, %d and %d of them: %d came", n, first, last, len(got))
				}
				down = slices.Clone(reversed[:n])
				slices.Reverse(down)
				got = back.from(widgets[n], nil, first, last, func(t *flow.Transition) *flow.Widget { return t.Meant })
				if want := ends(down, first, last); !slices.Equal(got, want) {
					t.Fatalf("back: %d steps, %d and %d of them: %d came", n, first, last, len(got))
				}
			}
		}
	}
}
