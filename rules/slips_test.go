package rules

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// TestSlips plants one slip at a time in flows that are mended already, and mends them: at
// least 97 % come back exactly as they were, and in no flow anything but the slip changes.
// What does not come back is left as it is, since nobody can tell what was meant: those
// that the log shows.
func TestSlips(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	const least = 97.0
	most := 1
	if os.Getenv("STUDIOLINT_LONG") != "" {
		most = 4
	}
	type count struct{ planted, back int }
	var mu sync.Mutex
	counts := map[string]*count{}
	var missed []string
	each(mutationTexts(t), func(s flowText) {
		if again := mendText(t, s.path, s.text, false).After[s.path]; again != nil {
			s.text = again
		}
		for _, m := range sample(slips(flowOf(s)), most) {
			text := m.apply(s.text)
			after := mendText(t, s.path, text, false).After[s.path]
			if after == nil {
				after = text
			}
			mu.Lock()
			c := counts[m.group()]
			if c == nil {
				c = &count{}
				counts[m.group()] = c
			}
			c.planted++
			line := fmt.Sprintf("%s in %s: %.60s written as %.60s", m.group(), s.path, s.text[m.edits[0].at.Start:m.edits[0].at.End], m.edits[0].text)
			switch {
			case bytes.Equal(after, s.text):
				c.back++
			case !elsewhereSame(s.text, after, m.edits[0].at.Start, len(s.text)-m.edits[0].at.End):
				t.Errorf("%s: something else has changed\n%s", line, difference(s.text, after))
			case bytes.Equal(after, text):
				missed = append(missed, line)
			default:
				missed = append(missed, line+", mended as something else")
			}
			mu.Unlock()
		}
	})
	planted, back := 0, 0
	for _, group := range slices.Sorted(maps.Keys(counts)) {
		c := counts[group]
		t.Logf("%-40s %5d planted %5d come back", group, c.planted, c.back)
		planted, back = planted+c.planted, back+c.back
	}
	share := 100 * float64(back) / float64(max(planted, 1))
	slices.Sort(missed)
	t.Logf("%.1f %% of %d; not mended:\n%s", share, planted, strings.Join(missed, "\n"))
	if planted < 150 || share < least {
		t.Errorf("%d of %d come back as they were: %.1f %%, want %.0f %%", back, planted, share, least)
	}
}

// elsewhereSame reports whether two texts have the same beginning and end, of so many bytes.
func elsewhereSame(a, b []byte, beginning, end int) bool {
	return len(b) >= beginning+end && bytes.Equal(a[:beginning], b[:beginning]) && bytes.Equal(a[len(a)-end:], b[len(b)-end:])
}

// difference shows where two texts part.
func difference(a, b []byte) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	around := func(s []byte) []byte { return s[max(i-60, 0):min(i+60, len(s))] }
	return fmt.Sprintf("was %s\nis  %s", around(a), around(b))
}

// slips are what people write by mistake and everybody can read: names, events and members
// in another case, numbers as text and texts as numbers, "name" for "next", known slips of
// events, one letter too many.
func slips(f *flow.Flow) []fault {
	p := slipper{flow: f}
	for _, w := range f.Widgets {
		known := schemas.Lookup(w.Type)
		if known == nil || f.Widget(w.Name) != w {
			continue
		}
		for _, t := range w.Transitions {
			p.transition(w, known, t)
		}
		p.properties(w, known)
	}
	if w := f.Widget(f.Initial.Text()); w != nil {
		p.add("case", "initial state", replace(f.Initial, quoteJSON(wrongCase(w.Name, func(name string) bool { return f.Widget(name) != nil }))))
	}
	for _, r := range f.Refs() {
		p.reference(r)
	}
	return p.list
}

type slipper struct {
	flow *flow.Flow
	list []fault
}

func (p *slipper) add(kind, what string, e edit) {
	p.list = append(p.list, fault{kind: kind, what: what, edits: []edit{e}})
}

func (p *slipper) transition(w *flow.Widget, known *schemas.Widget, t *flow.Transition) {
	isName := func(name string) bool { return p.flow.Widget(name) != nil }
	if to := p.flow.Widget(t.Next); to != nil && t.NextNode.IsString() {
		p.add("case", "next", replace(t.NextNode, quoteJSON(wrongCase(t.Next, isName))))
		if t.Node.Get("name").Exists() {
			return
		}
		p.add("name for next", "transition", rename(t.NextNode, "name"))
	}
	event := known.Event(t.Event)
	if event == nil || known.OpenEvents || w.Repeats() {
		return
	}
	isEvent := func(name string) bool { return known.Event(name) != nil }
	if len(t.Event) > 4 {
		p.add("misspelt", "event", replace(t.EventNode, quoteJSON(misspell(t.Event, isEvent))))
	}
	p.add("case", "event", replace(t.EventNode, quoteJSON(wrongCase(t.Event, isEvent))))
	for _, slip := range known.Aliases.Events {
		if slip.Value == t.Event {
			p.add("known slip", "event", replace(t.EventNode, quoteJSON(slip.Name)))
			break
		}
	}
}

var wholeNumber = regexp.MustCompile(`^[1-9][0-9]{0,8}$`)

func (p *slipper) properties(w *flow.Widget, known *schemas.Widget) {
	for name, n := range w.Properties.Members() {
		facts := known.Property(name)
		s := known.Schema.At("properties", name)
		if facts == nil || s == nil {
			continue
		}
		taken := func(other string) bool { return known.Schema.At("properties", other) != nil }
		p.add("case", "property", rename(n, wrongCase(name, taken)))
		if len(name) > 4 {
			p.add("misspelt", "property", rename(n, misspell(name, taken)))
		}
		raw := string(n.Raw())
		switch {
		case n.IsString() && s.Types == schemas.String && wholeNumber.MatchString(n.Text()):
			p.add("kind", "text as number", replace(n, n.Text()))
		case n.Kind() == source.Number && s.Types == schemas.Integer && wholeNumber.MatchString(raw):
			p.add("kind", "number as text", replace(n, quoteJSON(raw)))
			p.add("kind", "number with a fraction", replace(n, raw+".0"))
		case n.Kind() == source.Bool && s.Types == schemas.Boolean:
			p.add("kind", "truth as text", replace(n, quoteJSON(raw)))
		}
	}
}

// reference writes the names in a path in another case: of a widget, of what it stores, of a
// variable.
func (p *slipper) reference(r flow.Ref) {
	if r.Broken || r.Template.Literal {
		return
	}
	segment := func(i int, what string, taken func(string) bool) {
		if i >= len(r.Segments) || r.Segments[i].Kind != liquid.NameSegment {
			return
		}
		at := r.SegmentPlace(i)
		f, span := at.Locate()
		if f == nil || span.Len() != len(r.Segments[i].Name) {
			return
		}
		p.add("case", what, edit{at: span, text: wrongCase(r.Segments[i].Name, taken)})
		if len(r.Segments[i].Name) > 4 {
			p.add("misspelt", what, edit{at: span, text: misspell(r.Segments[i].Name, taken)})
		}
	}
	switch {
	case r.Root() == "widgets" && p.flow.Widget(r.Name(1)) != nil:
		segment(1, "widget in a path", func(name string) bool { return p.flow.Widget(name) != nil })
		outputs := p.flow.Widget(r.Name(1)).Facts.Outputs
		if len(outputs.Keys) > 0 && r.Name(2) != "" && outputs.Key(r.Name(2)) != nil {
			segment(2, "output", func(name string) bool { return outputs.Key(name) != nil })
		}
	case r.Root() == "flow" && r.Name(1) == "variables":
		if v := p.flow.Variable(r.Name(2)); v != nil && len(v.Writes) > 0 {
			segment(2, "variable", func(name string) bool { o := p.flow.Variable(name); return o != nil && len(o.Writes)+len(o.Reads) > 0 })
		}
	}
}

// A second run changes nothing, whatever the flow; there is no finding after it that was not
// there before, and what was JSON still is.
func TestMendingFlows(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	texts := flowTexts(t, "../testdata/flows", 1)
	if corpus := os.Getenv("STUDIOLINT_CORPUS"); corpus != "" {
		texts = append(texts, flowTexts(t, corpus, 1)...)
	}
	each(texts, func(s flowText) {
		for _, unsafe := range []bool{false, true} {
			out := mendText(t, s.path, s.text, unsafe)
			after := out.After[s.path]
			if after == nil {
				continue
			}
			if source.Parse("", s.text).Syntax == nil && source.Parse("", after).Syntax != nil {
				t.Errorf("%s (unsafe: %v) is no longer JSON", s.path, unsafe)
			}
			if again := mendText(t, s.path, after, unsafe); len(again.After) > 0 {
				t.Errorf("%s (unsafe: %v): a second run changes %q", s.path, unsafe, again.Made[0].Fix.Title)
			}
			if unsafe {
				continue // a guess may show what was hidden
			}
			had := map[string]int{}
			for _, d := range lintText(s.path, s.text).Diagnostics {
				had[d.Rule.ID+d.Widget]++
			}
			for _, d := range lintText(s.path, after).Diagnostics {
				if had[d.Rule.ID+d.Widget]--; had[d.Rule.ID+d.Widget] < 0 {
					t.Errorf("%s: mended, it has a finding more: %s [%s]", s.path, d.Message, d.Rule.ID)
				}
			}
		}
	})
}
