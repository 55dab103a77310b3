package input

import (
	"slices"

	"studiolint/lint/placeholder"
	"studiolint/lint/source"
)

// classify finds the documents of a file that is valid.
//
// Other tools have files with states, flows and definitions too. When strict, a
// document is only what can hardly be anything else; a person who names a file
// says that it is one, and the outermost value then needs less.
func classify(f *File, l language, strict bool) {
	c := classifier{file: f, strict: strict}
	if l.isTerraform() {
		c.terraform(l)
		return
	}
	if l == markdownPage {
		c.strict = true // nobody has named the blocks
		c.markdown()
		return
	}
	c.look(f.Source.Root(), 0)
}

type classifier struct {
	file   *File
	strict bool
}

func (c *classifier) add(kind Kind, node, definition source.Node) {
	c.file.Documents = append(c.file.Documents, &Document{File: c.file, Kind: kind, Node: node, Definition: definition})
}

// look adds the documents in a value. level is how many values stand around it.
func (c *classifier) look(n source.Node, level int) {
	if level > maxLevel {
		return
	}
	if n.IsArray() {
		for _, e := range n.Elements() {
			c.look(e, level+1)
		}
		return
	}
	strict := c.strict || level > 0
	switch {
	case !n.IsObject():
	case isDefinition(n, strict):
		c.definition(n)
	case isRequest(n, strict):
		c.resource(FlowRequest, n, requestDefinition(n))
	case isFlow(n, strict):
		c.resource(FlowResource, n, n.Get("definition"))
	case isPage(n, strict, level):
		c.page(n, level)
	case isFlexFlow(n):
		c.add(FlexFlowResource, n, source.Node{})
	case isFlexFlowRequest(n):
		c.add(FlexFlowRequest, n, source.Node{})
	case isPlan(n):
		c.plan(n)
	default:
		c.unwrap(n, level)
	}
}

// definition adds a bare definition, or an export of the first editor.
func (c *classifier) definition(n source.Node) {
	kind := Definition
	if isLegacy(n) {
		kind = Legacy
	}
	c.add(kind, n, n)
}

// resource adds a Flow or a request, whose definition is an object or a JSON text
// in a string.
func (c *classifier) resource(kind Kind, n, definition source.Node) {
	definition = c.object(definition)
	if isLegacy(definition) {
		c.definition(definition) // that it is one is all there is to say
		return
	}
	c.add(kind, n, definition)
}

// object returns the definition that a member holds, reading it when it is JSON
// text in a string. It returns the zero Node when there is none.
func (c *classifier) object(n source.Node) source.Node {
	switch {
	case n.IsObject():
		return n
	case n.IsString() && !placeholder.Whole(n.Text()):
		inner := n.Parse()
		c.file.Texts = append(c.file.Texts, inner)
		if root := inner.Root(); inner.Readable() && root.IsObject() {
			return root
		}
	}
	return source.Node{}
}

// page adds a page of Flows, and those of its Flows that have a definition.
func (c *classifier) page(n source.Node, level int) {
	c.add(FlowPage, n, source.Node{})
	for _, e := range n.Get("flows").Elements() {
		if isFlow(e, true) && !hasDefinition(e) {
			continue
		}
		c.look(e, level+1)
	}
}

// hasDefinition reports whether a resource has a definition in either form.
func hasDefinition(n source.Node) bool {
	d := n.Get("definition")
	return d.IsObject() || d.IsString()
}

// unwrap looks into an object that is no document but may hold some: a map of
// documents, an object around one value, or a definition beside other members.
func (c *classifier) unwrap(n source.Node, level int) {
	inner := n.Children()
	for child := range n.Children() {
		if !child.IsObject() && !child.IsArray() {
			inner = slices.Values([]source.Node{n.Get("definition"), n.Get("flow")})
			break
		}
	}
	for child := range inner {
		c.look(child, level+1)
	}
}
