package editor

import (
	"context"
	"path/filepath"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/input"
	"studiolint/lint/project"
)

// A group is files that are checked together, and know of each other: those of a
// folder, or one document that lies in none.
type group struct {
	root    files.Root
	folder  *folder // nil for a single document
	session *lint.Session
	finder  *config.Finder // nil when there are to be no configurations

	configurations configurations

	cancel  context.CancelFunc
	running bool
	again   bool // something has changed since the running check began

	result  *lint.Result     // of the last check; nil before
	project *project.Project // of its documents
	waiting []func()         // to be called once nothing is running
}

func (s *server) newGroup(root files.Root, f *folder) *group {
	g := &group{root: root, folder: f, configurations: configurations{
		good: map[string]*config.Config{}, wrong: map[string]error{}, read: &s.configurations,
	}}
	s.configure(g)
	return g
}

// name is what a session calls a file: its path from the folder, as lint would print it
// there.
func (g *group) name(path string) string {
	if rel, err := filepath.Rel(g.root.Dir, path); err == nil && filepath.IsLocal(rel) {
		path = rel
	}
	return filepath.ToSlash(path)
}

// excluded reports whether a configuration says of a file that it is not looked at.
func (g *group) excluded(path string) bool { return g.finder.Excluded(g.name(path)) }

// open adds a document with the text that it has in the client.
func (g *group) open(d *document) {
	if name := g.name(d.path); !g.excluded(d.path) {
		g.session.Open(input.Candidate{Path: name}.WithText(d.text.bytes))
	}
}

// close takes the text of a document back: what is on disk counts again.
func (g *group) close(d *document) {
	name := g.name(d.path)
	if c, ok := g.folder.found[name]; ok {
		g.session.Open(c)
		return
	}
	g.session.Close(name)
}

// stop cancels the running check. Its session waits for it.
func (g *group) stop() {
	if g.running {
		g.cancel()
		g.again = true
	}
}

// whenIdle calls a function once nothing is running.
func (g *group) whenIdle(f func()) {
	if g.running {
		g.waiting = append(g.waiting, f)
		return
	}
	f()
}

// answerAll calls who waits.
func (g *group) answerAll() {
	waiting := g.waiting
	g.waiting = nil
	for _, f := range waiting {
		f()
	}
}
