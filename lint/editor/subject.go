package editor

import (
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/source"
)

// A subject is what a place in a document is about.
type subject struct {
	model *model
	flow  *flow.Flow  // nil outside every definition
	node  source.Node // the innermost one

	// inName says that the place is in the node's name as a member. Else, in a string,
	// at is the decoded byte there; -1 elsewhere.
	inName bool
	at     int

	widget     *flow.Widget
	transition *flow.Transition
	template   *flow.Template
	ref        *flow.Ref // what is read at the place
	segment    int       // of the reference
}

// subject returns what a byte of the newest text is about; nil when nothing is known of
// it.
func (d *document) subject(offset int) *subject {
	if d.model == nil {
		return nil
	}
	return d.model.subject(d.aligned.back(offset))
}

// subject returns what a byte of the model's text is about.
func (m *model) subject(offset int) *subject {
	s := &subject{model: m, at: -1}
	file := m.file.Source
	s.node, s.inName = file.NodeAt(offset)
	// A string may be a text of its own.
	for inner := m.within(s); inner != nil; inner = m.within(s) {
		offset = inner.Inner(offset)
		s.node, s.inName = inner.NodeAt(offset)
	}
	if !s.node.Exists() {
		return nil
	}
	if s.node.IsString() && !s.inName {
		s.at = s.node.Decoded().Index(offset)
		if span := s.node.Span(); offset >= span.End {
			s.at = len(s.node.Text())
		}
	}
	for _, d := range m.documents {
		if d.Flow != nil && holds(d.Flow.Definition, s.node) {
			s.flow = d.Flow
		}
	}
	if s.flow != nil {
		s.inFlow()
	}
	return s
}

// within returns the text that the string of a subject holds, nil for none.
func (m *model) within(s *subject) *source.File {
	if s.inName || !s.node.IsString() {
		return nil
	}
	for _, t := range m.file.Texts {
		if t.Outer() == s.node {
			return t
		}
	}
	return nil
}

// holds reports whether a node is another one, or stands in it.
func holds(outer, n source.Node) bool {
	a, b := outer.Span(), n.Span()
	return outer.File() == n.File() && a.Start <= b.Start && b.End <= a.End
}

// inFlow finds the widget, the transition and the reference.
func (s *subject) inFlow() {
	s.widget = s.flow.WidgetAt(s.node)
	if s.widget != nil {
		for _, t := range s.widget.Transitions {
			if holds(t.Node, s.node) {
				s.transition = t
			}
		}
	}
	if s.at < 0 {
		return
	}
	if s.template = s.flow.TemplateAt(s.node); s.template == nil {
		return
	}
	for _, r := range s.template.Refs() {
		for i, segment := range r.Segments {
			if segment.Start <= s.at && s.at <= segment.End {
				s.ref, s.segment = &r, i
			}
		}
	}
}

// A named is what a place names: a widget, a variable, a parameter of a subflow, or a flow.
type named struct {
	flow      *flow.Flow        // that it belongs to
	widget    *flow.Widget      // nil for anything else
	key       string            // of the variable
	parameter string            // that whoever runs the flow passes
	run       *project.Document // the flow itself, named by its SID
	at        source.Place      // the name there, without quotes
	node      source.Node       // the string that is the name as a whole; absent within a template
	callers   []*project.Call   // that run the flow, as far as they are looked for
}

// named returns what is named at the place, nil for nothing.
func (s *subject) named() *named {
	switch {
	case s.flow == nil || s.at < 0:
		return nil
	case s.ref != nil:
		return s.namedByRef()
	case s.template != nil:
		return nil
	}
	whole := s.node.Part(0, len(s.node.Text()))
	switch {
	case s.widget != nil && s.node == s.widget.NameNode:
		return &named{flow: s.flow, widget: s.widget, at: whole, node: s.node}
	case s.transition != nil && s.node == s.transition.NextNode && s.transition.To != nil:
		return &named{flow: s.flow, widget: s.transition.To, at: whole, node: s.node}
	case s.node == s.flow.Initial && s.flow.Widget(s.node.Text()) != nil:
		return &named{flow: s.flow, widget: s.flow.Widget(s.node.Text()), at: whole, node: s.node}
	}
	if s.widget != nil {
		for _, w := range s.flow.Writes(s.widget) {
			if w.Key == s.node {
				return &named{flow: s.flow, key: s.node.Text(), at: whole, node: s.node}
			}
		}
	}
	return nil
}

// namedByRef returns what a reference names at the place.
func (s *subject) namedByRef() *named {
	n := &named{flow: s.flow, at: s.ref.SegmentPlace(s.segment)}
	if name, _, ok := s.ref.Output(); ok && s.segment == 1 {
		n.widget = s.flow.Widget(name)
		if n.widget == nil {
			return nil
		}
		return n
	}
	if key, i := variableIn(s.flow, *s.ref); key != "" && s.segment == i {
		n.key = key
		return n
	}
	return nil
}

// variableIn returns the variable that a reference reads, and which step of its path is
// the name: of flow.variables.KEY, and of widgets.NAME.KEY when that widget writes it.
func variableIn(f *flow.Flow, r flow.Ref) (key string, segment int) {
	if key, ok := r.Variable(); ok {
		return key, 2
	}
	name, key, ok := r.Output()
	w := f.Widget(name)
	if !ok || w == nil || key == "" {
		return "", 0
	}
	for _, write := range f.Writes(w) {
		if write.Key.Text() == key {
			return key, 2
		}
	}
	return "", 0
}

// A use is one place where a widget or a variable is named.
type use struct {
	at       source.Place // the name without quotes
	node     source.Node  // the string that is the name as a whole; absent within a template
	ref      *flow.Ref    // within a template
	segment  int
	declares bool // here it gets its name, or its value
	call     bool // here the flow is run that it begins
}

// uses are the places that name the same, as it is written, in the order of the flow.
func (n *named) uses() []use {
	switch {
	case n.run != nil:
		return append([]use{beginning(n.run)}, n.usesByCallers()...)
	case n.parameter != "":
		return n.usesOfParameter()
	case n.widget == nil:
		return append(n.usesOfVariable(), n.usesByCallers()...)
	}
	var list []use
	whole := func(node source.Node, declares bool) {
		list = append(list, use{at: node.Part(0, len(node.Text())), node: node, declares: declares})
	}
	name := n.widget.Name
	if n.flow.Initial.Text() == name {
		whole(n.flow.Initial, false)
	}
	for _, w := range n.flow.Widgets {
		if w.Name == name {
			whole(w.NameNode, true)
		}
		for _, t := range w.Transitions {
			if t.Next == name {
				whole(t.NextNode, false)
			}
		}
	}
	for _, r := range n.flow.Refs() {
		if output, _, ok := r.Output(); ok && output == name {
			list = append(list, use{at: r.SegmentPlace(1), ref: &r, segment: 1})
		}
	}
	return append(list, n.usesByCallers()...)
}

func (n *named) usesOfVariable() []use {
	var list []use
	for _, w := range n.flow.Widgets {
		for _, write := range n.flow.Writes(w) {
			if write.Key.Text() == n.key {
				list = append(list, use{at: write.Key.Part(0, len(n.key)), node: write.Key, declares: true})
			}
		}
	}
	for _, r := range n.flow.Refs() {
		if key, i := variableIn(n.flow, r); key == n.key {
			list = append(list, use{at: r.SegmentPlace(i), ref: &r, segment: i})
		}
	}
	return list
}
