package draw

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

func picture(f *flow.Flow, o Options, found ...*finding.Diagnostic) *Picture {
	o.Title = "flow.json"
	return New(f, found, o)
}

// A transition whose name no widget has is no arrow, however near a name is, and it is
// said.
func TestNoGuess(t *testing.T) {
	f := parse(t, definition(
		state{name: "Trigger", typ: "trigger", on: [][2]string{{"incomingCall", "mneu"}}},
		state{name: "menu", typ: "say-play", text: "Hello"}))
	if f.Widgets[0].Transitions[0].Meant != f.Widgets[1] {
		t.Fatal("the slip is not understood, so this tests nothing")
	}
	p := picture(f, Options{})
	if len(p.Arrows) != 0 {
		t.Errorf("%d arrows", len(p.Arrows))
	}
	if len(p.LeftOut) != 1 || !strings.Contains(p.LeftOut[0], `"mneu"`) {
		t.Errorf("left out: %q", p.LeftOut)
	}
	for format, text := range formats(t, p) {
		if !strings.Contains(text, "mneu") {
			t.Errorf("%s does not name it", format)
		}
	}
	slip := parse(t, definition(state{name: "Trigger", typ: "trigger"}, state{name: "menu", typ: "say-paly", text: "Hello"})).Widgets[1]
	if got := typeOf(slip); !slip.TypeGuessed || got != "say-paly" {
		t.Errorf("a type that is misspelt is drawn as %s", got)
	}
}

func formats(t testing.TB, p ...*Picture) map[string]string {
	t.Helper()
	all := map[string]string{}
	for format, write := range map[string]func(io.Writer, []*Picture) error{"mermaid": WriteMermaid, "dot": WriteDOT, "svg": WriteSVG} {
		var b bytes.Buffer
		if err := write(&b, p); err != nil {
			t.Fatal(err)
		}
		all[format] = b.String()
	}
	return all
}

// Boxes are where Studio has them, as far as that can be.
func TestOffsets(t *testing.T) {
	at := func(x, y any) state { return state{typ: "say-play", text: "Hello", x: x, y: y} }
	for name, c := range map[string]struct {
		states []state
		own    bool
	}{
		"as in Studio":    {[]state{at(0, 0), at(300, 200), at(-400, 200.5), at(0, 500)}, false},
		"one is missing":  {[]state{at(0, 0), at(300, 200), at(-400, 200), at(0, 500), at(nil, nil), at(0, 900)}, false},
		"one is too far":  {[]state{at(0, 0), at(300, 200), at(-400, 200), at(0, 500), at(1e300, 5), at(0, 900)}, false},
		"two are equal":   {[]state{at(0, 0), at(300, 200), at(-400, 200), at(0, 500), at(0, 500), at(0, 900)}, false},
		"all are equal":   {[]state{at(7, 7), at(7, 7), at(7, 7), at(7, 7)}, true},
		"all are missing": {[]state{at(nil, nil), at(nil, nil), at(nil, nil)}, true},
		"all are text":    {[]state{at("1", "2"), at("100", "200")}, true},
	} {
		t.Run(name, func(t *testing.T) {
			for i := range c.states {
				c.states[i].name = fmt.Sprint("w", i)
				c.states[i].on = [][2]string{{"audioComplete", fmt.Sprint("w", i+1)}}
			}
			p := picture(parse(t, definition(c.states...)), Options{})
			if p.OwnLayout != c.own {
				t.Errorf("a layout of our own: %v", p.OwnLayout)
			}
			for i, a := range p.Boxes {
				if a.X < 0 || a.Y < 0 || a.X+a.W > p.Width || a.Y+a.H > p.Height {
					t.Errorf("box %d lies outside: %v, %v", i, a.X, a.Y)
				}
				for _, b := range p.Boxes[:i] {
					if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
						t.Errorf("%s and %s overlap", a.Name, b.Name)
					}
				}
			}
			if !c.own && (p.Boxes[1].X-p.Boxes[0].X != 300 || p.Boxes[1].Y-p.Boxes[0].Y != 200) {
				t.Errorf("the second box is at %v, %v of the first", p.Boxes[1].X-p.Boxes[0].X, p.Boxes[1].Y-p.Boxes[0].Y)
			}
		})
	}
}

// Findings are on their widgets and arrows, with the path of the worst one.
func TestFindings(t *testing.T) {
	f := parse(t, definition(
		state{name: "Trigger", typ: "trigger", on: [][2]string{{"incomingCall", "a"}}},
		state{name: "a", typ: "say-play", text: "Hello", on: [][2]string{{"audioComplete", "b"}}},
		state{name: "b", typ: "say-play", text: "https://u:secret@example.com", on: [][2]string{{"audioComplete", "a"}}},
		state{name: "lost", typ: "say-play", text: "Hello"}))
	first, second := f.Widgets[0].Transitions[0], f.Widgets[1].Transitions[0]
	hidden := found(f.Widgets[2].Property("say").Place(), finding.Error)
	hidden.Sensitive, hidden.Suppressed = true, &finding.Suppression{}
	p := picture(f, Options{}, found(f.Widgets[1].Place(), finding.Note), found(second.Place(), finding.Error, first, second), hidden)
	a, b, lost := p.Boxes[1], p.Boxes[2], p.Boxes[3]
	if len(a.Findings) != 2 || a.Worst != finding.Error || len(b.Findings) != 0 || len(p.Arrows[1].Findings) != 1 {
		t.Errorf("a has %v, b has %v, the arrow has %v", a.Findings, b.Findings, p.Arrows[1].Findings)
	}
	if !p.Arrows[0].OnPath || !p.Arrows[1].OnPath || p.Arrows[2].OnPath || !b.OnPath || lost.OnPath {
		t.Error("the path is not that of the finding")
	}
	if !p.Arrows[1].Loop || !p.Arrows[2].Loop || p.Arrows[0].Loop || !a.Loop || lost.Loop || !lost.Unreachable || a.Unreachable {
		t.Error("loops or what is unreachable are wrong")
	}
	for format, text := range formats(t, p) {
		if strings.Contains(text, "secret@") {
			t.Errorf("%s shows a secret", format)
		}
		if !strings.Contains(text, "some-rule") {
			t.Errorf("%s does not name the rule", format)
		}
	}
}

func TestChosen(t *testing.T) {
	f := parse(t, definition(
		state{name: "Trigger", typ: "trigger", on: [][2]string{{"incomingCall", "a"}}},
		state{name: "a", typ: "say-play", text: "Hello", on: [][2]string{{"audioComplete", "b"}, {"other", "c"}}},
		state{name: "b", typ: "say-play", text: "Hello", on: [][2]string{{"audioComplete", "d"}}},
		state{name: "c", typ: "say-play", text: "Hello"},
		state{name: "d", typ: "say-play", text: "Hello"},
		state{name: "e", typ: "say-play", text: "Hello", on: [][2]string{{"audioComplete", "d"}}}))
	for want, o := range map[string]Options{
		"Trigger a b c d e": {},
		"Trigger a b d":     {PathTo: f.Widget("d")},
		"Trigger a b c":     {Around: f.Widget("a")},
		"e":                 {PathTo: f.Widget("e")},
	} {
		p := picture(f, o)
		var names []string
		for _, b := range p.Boxes {
			names = append(names, b.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%+v draws %s, not %s", o, got, want)
		}
		if len(names) < 6 && len(p.LeftOut) == 0 {
			t.Errorf("%s: it does not say what is left out", want)
		}
	}
	p := picture(f, Options{OnlyWidgets: true}, found(f.Widgets[1].Place(), finding.Note))
	for format, text := range formats(t, p) {
		if strings.Contains(text, "Hello") || strings.Contains(text, "audioComplete") && format != "svg" || strings.Contains(text, "some-rule") {
			t.Errorf("%s draws more than widgets", format)
		}
	}
}

// Broken flows are drawn as far as they go.
func TestBroken(t *testing.T) {
	for text, says := range map[string]string{
		`{}`:            "no list of states",
		`{"states": 5}`: "no list of states",
		`{"states": [1, {"name": "a", "type": "say-play", "transitions": 3}, null]}`:                                                         "2 elements, no JSON object",
		`{"states": [{"name": "a", "type": 7, "properties": [], "transitions": [{"event": 1, "next": "a"}, 4, {"event": "x", "next": 5}]}]}`: "cannot be read",
		`{"states": [{}, {"name": ""}], "initial_state": "x"}`:                                                                               "transitions",
	} {
		p := picture(parse(t, text), Options{})
		if all := strings.Join(p.LeftOut, " "); !strings.Contains(all, says) {
			t.Errorf("%s: it says %q", text, all)
		}
		formats(t, p)
	}
}

// The SVG is well-formed, names everything, and needs nothing from elsewhere.
func TestSVG(t *testing.T) {
	p := picture(parse(t, hostileFlow()), Options{})
	text := formats(t, p, p)["svg"]
	titles, shapes := 0, 0
	for dec := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "title":
			titles++
		case "script", "image", "a", "foreignObject", "use", "b":
			t.Errorf("there is an element %s", e.Name.Local)
		}
		for _, a := range e.Attr {
			if a.Name.Local == "class" && (strings.HasPrefix(a.Value, "box ") || strings.HasPrefix(a.Value, "arrow")) {
				shapes++
			}
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
				t.Errorf("there is an attribute %s", a.Name.Local)
			}
		}
	}
	if want := 2 * (len(p.Boxes) + len(p.Arrows)); shapes != want || titles != want+1 {
		t.Errorf("%d shapes and %d titles of %d", shapes, titles, want)
	}
	if strings.Contains(Style, "url(") || strings.Contains(Style, "@import") {
		t.Error("the style needs something from elsewhere")
	}
}

// Colours of kinds are the same in every format.
func TestKinds(t *testing.T) {
	for act, l := range looks {
		for _, want := range []string{"--" + l.name + ":" + l.light + ";", "--" + l.name + ":" + l.dark + ";", "." + l.name + " .kind{"} {
			if !strings.Contains(Style, want) && l.name != "works" {
				t.Errorf("kind %d: the style has no %s", act, want)
			}
		}
	}
}

// A drawn is what Mermaid makes of a drawing.
type drawn struct {
	Nodes   map[string]string
	Edges   []string
	Paths   int
	Scripts int
	Error   string
}

// mermaid has the real Mermaid draw what we write.
func mermaid(t *testing.T, drawings []string) []drawn {
	t.Helper()
	modules := os.Getenv("STUDIOLINT_NODE_MODULES")
	if _, err := os.Stat(filepath.Join(modules, "mermaid")); modules == "" || err != nil {
		if os.Getenv("STUDIOLINT_NO_SKIP") != "" {
			t.Fatal("mermaid is not installed")
		}
		t.Skip("mermaid is not installed (npm packages are looked for in STUDIOLINT_NODE_MODULES)")
	}
	input, err := json.Marshal(drawings)
	if err != nil {
		t.Fatal(err)
	}
	var list []drawn
	if err := json.Unmarshal(program(t, input, "node", "testdata/mermaid.mjs"), &list); err != nil || len(list) != len(drawings) {
		t.Fatal(err, len(list))
	}
	return list
}

// blocks are the drawings in a text of Markdown; the text itself when it has no fences.
func blocks(text string) []string {
	if strings.HasPrefix(text, "flowchart") {
		return []string{text}
	}
	var list []string
	for {
		_, after, ok := strings.Cut(text, "```mermaid\n")
		if !ok {
			return list
		}
		block, rest, _ := strings.Cut(after, "```\n")
		list, text = append(list, block), rest
	}
}

// Mermaid draws every widget and every transition with its text, whatever that is.
func TestMermaid(t *testing.T) {
	flows := []*flow.Flow{parse(t, hostileFlow()), parse(t, definition()), parse(t, definition(state{name: "a", typ: "say-play", on: [][2]string{{"x", "a"}, {"y", "gone"}}}))}
	all := samples(t)
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if len(flows) < 12 && len(all[name].Widgets) < 60 {
			flows = append(flows, all[name])
		}
	}
	var pictures []*Picture
	var drawings []string
	for i, f := range flows {
		var list []*finding.Diagnostic
		marks := Marks{map[*flow.Widget]Mark{}, map[*flow.Transition]Mark{}}
		kinds := []Mark{"", Added, Removed, Changed, Moved, Taken, Missed}
		for j, w := range f.Widgets {
			if j%3 == 0 {
				list = append(list, found(w.Place(), finding.Severity(1+j%3)))
			}
			if i%2 == 1 {
				marks.Widgets[w] = kinds[j%len(kinds)]
				for k, tr := range w.Transitions {
					marks.Transitions[tr] = kinds[(j+k)%len(kinds)]
				}
			}
		}
		p := picture(f, Options{OnlyWidgets: i == 5, Marks: marks}, list...)
		pictures = append(pictures, p)
		text := formats(t, p)["mermaid"]
		if len(blocks(text)) != 1 {
			t.Fatalf("%d drawings", len(blocks(text)))
		}
		drawings = append(drawings, blocks(text)[0])
	}
	plain := strings.NewReplacer("\u200b", "")
	for i, d := range mermaid(t, drawings) {
		p := pictures[i]
		if d.Error != "" || d.Scripts > 0 {
			t.Errorf("flow %d: Mermaid says %s; %d scripts or links", i, d.Error, d.Scripts)
			continue
		}
		lost := 0
		for j, b := range p.Boxes {
			if got, want := plain.Replace(d.Nodes[fmt.Sprint("n", j)]), strings.Join(b.lines(p), "\n"); got != want {
				t.Errorf("flow %d: Mermaid draws %q, not %q", i, got, want)
			}
			for _, e := range b.Ends {
				if e.Lost != "" {
					lost++
				}
			}
		}
		if d.Paths != len(p.Arrows)+lost {
			t.Errorf("flow %d: %d arrows of %d", i, d.Paths, len(p.Arrows)+lost)
		}
		if p.onlyWidgets {
			continue
		}
		for _, a := range p.Arrows {
			want := strings.Join(a.lines(p), "\n")
			if !slices.ContainsFunc(d.Edges, func(s string) bool { return plain.Replace(s) == want }) {
				t.Errorf("flow %d: no arrow says %q", i, want)
			}
		}
	}
}

// A flow that is too large for GitHub comes in parts, each within the limits, and nothing
// is lost.
func TestMermaidParts(t *testing.T) {
	many := state{name: "Trigger", typ: "trigger"}
	for i := range 1300 {
		many.on = append(many.on, [2]string{fmt.Sprint("event", i), "a"})
	}
	for name, text := range map[string]string{"many widgets": chain(2000), "many arrows": definition(many, state{name: "a", typ: "say-play", on: [][2]string{{"x", "a"}}})} {
		p := picture(parse(t, text), Options{})
		all := formats(t, p)["mermaid"]
		parts := blocks(all)
		if len(parts) < 3 || !strings.Contains(all, fmt.Sprintf("in %d parts", len(parts))) {
			t.Fatalf("%s: %d parts: %.300s", name, len(parts), all)
		}
		arrows, boxes := 0, map[string]bool{}
		for _, part := range parts {
			edges := 0
			for _, line := range strings.Split(part, "\n") {
				if strings.HasPrefix(line, "n") && strings.Contains(line, ">|") {
					edges++
				} else if id, _, ok := strings.Cut(line, "{{"); ok && strings.HasPrefix(line, "n") {
					boxes[id] = true
				}
			}
			arrows += edges
			if edges > 500 || len(part) > 50_000 {
				t.Errorf("%s: a part has %d edges and %s characters", name, edges, words.Grouped(len(part)))
			}
		}
		if arrows != len(p.Arrows) || name == "many widgets" && len(boxes) != 1999 {
			t.Errorf("%s: %d arrows of %d, %d boxes", name, arrows, len(p.Arrows), len(boxes))
		}
		if !testing.Short() {
			for i, d := range mermaid(t, parts[:2]) {
				if d.Error != "" {
					t.Errorf("part %d: %s", i, d.Error)
				}
			}
		}
	}
}

// Graphviz draws every widget and transition with its text.
func TestGraphviz(t *testing.T) {
	flows := map[string]*flow.Flow{"hostile": parse(t, hostileFlow()), "empty": parse(t, definition())}
	if !testing.Short() {
		for name, f := range samples(t) {
			if len(f.Widgets) < 120 {
				flows[name] = f
			}
		}
	}
	for name, f := range flows {
		var list []*finding.Diagnostic
		for _, w := range f.Widgets {
			list = append(list, found(w.Place(), finding.Warning))
		}
		p := picture(f, Options{}, list...)
		svg := program(t, []byte(formats(t, p)["dot"]), "dot", "-Tsvg")
		var texts []string
		classes := map[string]int{}
		dec := xml.NewDecoder(bytes.NewReader(svg))
		dec.Strict = true
		for in := false; ; {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				in = token.Name.Local == "text"
				for _, a := range token.Attr {
					if a.Name.Local == "class" {
						classes[a.Value]++
					}
				}
			case xml.EndElement:
				in = false
			case xml.CharData:
				if in {
					texts = append(texts, strings.ReplaceAll(string(token), "\u00a0", " "))
				}
			}
		}
		lost := 0
		for _, b := range p.Boxes {
			for _, want := range b.lines(p) {
				if !slices.Contains(texts, want) {
					t.Errorf("%s: Graphviz does not draw %q", name, want)
				}
			}
			for _, e := range b.Ends {
				if e.Lost != "" {
					lost++
				}
			}
		}
		for _, a := range p.Arrows {
			if !slices.Contains(texts, a.Label) {
				t.Errorf("%s: Graphviz does not draw %q", name, a.Label)
			}
		}
		if classes["node"] != len(p.Boxes)+lost || classes["edge"] != len(p.Arrows)+lost {
			t.Errorf("%s: %d nodes of %d, %d edges of %d", name, classes["node"], len(p.Boxes)+lost, classes["edge"], len(p.Arrows)+lost)
		}
	}
}

// Of a long path the name of the file is shown, and no text lies on the strip of colour.
func TestLegible(t *testing.T) {
	f := parse(t, definition(
		state{name: "Trigger", typ: "trigger", on: [][2]string{{"incomingCall", "menu"}, {"incomingMessage", "menu"}}},
		state{name: "menu", typ: "gather-input-on-call", text: "Hello", on: [][2]string{{"keypress", "Trigger"}, {"timeout", "lost"}}}))
	p := New(f, nil, Options{Title: "/somewhere/" + strings.Repeat("deep/", 20) + "flow.json"})
	var svg bytes.Buffer
	if err := WriteSVG(&svg, []*Picture{p}); err != nil {
		t.Fatal(err)
	}
	if want := "deep/flow.json</text>"; !strings.Contains(svg.String(), want) || !strings.Contains(svg.String(), `y="32">…`) {
		t.Errorf("the title does not end with %q", want)
	}
	for _, b := range p.Boxes {
		for i, tab := range b.tabs {
			if tab.x < stripW || tab.x+tab.w > b.W+0.01 {
				t.Errorf("%s: tab %d lies from %.1f to %.1f of %.1f", b.Name, i, tab.x, tab.x+tab.w, b.W)
			}
		}
	}
}
