package project

import (
	"iter"
	"strings"

	"studiolint/lint/config"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Document is one document of a run with its graph.
type Document struct {
	*input.Document
	Flow   *flow.Flow     // nil when it has no definition
	Config *config.Config // the one that belongs to its file; never nil

	// Facts are what package lint has worked out of the document.
	Facts any
}

// Subject makes a document a thing of which facts are known.
func (d *Document) Subject() *Document { return d }

// Documents returns the documents of a file that a configuration belongs to.
func Documents(file *input.File, c *config.Config, catalogue schemas.Catalogue) []*Document {
	catalogue = catalogue.With(c.WidgetTypes...)
	documents := make([]*Document, len(file.Documents))
	for i, d := range file.Documents {
		documents[i] = &Document{Document: d, Config: c}
		if !d.Definition.IsObject() {
			continue
		}
		read := flow.New
		if d.Kind == input.Legacy {
			read = flow.NewLegacy
		}
		documents[i].Flow = read(d.Definition, catalogue)
		documents[i].Flow.Filled = file.Filled
	}
	return documents
}

// SID returns the document's own SID, "" when it has none.
func (d *Document) SID() string {
	switch d.Kind {
	case input.FlowResource, input.FlexFlowResource:
		return d.Field("sid").Text()
	}
	return ""
}

// PropertyPath writes the place of a node as Twilio's Validate endpoint does: a JSON
// Pointer from the definition, as a URI fragment.
func (d *Document) PropertyPath(n source.Node) string { return "#" + n.PointerFrom(d.Definition) }

// Label names the flow in a message: by its friendly name, or by its file.
func (d *Document) Label() string {
	if name := d.Field("friendly_name").Text(); name != "" {
		return words.Quote(name)
	}
	return "the flow in " + d.File.Source.Path
}

// Field returns a member of a resource or request by the name that the API's
// resource gives it, with a dot before a member of a member: "friendly_name",
// "integration.flow_sid". Requests write FriendlyName and Integration.FlowSid,
// which may be given instead; command-line tools print resources with friendlyName.
func (d *Document) Field(name string) source.Node {
	parts := strings.Split(name, ".")
	switch d.Kind {
	case input.FlowRequest, input.FlexFlowRequest:
		for i, part := range parts {
			parts[i] = pascalCase(part)
		}
		if n := d.Node.Get(strings.Join(parts, ".")); n.Exists() {
			return n
		}
		n := d.Node
		for _, part := range parts {
			n = n.Get(part)
		}
		return n
	}
	n := d.Node
	for _, part := range parts {
		member := n.Get(part)
		if !member.Exists() {
			member = n.Get(camelCase(part))
		}
		n = member
	}
	return n
}

// Texts yields every string of the document, and of the definition that stands in one
// of them in its place.
func (d *Document) Texts() iter.Seq[source.Node] {
	return func(yield func(source.Node) bool) {
		var outer source.Node
		if f := d.Definition.File(); f != nil && f != d.Node.File() {
			outer = f.Outer()
		}
		for n := range d.Node.Strings() {
			if n != outer && !yield(n) {
				return
			}
		}
		if outer.Exists() {
			for n := range d.Definition.Strings() {
				if !yield(n) {
					return
				}
			}
		}
	}
}

// Revision returns the number of a Flow's revision, and whether it is known.
func (d *Document) Revision() (number int, ok bool) {
	if d.Kind != input.FlowResource {
		return 0, false
	}
	n, ok := d.Field("revision").Number()
	return int(n), ok
}

// pascalCase writes a name in snake case as the parameters of a request are
// written.
func pascalCase(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "_") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

// camelCase writes a name in snake case as JavaScript tools do.
func camelCase(name string) string {
	first, rest, _ := strings.Cut(name, "_")
	return first + pascalCase(rest)
}
