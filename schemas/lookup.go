package schemas

import (
	"maps"
	"slices"
	"sync"
)

// Lookup returns what is known about a widget type, or nil.
func Lookup(typ string) *Widget { return widgetTable.Get(typ) }

// Types lists the widget types of the catalogue, sorted.
func Types() []string {
	types := make([]string, len(widgetTable))
	for i, w := range widgetTable {
		types[i] = w.Name
	}
	return types
}

// A Catalogue is what a run knows of widget types: the files of the program, and laid
// over them the types that a configuration names. The zero value holds the files alone.
type Catalogue struct {
	declared map[string]*Widget // types that have no file, by name
}

// With returns the catalogue with widget types more. Of a type that has no file it
// knows that there is one, and nothing else.
func (c Catalogue) With(types ...string) Catalogue {
	if len(types) == 0 {
		return c
	}
	declared := make(map[string]*Widget, len(c.declared)+len(types))
	maps.Copy(declared, c.declared)
	for _, typ := range types {
		if Lookup(typ) == nil {
			w := *unknownWidget()
			w.Type, w.Declared = typ, true
			declared[typ] = &w
		}
	}
	return Catalogue{declared}
}

// Widget returns what is known of a widget type. It is never nil: see Widget.Known.
func (c Catalogue) Widget(typ string) *Widget {
	if w := Lookup(typ); w != nil {
		return w
	}
	if w := c.declared[typ]; w != nil {
		return w
	}
	return unknownWidget()
}

// Types lists the widget types that are known or declared, sorted.
func (c Catalogue) Types() []string {
	types := Types()
	for typ := range c.declared {
		types = append(types, typ)
	}
	slices.Sort(types)
	return types
}

// unknownWidget is the widget type of which nothing is known but what every state has.
var unknownWidget = sync.OnceValue(func() *Widget {
	return &Widget{
		Document: Document{Name: "state", Schema: State().Schema}, Needs: NeedsNone,
		OpenProperties: true, OpenEvents: true,
	}
})
