package page

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
)

// pairOf makes a pair of two flows of which the second lacks the last widget of the
// first, has another one, calls the second w-new and leads the first to the third.
func pairOf(title string, was, now *flow.Flow) Pair {
	rule := &finding.Rule{ID: "rule-a", Severity: finding.Warning}
	say := func(w *flow.Widget) *finding.Diagnostic {
		d := finding.New(rule, w, "%s is wrong", w.Name)
		d.Resolve()
		return d
	}
	pair := Pair{Title: title, Note: "what changed " + evil, Twins: map[*flow.Widget]*flow.Widget{}}
	pair.Now = Side{Flow: now, Found: []*finding.Diagnostic{say(now.Widgets[3])}}
	pair.Items = []Item{{Kind: "changed", HTML: "<strong>about</strong> the flow"}}
	if was == nil {
		return pair
	}
	pair.Was = Side{Flow: was, Found: []*finding.Diagnostic{say(was.Widgets[4])}}
	last := len(now.Widgets) - 1
	for i, w := range now.Widgets[:last] {
		pair.Twins[w] = was.Widgets[i]
	}
	spot := func(w *flow.Widget) Spot { return Spot{w, w.Transitions[0]} }
	pair.Was.Marks = draw.Marks{
		Widgets:     map[*flow.Widget]draw.Mark{was.Widgets[last]: draw.Removed, was.Widgets[1]: draw.Changed, was.Widgets[5]: draw.Moved},
		Transitions: map[*flow.Transition]draw.Mark{was.Widgets[1].Transitions[0]: draw.Removed},
	}
	pair.Now.Marks = draw.Marks{
		Widgets:     map[*flow.Widget]draw.Mark{now.Widgets[last]: draw.Added, now.Widgets[1]: draw.Changed, now.Widgets[5]: draw.Moved},
		Transitions: map[*flow.Transition]draw.Mark{now.Widgets[1].Transitions[0]: draw.Added},
	}
	pair.Items = append(pair.Items,
		Item{Kind: "renamed", HTML: "called otherwise", Line: "line 1", Was: spot(was.Widgets[2]), Now: spot(now.Widgets[2])},
		Item{Kind: "rewired", HTML: "<ins>leads</ins> <del>led</del> " + Text(evil), Line: "line 1", Was: spot(was.Widgets[1]), Now: spot(now.Widgets[1])},
		Item{Kind: "added", HTML: "added", Line: "line 1", Now: spot(now.Widgets[last])},
		Item{Kind: "removed", HTML: "removed", Line: "was line 1", Was: spot(was.Widgets[last])},
		Item{Kind: "warning", Head: "new warning", HTML: "is wrong", Rule: "rule-a", Now: spot(now.Widgets[3])},
		Item{Kind: "gone", Head: "gone warning", HTML: "was wrong", Rule: "rule-a", Was: spot(was.Widgets[4])},
	)
	return pair
}

func samplePair(t testing.TB) []byte {
	t.Helper()
	p := Page{Title: "studiolint diff", Summary: "something changed", Lists: Differences}
	named := func(prefix string, last string) *flow.Flow {
		return parse(t, chain(9, func(i int) string {
			switch {
			case i == 8:
				return prefix + last
			case i == 2 && last == "new":
				return prefix + "two"
			}
			return fmt.Sprint(prefix, i)
		}, "needle"+prefix))
	}
	var sections []*Section
	for _, pair := range []Pair{
		pairOf("a pair", named("w", "old"), named("w", "new")),
		pairOf("hostile "+evil, named(evil, "old"), named(evil, "new")),
		pairOf("a new file", nil, named("w", "new")),
	} {
		s, err := p.Pair(pair)
		if err != nil {
			t.Fatal(err)
		}
		sections = append(sections, s)
	}
	var b bytes.Buffer
	if err := p.Write(&b, sections); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is seen of a page of pairs by a browser.
type seenPair struct {
	trouble
	Items   int
	Marks   map[string][2]int
	Clicked map[string][2]at
	Details string
	Closed  bool
	Twin    [2]at
	Second  int
	Moves   []bool
	Front   [][2]bool
	Wide    float64
	OnlyNew [2]int

	WithoutRewired, Hits, Hostile, Paper int
}

// at is the widget that is selected in a view, and how far it is from its middle.
type at struct {
	Name string
	Off  float64
}

func (a at) is(name string) bool { return a.Name == name && a.Off < 3 }

// Differences lead to the widgets in both pictures.
func TestPairInBrowser(t *testing.T) {
	var s seenPair
	browse(t, "pair.mjs", samplePair(t), &s)
	s.none(t)
	expect(t, s.Items == 15, "%d items", s.Items)
	for mark, want := range map[string][2]int{"added": {0, 2}, "removed": {2, 0}, "changed": {1, 1}, "moved": {1, 1}} {
		expect(t, s.Marks[mark] == want, "%s: %v are marked", mark, s.Marks[mark])
	}
	for kind, want := range map[string][2]string{
		"renamed": {"w2", "wtwo"}, "rewired": {"w1", "w1"}, "added": {"", "wnew"}, "removed": {"wold", ""}, "warning": {"w3", "w3"}, "gone": {"w4", "w4"},
	} {
		got := s.Clicked[kind]
		expect(t, got[0].is(want[0]) && got[1].is(want[1]), "%s leads to %v", kind, got)
	}
	for _, want := range []string{"Differences", "gone warning: was wrong", "Leads to", "Properties"} {
		expect(t, strings.Contains(s.Details, want), "the details of a widget lack %q: %q", want, s.Details)
	}
	expect(t, s.Closed, "Escape does not close")
	expect(t, s.Twin[0].Name == "w2" && s.Twin[1].is("wtwo"), "a widget shows %v", s.Twin)
	expect(t, s.Second == 4, "difference %d is current", s.Second)
	for i, what := range []string{"the other picture stays", "the one with the focus moves", "the button zooms the first", "and the second"} {
		expect(t, i < len(s.Moves) && s.Moves[i], "not so: %s", what)
	}
	expect(t, s.WithoutRewired == 0 && s.Hits == 9, "the filters leave %d, %d hits", s.WithoutRewired, s.Hits)
	expect(t, s.Hostile == 0, "a hostile flow put %d things into the page", s.Hostile)
	expect(t, s.OnlyNew == [2]int{0, 9}, "a new file shows %v widgets", s.OnlyNew)
	expect(t, len(s.Front) == 2 && s.Front[0] == [2]bool{true, false} && s.Front[1] == [2]bool{false, true} && s.Wide <= 0, "a phone shows %v, %v too wide", s.Front, s.Wide)
	expect(t, s.Paper == 6, "%d pictures are printed", s.Paper)
}
