package flow

import (
	"slices"
	"strings"
	"sync"

	"studiolint/lint/engine"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A Template is one string of a widget that holds Liquid markup.
type Template struct {
	Widget *Widget
	Node   source.Node // the string

	// Property is the name of the widget's property that holds the string,
	// directly or further down; "" for a string of a transition or of the state
	// itself.
	Property string

	// Facts is what the catalogue knows of that property, nil when it knows nothing.
	Facts *schemas.Property

	// Transition is the one whose condition, event or next the string is; nil
	// for a property.
	Transition *Transition

	// Literal says that Studio does not evaluate Liquid here: the catalogue
	// knows the place and takes its text as it stands.
	Literal bool

	// Text is the decoded string, as Studio gets to see it: what escapes Liquid for the
	// file's template engine is blanks.
	Text   string
	Liquid *liquid.Template

	refs    []Ref
	reading *engine.Reading       // by the engine that fills the file in; nil when there is none
	decoded *lazy[source.Decoded] // nil where it costs nothing, and of one that is none of the flow's Templates
}

// Eaten are the places of Liquid that the file's template engine takes for its own.
func (t *Template) Eaten() [][2]int {
	if t.reading == nil {
		return nil
	}
	return t.reading.Eaten
}

// Stops are the places of expressions at which the file's template engine stops.
func (t *Template) Stops() [][2]int {
	if t.reading == nil {
		return nil
	}
	return t.reading.Broken
}

// Place is where a finding about a part of the template points.
func (t *Template) Place(s liquid.Span) source.Place {
	if t.decoded == nil {
		return t.Node.Part(s.Start, s.End)
	}
	text := t.decoded.get(t.Node.Decoded)
	return source.Place{File: t.Node.File(), Node: t.Node, Span: text.Span(s.Start, s.End)}
}

// Refs returns what one of the flow's Templates reads from the flow: the references
// that are evaluated and that no name of the template itself hides.
func (t *Template) Refs() []Ref { return t.refs }

// IsContent reports whether the template is what its widget says or sends.
func (t *Template) IsContent() bool { return slices.Contains(t.Widget.Facts.Content, t.Property) }

// A Ref is a variable path that a template reads from the flow.
type Ref struct {
	*Template
	*liquid.Reference
}

// Place is where the path is written.
func (r Ref) Place() source.Place { return r.Template.Place(r.Reference.Span) }

// SegmentPlace is where one step of the path is written.
func (r Ref) SegmentPlace(i int) source.Place { return r.Template.Place(r.Segments[i].Span) }

// Root returns the name that the path begins with, "" when it is not fixed.
func (r Ref) Root() string { return r.Name(0) }

// ValueDepth is how many steps the path of a value has that is no part of another: widgets.NAME.OUTPUT,
// flow.variables.KEY, flow.data.KEY.
const ValueDepth = 3

// Output returns the widget name and the first key of widgets.NAME.KEY, "" for
// what is missing or not fixed, and both for another path. It reports whether the path begins with
// widgets.
func (r Ref) Output() (widget, key string, ok bool) {
	if r.Root() != "widgets" {
		return "", "", false
	}
	return r.Name(1), r.Name(2), true
}

// Variable returns KEY of flow.variables.KEY, "" when it is missing or not
// fixed. It reports whether the path begins with flow.variables.
func (r Ref) Variable() (key string, ok bool) {
	return r.Name(2), r.Root() == "flow" && r.Name(1) == "variables"
}

// templates are the strings of a flow with markup and what they read.
type templates struct {
	list     []*Template
	refs     []Ref
	byWidget [][]*Template
	compared [][]Ref // by widget, see Compared
	first    int     // where the definition stands among the nodes
	at       []int32 // by the nodes from there on: 1 more than the place in list; 0 for none
	parsed   map[string]*liquid.Template
	common   *liquid.Common
	filled   *engine.File // the file as what fills it in sees it; nil when nothing does that touches Liquid
	room     []Template   // for the next templates
}

// Templates returns the strings of the flow that hold Liquid markup, in document
// order but for each widget the properties first. Each distinct text is parsed
// once.
//
// Left out are strings that Studio neither evaluates nor shows a person: the
// labels of conditions, conditions on a widget that has none, and keys that are
// numbered placeholders ("{{1}}").
func (f *Flow) Templates() []*Template { return f.templates().list }

// TemplatesOf returns the widget's own among the Templates.
func (f *Flow) TemplatesOf(w *Widget) []*Template { return f.templates().byWidget[w.Index] }

// Reads reports whether a template of a widget reads something of a kind.
func (f *Flow) Reads(w *Widget, is func(Ref) bool) bool {
	for _, t := range f.TemplatesOf(w) {
		if slices.ContainsFunc(t.refs, is) {
			return true
		}
	}
	return false
}

// TemplateAt returns the one among the Templates that a string is, nil when it is
// none.
func (f *Flow) TemplateAt(n source.Node) *Template {
	ts := f.templates()
	i := n.Order() - ts.first
	if n.File() != f.Definition.File() || i < 0 || i >= len(ts.at) || ts.at[i] == 0 {
		return nil
	}
	return ts.list[ts.at[i]-1]
}

// Plain returns a string of the flow without its Liquid.
func (f *Flow) Plain(n source.Node) string {
	text := n.Text()
	if t := f.TemplateAt(n); t != nil && t.Text == text {
		return t.Liquid.Plain(text)
	}
	return liquid.Plain(text)
}

// Refs returns what the templates read from the flow, in their order.
func (f *Flow) Refs() []Ref { return f.templates().refs }

// OutputRefs returns those among the Refs that read an output of the widgets of a name: all
// of widgets.NAME; "" is for a name that is missing or not fixed.
func (f *Flow) OutputRefs(name string) []Ref {
	return f.analysis.outputs.get(func() map[string][]Ref {
		outputs := map[string][]Ref{}
		for _, r := range f.Refs() {
			if name, _, ok := r.Output(); ok {
				outputs[name] = append(outputs[name], r)
			}
		}
		return outputs
	})[name]
}

// HandsOutItself reports whether a template reads the SID of the execution, by which another program may
// look into it.
func (f *Flow) HandsOutItself() bool {
	return f.analysis.handedOut.get(func() bool {
		return slices.ContainsFunc(f.Refs(), func(r Ref) bool { return r.Root() == "flow" && (r.Name(1) == "sid" || r.Name(1) == "") })
	})
}

func (f *Flow) templates() *templates {
	return f.analysis.templates.get(func() *templates {
		most := marked(f.Definition)
		ts := &templates{
			list:     make([]*Template, 0, most),
			byWidget: make([][]*Template, len(f.Widgets)),
			first:    f.Definition.Order(),
			parsed:   make(map[string]*liquid.Template, most/2),
			room:     roomFor(&f.room.templates, most)[:0:most],
		}
		ts.common = common()
		ts.filled = f.Filled
		for i, w := range f.Widgets {
			first := len(ts.list)
			ts.widget(w)
			ts.byWidget[i] = ts.list[first:len(ts.list):len(ts.list)]
		}
		ts.index()
		ts.collectRefs()
		ts.compared = make([][]Ref, len(ts.byWidget))
		for i, own := range ts.byWidget {
			ts.compared[i] = comparedBy(own)
		}
		return ts
	})
}

// common knows what paths begin with.
var common = sync.OnceValue(func() *liquid.Common {
	var roots []string
	for _, root := range schemas.LiquidFacts().Roots {
		roots = append(roots, root.Name)
	}
	return liquid.NewCommon(roots...)
})

// marked counts the strings that may hold markup.
func marked(n source.Node) (count int) {
	for s := range n.Strings() {
		if s.Has(source.Markup) {
			count++
		}
	}
	return count
}

// index notes which node is which template.
func (ts *templates) index() {
	end := ts.first
	for _, t := range ts.list {
		end = max(end, t.Node.Order()+1)
	}
	ts.at = make([]int32, end-ts.first)
	for i, t := range ts.list {
		ts.at[t.Node.Order()-ts.first] = int32(i + 1)
	}
}

// collectRefs lists what the templates read. Each has its part of one list.
func (ts *templates) collectRefs() {
	n := 0
	for _, t := range ts.list {
		n += len(t.Liquid.References)
	}
	ts.refs = make([]Ref, 0, n)
	for _, t := range ts.list {
		if t.Literal {
			continue
		}
		from := len(ts.refs)
		for i := range t.Liquid.References {
			if r := &t.Liquid.References[i]; r.Local < 0 {
				ts.refs = append(ts.refs, Ref{t, r})
			}
		}
		t.refs = ts.refs[from:len(ts.refs):len(ts.refs)]
	}
}

// Compared returns what the conditions of a widget read, on either side.
func (f *Flow) Compared(w *Widget) []Ref { return f.templates().compared[w.Index] }

// comparedBy is Compared for the widget of some templates.
func comparedBy(own []*Template) []Ref {
	n := 0
	var last []Ref
	for _, t := range own {
		if t.isCompared() && len(t.refs) > 0 {
			n += len(t.refs)
			last = t.refs
		}
	}
	if len(last) == n { // those of one template
		return last
	}
	refs := make([]Ref, 0, n)
	for _, t := range own {
		if t.isCompared() {
			refs = append(refs, t.refs...)
		}
	}
	return refs
}

// isCompared reports whether a template stands on a side of the conditions of its widget.
func (t *Template) isCompared() bool { return t.Transition != nil || t.Property == "input" }

func (ts *templates) widget(w *Widget) {
	for name, n := range w.Properties.Members() {
		if n != w.list {
			ts.property(w, name, n)
		}
	}
	ts.member(Template{Widget: w, Node: w.NameNode}, "name")
	ts.member(Template{Widget: w, Node: w.TypeNode}, "type")
	for _, t := range w.Transitions {
		ts.member(Template{Widget: w, Transition: t, Node: t.EventNode}, "transitions.event")
		ts.member(Template{Widget: w, Transition: t, Node: t.NextNode}, "transitions.next")
		if w.Facts.Known() && !w.Facts.Split {
			continue
		}
		for _, c := range t.Conditions {
			for _, argument := range c.Arguments.Elements() {
				ts.add(Template{Widget: w, Transition: t, Node: argument})
			}
			ts.add(Template{Widget: w, Transition: t, Node: c.Value})
		}
	}
}

// member adds a member of a state or of a transition.
func (ts *templates) member(t Template, name string) {
	if !t.Node.Has(source.Markup) {
		return // as most: what is known of the member need not be looked up
	}
	p := schemas.State().Property(name)
	t.Literal = p != nil && !p.Liquid
	ts.add(t)
}

// property adds the strings below one property.
func (ts *templates) property(w *Widget, name string, n source.Node) {
	facts := w.FactsOf(n)
	file, end := n.File(), n.Span().End
	for i := n.Order(); ; i++ {
		s := file.Node(i)
		if !s.Exists() || s.Span().Start >= end {
			return
		}
		if !s.Has(source.Markup) {
			continue
		}
		t := Template{Widget: w, Node: s, Property: name, Facts: facts, Literal: facts != nil && !facts.Liquid}
		if facts != nil && facts.Format == schemas.FormatPairs && s != n && s.Key() == "key" {
			if isNumbered(s.Text()) {
				continue
			}
			t.Literal = t.Literal || facts.LiteralKeys
		}
		ts.add(t)
	}
}

// isNumbered reports whether a key is the placeholder of a content template.
func isNumbered(key string) bool {
	inner, ok := strings.CutPrefix(strings.TrimSpace(key), "{{")
	if !ok {
		return false
	}
	inner, ok = strings.CutSuffix(inner, "}}")
	inner = strings.TrimSpace(inner)
	return ok && inner != "" && strings.Trim(inner, "0123456789") == ""
}

func (ts *templates) add(t Template) {
	if !t.Node.Has(source.Markup) {
		return
	}
	t.Text = t.Node.Text()
	if !liquid.HasMarkup(t.Text) {
		return
	}
	if ts.filled != nil {
		reading := readAs(ts.filled, t.Node)
		t.Text, t.reading = reading.Text, &reading
	}
	parsed, ok := ts.parsed[t.Text]
	if !ok {
		parsed = ts.common.Parse(t.Text)
		ts.parsed[t.Text] = parsed
	}
	t.Liquid = parsed
	if len(ts.room) == cap(ts.room) { // a name that stands twice in an object
		ts.room = make([]Template, 0, 8)
	}
	if !t.Node.Verbatim() {
		t.decoded = new(lazy[source.Decoded])
	}
	ts.room = append(ts.room, t)
	ts.list = append(ts.list, &ts.room[len(ts.room)-1])
}
