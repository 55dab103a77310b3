package jsontext

import (
	"sync"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/source"
)

// A way is a template read with the first side of each of its choices, or with the last one. Most
// questions are about these two.
type way struct {
	*reading
	root  source.Node // absent when the text begins with an output
	fault *Fault

	once sync.Once
}

// way returns the template read with the first or the last sides: without choices these are one.
func (j *Template) way(last bool) *way {
	w := &j.ways[0]
	if last && len(j.choices) > 0 {
		w = &j.ways[1]
	}
	w.once.Do(func() {
		w.reading = j.read(j.sides(last))
		if !w.opaque {
			w.root, w.fault = w.parse()
		}
	})
	return w
}

// templates are those of a document that were asked about.
type templates struct {
	mu    sync.Mutex
	known map[source.Node]*Template
}

var asked = lint.NewFact(func(*project.Document) *templates { return &templates{known: map[source.Node]*Template{}} })

// Of prepares a template of a document for several questions. It is nil when Parse is.
func Of(of lint.Subject, t *flow.Template) *Template {
	all := asked.Of(of)
	all.mu.Lock()
	defer all.mu.Unlock()
	j, ok := all.known[t.Node]
	if !ok {
		j = Parse(t)
		all.known[t.Node] = j
	}
	return j
}
