package jsontext

import (
	"sync"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
)

// A Position is where in the JSON an output stands.
type Position struct {
	InString bool // within quotes
	Value    bool // outside of them, as a whole value
}

// positions returns where the outputs of a template that becomes JSON stand: within
// a string when that is so in one reading, as a value when it is so in each; nil when
// the text is no JSON. Those in branches of which no reading is right are left out.
func (j *Template) positions() map[int]Position {
	var where map[int]Position
	ways := []bool{false, true}
	if len(j.choices) == 0 {
		ways = ways[:1] // the first side of everything is the last one too
	}
	for _, last := range ways {
		r := j.way(last)
		if r.fault != nil || r.opaque || !r.root.IsObject() && !r.root.IsArray() {
			continue
		}
		if where == nil {
			where = map[int]Position{}
		}
		for _, o := range r.outputs {
			before, ok := where[o.index]
			where[o.index] = Position{before.InString || o.InString, o.Value && (before.Value || !ok)}
		}
	}
	return where
}

// Positions tell where outputs stand in the JSON that their templates become.
var Positions = lint.NewFact(func(d *project.Document) *Places {
	return &Places{document: d, known: map[*flow.Template]map[int]Position{}}
})

// Places are the positions of a document's outputs. Each template is read when it is
// first asked about.
type Places struct {
	document *project.Document

	mu    sync.Mutex
	known map[*flow.Template]map[int]Position
}

// Of returns where the output stands that holds a reference.
func (p *Places) Of(r flow.Ref) Position { return p.In(r.Template)[r.Liquid.Markup[r.Markup].Index] }

// In returns where the outputs of a template stand, by their index in
// liquid.Template.Outputs: within a string when that is so in one reading, as a value
// when it is so in each. There are none when the text is no JSON; those in branches of
// which no reading is right are left out.
func (p *Places) In(t *flow.Template) map[int]Position {
	p.mu.Lock()
	defer p.mu.Unlock()
	where, ok := p.known[t]
	if !ok {
		if j := Of(p.document, t); j != nil {
			where = j.positions()
		}
		p.known[t] = where
	}
	return where
}
