package editor

import (
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/source"
)

// A neighbourhood is what a flow has to do with those that it runs as subflows, and with
// those that run it.
type neighbourhood struct {
	project *project.Project
	own     *project.Document
}

// named returns what is named at a place of a document, with the other files of its folder
// in mind; nil for nothing.
func (s *server) named(d *document, about *subject) *named {
	n := about.named()
	if about.flow == nil || !about.reachesOut(n) {
		return n
	}
	x := s.around(d, about.flow)
	if x == nil {
		return n
	}
	if n == nil {
		return x.named(about)
	}
	n.callers = x.project.Callers(x.own)
	return n
}

// reachesOut reports whether what a place names may be named in other flows, too: n is
// what it names in its own.
func (s *subject) reachesOut(n *named) bool {
	switch {
	case n != nil:
		return n.widget == nil || n.widget.Facts.Starts
	case s.ref != nil:
		_, ok := parameterIn(*s.ref)
		return ok || s.ref.Root() == "widgets" && s.segment == 2
	}
	return s.at >= 0 && s.widget != nil && (s.widget.Facts.Subflow != nil || s.widget.Facts.Starts)
}

// around returns what is known of a flow's neighbours; nil when nothing is, as before a
// folder has been looked through.
func (s *server) around(d *document, f *flow.Flow) *neighbourhood {
	g := d.showing()
	if g == nil || g.project == nil {
		return nil
	}
	if x := neighbours(g.project, f); x != nil {
		return x
	}
	g.stop() // the text has changed since it was checked
	return neighbours(g.session.Project(), f)
}

// neighbours finds a flow in a project; nil when it is not there, as a text that is broken.
func neighbours(p *project.Project, f *flow.Flow) *neighbourhood {
	for _, d := range p.Documents {
		if d.Flow == f {
			return &neighbourhood{p, d}
		}
	}
	return nil
}

// named returns what a place names that is no widget and no variable of its own flow.
func (x *neighbourhood) named(s *subject) *named {
	if s.ref != nil {
		return x.namedByRef(s)
	}
	if s.widget.Facts.Starts {
		if s.transition == nil || s.node != s.transition.EventNode || s.transition.Event != flow.ParentEvent {
			return nil
		}
		return &named{flow: s.flow, run: x.own, callers: x.project.Callers(x.own), at: s.node.Part(0, len(s.node.Text())), node: s.node}
	}
	for _, c := range x.project.Calls(x.own) {
		if c.Widget != s.widget || len(c.Targets) != 1 {
			continue
		}
		child := c.Targets[0]
		n := &named{flow: child.Flow, callers: x.project.Callers(child), at: s.node.Part(0, len(s.node.Text())), node: s.node}
		if s.node == c.SID {
			n.run = child
			return n
		}
		for _, item := range c.Parameters.Elements() {
			if item.Get("key") == s.node {
				n.parameter = s.node.Text()
				return n
			}
		}
	}
	return nil
}

// namedByRef returns what a reference reads that another flow gives.
func (x *neighbourhood) namedByRef(s *subject) *named {
	at := s.ref.SegmentPlace(s.segment)
	if name, ok := parameterIn(*s.ref); ok && s.segment == 3 {
		return &named{flow: s.flow, parameter: name, callers: x.project.Callers(x.own), at: at}
	}
	name, key, ok := s.ref.Output()
	if !ok || s.segment != 2 {
		return nil
	}
	for _, c := range x.project.Calls(x.own) {
		if c.Widget.Name == name && len(c.Targets) == 1 && c.Targets[0].Flow.Variable(key) != nil {
			return &named{flow: c.Targets[0].Flow, key: key, callers: x.project.Callers(c.Targets[0]), at: at}
		}
	}
	return nil
}

// parameterIn returns the parameter of its parent that a reference reads: NAME of
// trigger.parent.parameters.NAME.
func parameterIn(r flow.Ref) (name string, ok bool) {
	name = r.Name(3)
	return name, name != "" && r.Root() == "trigger" && r.Name(1) == "parent" && r.Name(2) == "parameters"
}

// usesOfParameter are where the widgets that run a flow pass a parameter, and where the
// flow reads it.
func (n *named) usesOfParameter() (list []use) {
	for _, key := range n.passed(n.parameter) {
		list = append(list, use{at: key.Part(0, len(n.parameter)), node: key, declares: true})
	}
	for _, r := range n.flow.Refs() {
		if name, ok := parameterIn(r); ok && name == n.parameter {
			list = append(list, use{at: r.SegmentPlace(3), ref: &r, segment: 3})
		}
	}
	return list
}

// passed are the keys by which the widgets that run the flow pass a parameter.
func (n *named) passed(name string) (keys []source.Node) {
	for _, c := range n.callers {
		for _, item := range c.Parameters.Elements() {
			if key := item.Get("key"); key.Text() == name {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// usesByCallers are where the widgets that run the flow name what it is: a variable that it
// sets as their output; the flow itself by its SID.
func (n *named) usesByCallers() (list []use) {
	for _, c := range n.callers {
		if n.key == "" {
			list = append(list, use{at: c.SID.Part(0, len(c.SID.Text())), node: c.SID, call: true})
			continue
		}
		for _, r := range c.From.Flow.Refs() {
			if name, key, ok := r.Output(); ok && name == c.Widget.Name && key == n.key {
				list = append(list, use{at: r.SegmentPlace(2), ref: &r, segment: 2})
			}
		}
	}
	return list
}

// beginning is where a flow begins: the name of its first widget, or else the definition.
func beginning(d *project.Document) use {
	if first := d.Flow.Start(); first != nil && first.NameNode.Exists() {
		return use{at: first.NameNode.Part(0, len(first.Name)), node: first.NameNode, declares: true}
	}
	return use{at: d.Definition.Place(), declares: true}
}
