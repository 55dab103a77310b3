package lint

import (
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A Document is one document of the run with its graph.
type Document struct {
	*input.Document
	Flow *flow.Flow // nil when it has no definition

	config *Config // the one that belongs to its file
	facts  []known
}

// A Project is everything that one run looks at, for rules that look across
// files. It is complete before the first rule runs, and read-only.
//
// Flows are known by their SIDs: a resource by its own, a bare definition by what
// a configuration of the run says under "subflows". SIDs are unique all over
// Twilio, so what one configuration says holds for every file.
type Project struct {
	Documents []*Document // in the order of the files, then of the text

	bySID   map[string][]*Document
	calls   map[*Document][]*Call
	callers map[*Document][]*Call
	starts  map[*Document][]*FlexStart
}

// A Call is a widget that runs another flow as its subflow.
type Call struct {
	flow.SubflowCall
	From *Document

	// Targets are the flows of the run that it may run: none when the flow is not
	// in the run, several when they have the same SID and the revision does not
	// tell which of them it is.
	Targets []*Document
}

// A FlexStart says that messages on a channel start a flow: a Flex Flow of the
// run, or one that a configuration lists.
type FlexStart struct {
	ChannelType string    // as the API writes it: sms, web, whatsapp …
	Document    *Document // the Flex Flow; nil when a configuration lists it
	Config      *Config   // the configuration; nil when it is a document
}

// BySID returns the documents with that SID, in order.
func (p *Project) BySID(sid string) []*Document { return p.bySID[sid] }

// Calls returns the widgets of a flow that run subflows, in order.
func (p *Project) Calls(d *Document) []*Call { return p.calls[d] }

// Callers returns the widgets of the run that may run a flow as their subflow, in
// order.
func (p *Project) Callers(d *Document) []*Call { return p.callers[d] }

// FlexStarts returns the Flex Flows that start a flow, in order.
func (p *Project) FlexStarts(d *Document) []*FlexStart { return p.starts[d] }

// Label names the flow in a message: by its friendly name, or by its file.
func (d *Document) Label() string {
	if name := d.Field("friendly_name").Text(); name != "" {
		return words.Quote(name)
	}
	return "the flow in " + d.File.Source.Path
}

// Config returns the configuration that belongs to the document's file.
func (d *Document) Config() *Config { return d.config }

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

// newProject relates the documents to each other.
func newProject(documents []*Document) *Project {
	p := &Project{
		Documents: documents,
		bySID:     map[string][]*Document{},
		calls:     map[*Document][]*Call{},
		callers:   map[*Document][]*Call{},
		starts:    map[*Document][]*FlexStart{},
	}
	for _, d := range documents {
		p.name(d.SID(), d)
	}
	paths := pathIndex{documents: documents}
	configs := configsOf(documents)
	for _, c := range configs {
		for _, sid := range slices.Sorted(maps.Keys(c.Subflows)) {
			for _, d := range paths.flows(c, c.Subflows[sid]) {
				p.name(sid, d)
			}
		}
	}
	for _, d := range documents {
		p.addCalls(d)
		p.addFlexFlow(d)
	}
	for _, c := range configs {
		for _, f := range c.Flex.FlexFlows {
			list := p.flows(f.Flow)
			if !words.IsSID(f.Flow) {
				list = paths.flows(c, f.Flow)
			}
			p.addStart(&FlexStart{ChannelType: f.ChannelType, Config: c}, list)
		}
	}
	return p
}

// name makes a document known by a SID.
func (p *Project) name(sid string, d *Document) {
	if words.IsSID(sid) && !slices.Contains(p.bySID[sid], d) {
		p.bySID[sid] = append(p.bySID[sid], d)
	}
}

// flows returns the documents with that SID that have a definition.
func (p *Project) flows(sid string) []*Document {
	var list []*Document
	for _, d := range p.bySID[sid] {
		if d.Flow != nil {
			list = append(list, d)
		}
	}
	return list
}

func (p *Project) addCalls(d *Document) {
	if d.Flow == nil {
		return
	}
	for _, sub := range d.Flow.SubflowCalls() {
		c := &Call{SubflowCall: sub, From: d}
		c.Targets = revisions(p.flows(sub.SID.Text()), sub.Revision.Text())
		p.calls[d] = append(p.calls[d], c)
		for _, target := range c.Targets {
			p.callers[target] = append(p.callers[target], c)
		}
	}
}

// revisions returns those of several documents of one flow that a revision may
// mean: a number, LatestPublished or LatestDraft.
func revisions(list []*Document, revision string) []*Document {
	keep := func(fits func(*Document) bool) {
		var fitting []*Document
		for _, d := range list {
			if fits(d) {
				fitting = append(fitting, d)
			}
		}
		list = fitting
	}
	if n, err := strconv.Atoi(revision); err == nil {
		keep(func(d *Document) bool {
			known, ok := d.Revision()
			return !ok || known == n
		})
		return list
	}
	published := func(d *Document) bool { return d.Field("status").Text() == "published" }
	if revision == "LatestPublished" && slices.ContainsFunc(list, published) {
		keep(published)
	}
	latest := 0
	for _, d := range list {
		n, _ := d.Revision()
		latest = max(latest, n)
	}
	keep(func(d *Document) bool {
		n, ok := d.Revision()
		return !ok || n == latest
	})
	return list
}

// Revision returns the number of a Flow's revision, and whether it is known.
func (d *Document) Revision() (number int, ok bool) {
	if d.Kind != input.FlowResource {
		return 0, false
	}
	n, ok := d.Field("revision").Number()
	return int(n), ok
}

func (p *Project) addFlexFlow(d *Document) {
	switch d.Kind {
	case input.FlexFlowResource, input.FlexFlowRequest:
		typ := d.Field("integration_type")
		if typ.IsString() && typ.Text() != "studio" {
			return
		}
		start := &FlexStart{ChannelType: d.Field("channel_type").Text(), Document: d}
		p.addStart(start, p.flows(d.Field("integration.flow_sid").Text()))
	}
}

func (p *Project) addStart(s *FlexStart, flows []*Document) {
	for _, d := range flows {
		p.starts[d] = append(p.starts[d], s)
	}
}

// configsOf returns the configurations of the documents, each once, in order.
func configsOf(documents []*Document) []*Config {
	var list []*Config
	for _, d := range documents {
		if d.config != nil && !slices.Contains(list, d.config) {
			list = append(list, d.config)
		}
	}
	return list
}

// A pathIndex finds documents by the paths that configurations write. It is made
// when the first one does.
type pathIndex struct {
	documents []*Document
	byPath    map[string][]*Document // by absolute path
}

// flows returns the documents with a definition in the file that a path of a
// configuration leads to.
func (i *pathIndex) flows(c *Config, path string) []*Document {
	if i.byPath == nil {
		i.byPath = map[string][]*Document{}
		for _, d := range i.documents {
			if d.Flow == nil {
				continue
			}
			if abs, err := filepath.Abs(filepath.FromSlash(d.File.Source.Path)); err == nil {
				i.byPath[abs] = append(i.byPath[abs], d)
			}
		}
	}
	for _, abs := range c.paths(path) {
		if list := i.byPath[abs]; list != nil {
			return list
		}
	}
	return nil
}
