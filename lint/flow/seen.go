package flow

import (
	"studiolint/lint/engine"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
)

// A Seen is a string in which something fills in parts before the flow is deployed, as
// Studio gets to see it.
type Seen struct {
	Text string

	// Why says why the text is not known; "" when it is. Certain says that it is known but
	// for what is there as ${…}.
	Why     string
	Certain bool

	// Liquid is the markup that Studio gets to see; nil when there is none.
	Liquid *liquid.Template

	node  source.Node
	place func(int) int
}

// Place is where a part of the text is written.
func (s *Seen) Place(at liquid.Span) source.Place {
	return s.node.Part(s.place(at.Start), s.place(at.End))
}

// Seen returns a string as Studio gets to see it; nil for one that it sees as it is.
func (f *Flow) Seen(n source.Node) *Seen {
	if f.Filled == nil || !n.IsString() {
		return nil
	}
	r := readAs(f.Filled, n)
	if !r.Touched() {
		return nil
	}
	s := &Seen{node: n}
	s.Text, s.place = r.Exact()
	if liquid.HasMarkup(s.Text) {
		s.Liquid = common().Parse(s.Text)
	}
	switch name := f.Filled.Engine().Name; {
	case !f.Filled.Engine().IsKnown() && len(r.Eaten) > 0:
		s.Why = "an engine that nothing names seems to fill in a part of it"
	case len(r.Eaten) > 0:
		s.Why = name + " takes a part of it for its own"
	case len(r.Broken) > 0:
		s.Why = name + " stops with an error in it"
	case len(r.Filled)+len(r.Decided) > 0:
		s.Why, s.Certain = name+" fills in a part of it", len(r.Decided) == 0 && s.Liquid == nil
	}
	return s
}

// readAs reads a string as what fills in its file does.
func readAs(f *engine.File, n source.Node) engine.Reading {
	decoded := n.Decoded()
	var escaped func(from, to int) bool
	if all := decoded.Span(0, len(decoded.Text)); all.End-all.Start != len(decoded.Text) {
		escaped = func(from, to int) bool {
			at := decoded.Span(from, to)
			return at.End-at.Start != to-from
		}
	}
	_, at := n.Place().Locate()
	return f.Read(at.Start, decoded.Text, escaped)
}
