// Package schemas is the catalogue of what is known about Studio: one JSON file
// per widget type, and files for the flow definition, what every state shares,
// Liquid, the resources around a flow, the names people invent and some hosts.
//
// Each widget, flow, state and resource file is a draft-07 JSON Schema with one
// member more, "x-studio", that holds the facts a JSON Schema cannot say: what a
// property means, its range, what an event means and who causes it, what a
// widget stores, what it needs, where each fact comes from. Facts about a widget
// stand here and nowhere else.
//
// When Twilio adds a widget, one file is added to widgets, and nothing else changes.
//
// Nothing is read at start-up. A file is parsed when it is first asked for and
// then kept; everything returned is shared and must not be changed.
package schemas

import (
	"embed"
	"sync"
)

//go:embed flow.json state.json liquid.json aliases.json hosts.json sources.json widgets/*.json resources/*.json
var files embed.FS

// open returns a reader over one file of the catalogue, or nil when there is none.
func open(name string) *reader {
	text, err := files.ReadFile(name)
	if err != nil {
		return nil
	}
	return &reader{name: name, text: string(text)}
}

// cache keeps one value per name, made once when it is first asked for.
type cache[T any] struct{ made sync.Map }

func (c *cache[T]) get(name string, read func() T) T {
	once, ok := c.made.Load(name)
	if !ok {
		once, _ = c.made.LoadOrStore(name, sync.OnceValue(read))
	}
	return once.(func() T)()
}
