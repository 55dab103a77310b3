package project

import (
	"slices"
	"strings"

	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/input"
	"studiolint/lint/words"
)

// An Outline is what has to be known of a file to tell which others it may have to do
// with, when its documents are not at hand. It keeps no text of the file alive.
type Outline struct {
	Own   []string // the SIDs of its documents
	Flows []string // those among them that are flows'
	Names []string // those that its widgets and Flex Flows name
}

// OutlineOf returns the outline of a file by its documents.
func OutlineOf(documents []*Document) Outline {
	var o Outline
	add := func(list *[]string, sid string) {
		if words.IsSID(sid) && !slices.Contains(*list, sid) {
			*list = append(*list, strings.Clone(sid))
		}
	}
	for _, d := range documents {
		add(&o.Own, d.SID())
		if d.Flow != nil {
			if words.IsSIDOf(d.SID(), "FW") {
				add(&o.Flows, d.SID())
			}
			for _, c := range d.Flow.SubflowCalls() {
				add(&o.Names, c.SID.Text())
			}
		}
		switch d.Kind {
		case input.FlexFlowResource, input.FlexFlowRequest:
			add(&o.Names, d.Field("integration.flow_sid").Text())
		}
	}
	return o
}

// Alone reports whether no other file can have to do with it, but one that names it by
// its path.
func (o *Outline) Alone() bool { return len(o.Own) == 0 && len(o.Names) == 0 }

// Told are the flows that configurations tell: by their SIDs, and by absolute paths.
type Told struct {
	Configs []*config.Config
	SIDs    map[string]bool
	Paths   map[string]bool
}

// ToldBy returns what configurations tell of flows.
func ToldBy(configs []*config.Config) Told {
	t := Told{Configs: configs, SIDs: map[string]bool{}, Paths: map[string]bool{}}
	path := func(c *config.Config, path string) {
		for _, abs := range c.Paths(path) {
			t.Paths[abs] = true
		}
	}
	for _, c := range configs {
		for sid, of := range c.Subflows {
			t.SIDs[sid] = true
			path(c, of)
		}
		for _, f := range c.Flex.FlexFlows {
			if words.IsSID(f.Flow) {
				t.SIDs[f.Flow] = true
			} else {
				path(c, f.Flow)
			}
		}
	}
	return t
}

// nobody is the project of documents that run no subflows and are not run.
var nobody = &Project{}

// Among relates the documents of some files of a run to each other: all those that may
// have to do with each other. Told is what the configurations tell of them. FlowSIDs
// returns the SIDs by which the run tells flows: two of them, if there are as many.
func Among(root files.Root, documents []*Document, told Told, flowSIDs func() []string) *Project {
	if len(told.Configs) == 0 && !slices.ContainsFunc(documents, func(d *Document) bool {
		return d.SID() != "" || d.Flow != nil && d.Flow.RunsSubflows()
	}) {
		return nobody
	}
	p := relate(root, documents, told.Configs)
	p.flowSIDs = flowSIDs
	return p
}
