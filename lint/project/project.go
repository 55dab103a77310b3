// Package project holds the documents of a run and how they call each other.
package project

import (
	"maps"
	"slices"
	"strconv"
	"sync"

	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/words"
)

// A Project is the documents that may have to do with each other, for rules that look
// across files. It is complete before the first rule runs, and read-only. Which other
// documents a run looks at makes no difference to them, but for KnowsOther.
//
// Flows are known by their SIDs: a resource by its own, a bare definition by what
// a configuration of the run says under "subflows". SIDs are unique all over
// Twilio, so what one configuration says holds for every file.
type Project struct {
	Documents []*Document // in the order of the files, then of the text

	places   map[*Document]int
	bySID    map[string][]*Document
	named    map[sidOf]bool // what stands in bySID
	meant    map[revisionOf][]*Document
	calls    map[*Document][]*Call
	callers  map[*Document][]*Call
	starts   map[*Document][]*FlexStart
	flowSIDs func() []string // two of them at least, if there are as many

	circlesOnce, twinsOnce sync.Once
	circles                map[*Document]*circle
	twins                  map[*Document]*Document
}

// A sidOf says that a document goes by a SID.
type sidOf struct {
	sid string
	d   *Document
}

// A revisionOf is what a call names: a flow and one of its revisions.
type revisionOf struct{ sid, revision string }

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
	ChannelType string         // as the API writes it: sms, web, whatsapp …
	Document    *Document      // the Flex Flow; nil when a configuration lists it
	Config      *config.Config // the configuration; nil when it is a document
}

// Place returns which of the Documents one is, counted from 0.
func (p *Project) Place(d *Document) int { return p.places[d] }

// BySID returns the documents with that SID, in order.
func (p *Project) BySID(sid string) []*Document { return p.bySID[sid] }

// Calls returns the widgets of a flow that run subflows, in order.
func (p *Project) Calls(d *Document) []*Call { return p.calls[d] }

// Callers returns the widgets of the run that may run a flow as their subflow, in
// order.
func (p *Project) Callers(d *Document) []*Call { return p.callers[d] }

// FlexStarts returns the Flex Flows that start a flow, in order.
func (p *Project) FlexStarts(d *Document) []*FlexStart { return p.starts[d] }

// New relates the documents of a run to each other. The paths that configurations
// write are looked up below root.
func New(root files.Root, documents []*Document) *Project {
	p := relate(root, documents, configsOf(documents))
	p.flowSIDs = sync.OnceValue(func() (list []string) {
		for _, d := range documents {
			if d.Flow != nil && len(list) < 2 && words.IsSIDOf(d.SID(), "FW") && !slices.Contains(list, d.SID()) {
				list = append(list, d.SID())
			}
		}
		return list
	})
	return p
}

// KnowsOther reports whether some file of the run tells a flow by a SID that is not the
// document's.
func (p *Project) KnowsOther(d *Document) bool {
	own := d.SID()
	return slices.ContainsFunc(p.flowSIDs(), func(sid string) bool { return sid != own })
}

// relate relates documents to each other, by their own SIDs and by what configurations
// say.
func relate(root files.Root, documents []*Document, configs []*config.Config) *Project {
	p := &Project{
		Documents: documents,
		places:    make(map[*Document]int, len(documents)),
		bySID:     map[string][]*Document{},
		named:     map[sidOf]bool{},
		meant:     map[revisionOf][]*Document{},
		calls:     map[*Document][]*Call{},
		callers:   map[*Document][]*Call{},
		starts:    map[*Document][]*FlexStart{},
	}
	for i, d := range documents {
		p.places[d] = i
		p.name(d.SID(), d)
	}
	paths := pathIndex{root: root, documents: documents}
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
	if words.IsSID(sid) && !p.named[sidOf{sid, d}] {
		p.named[sidOf{sid, d}] = true
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
		c.Targets = p.targets(sub.SID.Text(), sub.Revision.Text())
		p.calls[d] = append(p.calls[d], c)
		for _, target := range c.Targets {
			p.callers[target] = append(p.callers[target], c)
		}
	}
}

// targets returns what a call may run.
func (p *Project) targets(sid, revision string) []*Document {
	key := revisionOf{sid, revision}
	list, known := p.meant[key]
	if !known {
		list = revisions(p.flows(sid), revision)
		p.meant[key] = list
	}
	return list
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
func configsOf(documents []*Document) []*config.Config {
	var list []*config.Config
	known := map[*config.Config]bool{}
	for _, d := range documents {
		if d.Config != nil && !known[d.Config] {
			known[d.Config] = true
			list = append(list, d.Config)
		}
	}
	return list
}

// A pathIndex finds documents by the paths that configurations write. It is made
// when the first one does.
type pathIndex struct {
	root      files.Root
	documents []*Document
	byPath    map[string][]*Document // by absolute path
}

// flows returns the documents with a definition in the file that a path of a
// configuration leads to.
func (i *pathIndex) flows(c *config.Config, path string) []*Document {
	if i.byPath == nil {
		i.byPath = map[string][]*Document{}
		for _, d := range i.documents {
			if d.Flow == nil {
				continue
			}
			abs := i.root.Abs(d.File.Source.Path)
			i.byPath[abs] = append(i.byPath[abs], d)
		}
	}
	for _, abs := range c.Paths(path) {
		if list := i.byPath[abs]; list != nil {
			return list
		}
	}
	return nil
}
