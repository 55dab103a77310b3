package policy

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/finding"
)

// A small is a small flow whose widgets are told apart by the first letter of their names:
// m is what a policy is about, p what is to be passed, z where between leads, x the others.
type small struct {
	names []string
	next  [][]int // of a widget, by transition; 0 for the end
}

var smallEvents = []string{"keypress", "speech", "timeout"}

func randomSmall(r *rand.Rand) small {
	s := small{names: []string{"Trigger"}, next: [][]int{{1}}}
	n := 2 + r.IntN(6)
	for i := 1; i <= n; i++ {
		s.names = append(s.names, fmt.Sprintf("%c%d", "mmpzxx"[r.IntN(6)], i))
		var next []int
		for range smallEvents {
			next = append(next, max(0, r.IntN(n+2)-1))
		}
		s.next = append(s.next, next)
	}
	return s
}

func (s small) flow() string {
	lines := []string{"Trigger trigger: incomingCall " + s.names[1]}
	for i := 1; i < len(s.names); i++ {
		var wiring []string
		for j, to := range s.next[i] {
			step := smallEvents[j]
			if to > 0 {
				step += " " + s.names[to]
			}
			wiring = append(wiring, step)
		}
		lines = append(lines, s.names[i]+" gather-input-on-call: "+strings.Join(wiring, ", ")+` | "say": "x"`)
	}
	return aFlow(lines...)
}

// paths goes over every path without a circle from a widget: the path, and whether it ends
// the flow.
func (s small) paths(path []int, look func(path []int, ended bool)) {
	look(path, false)
	for _, to := range s.next[path[len(path)-1]] {
		switch {
		case to == 0:
			look(path, true)
		case !slices.Contains(path, to):
			s.paths(append(slices.Clip(path), to), look)
		case to == path[0]:
			look(append(slices.Clip(path), to), false) // back to where it began
		}
	}
}

// is reports whether one of some widgets has a letter.
func (s small) is(letter byte, path ...int) bool {
	return slices.ContainsFunc(path, func(i int) bool { return s.names[i][0] == letter })
}

// broken returns by trying all paths which policies which widgets break.
func (s small) broken() []string {
	var list []string
	add := func(policy string, w int) {
		if line := policy + " " + s.names[w]; !slices.Contains(list, line) {
			list = append(list, line)
		}
	}
	var reached []int
	s.paths([]int{0}, func(path []int, _ bool) {
		w := path[len(path)-1]
		reached = append(reached, w)
		if s.is('m', w) && !s.is('p', path...) {
			add("before", w)
		}
	})
	for w := range s.names {
		if !s.is('m', w) || !slices.Contains(reached, w) {
			continue
		}
		s.paths([]int{w}, func(path []int, ended bool) {
			last := path[len(path)-1]
			if ended && !s.is('p', path[1:]...) {
				add("after", w)
			}
			if len(path) > 1 && s.is('z', last) && !s.is('p', path[1:]...) {
				add("between", w)
			}
		})
	}
	slices.Sort(list)
	return list
}

// What the policies about paths find without trying paths is what trying all of them finds.
func TestPathsOfSmallFlows(t *testing.T) {
	const policies = `policies:
  - {id: before, message: x, match: {name: "m*"}, require: {before: {name: "p*"}}}
  - {id: after, message: x, match: {name: "m*"}, require: {after: {name: "p*"}}}
  - {id: between, message: x, match: {name: "m*"}, require: {between: {to: {name: "z*"}, passes: {name: "p*"}}}}
`
	r := rand.New(rand.NewPCG(1, 2))
	kept, broke := 0, 0
	for range 300 {
		s := randomSmall(r)
		got := []string{}
		for _, d := range run(t, policies, s.flow()) {
			got = append(got, d.Rule.ID+" "+d.Widget)
			for i, step := range d.Path {
				if step.Widget[0] == 'p' {
					t.Errorf("step %d from 0 of the path that shows %s is what it is to pass:\n%s", i+1, d.Rule.ID, say([]*finding.Diagnostic{d}))
				}
			}
		}
		slices.Sort(got)
		want := s.broken()
		if !slices.Equal(got, want) {
			t.Fatalf("%v, want %v in\n%s", got, want, s.flow())
		}
		broke += len(want)
		if len(want) == 0 {
			kept++
		}
	}
	if kept < 20 || broke < 200 {
		t.Errorf("%d flows break nothing, the others %d policies: that shows little", kept, broke)
	}
}
