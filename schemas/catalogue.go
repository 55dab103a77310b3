// Package schemas is the catalogue of what is known about Studio: one JSON file
// per widget type, and files for the flow definition, what every state shares,
// Liquid, the resources around a flow, the names people invent,
// some hosts, Twilio's own APIs, and the words of a message that it acts on itself,
// and the languages of voices.
//
// Each widget, flow, state and resource file is a JSON Schema (draft-07) with one
// member more, "x-studio", that holds the facts a JSON Schema cannot say: what a
// property means, its range, what an event means and who causes it, what a
// widget stores, what it needs, where each fact comes from. Facts about a widget
// stand here and nowhere else.
//
// When Twilio adds a widget, one file is added to widgets, and a widget of the type to a
// sample flow; nothing else changes. Its "$schema", catalogue.schema.json, lets an editor
// say what each fact means, and the tests of this package tell by file and line what is
// wrong or missing.
//
// Nothing is read at start-up. A file is parsed when it is first asked for and
// then kept; everything returned is shared and must not be changed.
package schemas

import (
	"embed"
	"strings"
	"sync"
)

//go:embed flow.json state.json liquid.json aliases.json apis.json hosts.json keywords.json voices.json sources.json widgets/*.json resources/*.json
var files embed.FS

// open returns a reader over one file of the catalogue, or nil when there is none.
func open(name string) *reader {
	text, err := files.ReadFile(name)
	if err != nil {
		return nil
	}
	return &reader{name: name, text: string(text)}
}

// folder returns a function for the files of a folder of the catalogue: by name,
// without ".json", what reads a file when it is first asked for.
func folder[T any](folder string, read func(r *reader, name string) T) func() map[string]func() T {
	return sync.OnceValue(func() map[string]func() T {
		entries, _ := files.ReadDir(folder) // embedded: it cannot fail
		all := make(map[string]func() T, len(entries))
		for _, entry := range entries {
			name := strings.TrimSuffix(entry.Name(), ".json")
			all[name] = sync.OnceValue(func() T { return read(open(folder+"/"+entry.Name()), name) })
		}
		return all
	})
}
