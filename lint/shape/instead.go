package shape

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Instead returns the member of an object that was most likely meant to be
// name: one that the catalogue knows as a wrong name of it, or one that it does
// not know and that is spelt nearly alike. Whoever reports what
// is missing and whoever reports what is not known ask it, so that one slip gives one
// finding.
func Instead(object source.Node, name string, aliases schemas.Table[string], s *schemas.Schema) source.Node {
	var found source.Node
	for key, member := range object.Members() {
		if s != nil && s.Properties.Get(key) != nil || key == name {
			continue
		}
		if aliases.Get(key) == name {
			return member
		}
		if aliases.Get(key) == "" && !found.Exists() && words.Nearest(key, []string{name}) != "" {
			found = member
		}
	}
	return found
}

// PropertyInstead returns the member that was most likely meant to be a property
// that a widget lacks: a misspelt one, or one of that name beside the properties.
func PropertyInstead(w *flow.Widget, name string) source.Node {
	known := w.Facts
	if m := Instead(w.Properties, name, known.Aliases.Properties, known.Schema.At("properties")); m.Exists() {
		return m
	}
	if known.Schema.Properties.Get(name) == nil {
		return w.Node.Get(name)
	}
	return source.Node{}
}

// Unfilled reports whether a widget has a property of JSON not at all, blank, or as an object without members, and
// nothing that was meant to be it.
func Unfilled(w *flow.Widget, name string) bool {
	n := w.Property(name)
	return (!n.Exists() || n.IsString() && strings.Trim(n.Text(), "{} \t\r\n") == "") && !PropertyInstead(w, name).Exists()
}

// LacksAll reports whether a widget has none of some properties, nor others that were
// meant to be one of them.
func LacksAll(w *flow.Widget, names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool {
		return w.Properties.Get(name).Exists() || PropertyInstead(w, name).Exists()
	})
}

// Dotted returns the member that a name with dots leads to.
func Dotted(n source.Node, name string) source.Node {
	if strings.IndexByte(name, '.') < 0 {
		return n.Get(name) // as most
	}
	for n.Exists() {
		first, rest, more := strings.Cut(name, ".")
		if n = n.Get(first); !more {
			return n
		}
		name = rest
	}
	return n
}

// Lost reports whether a member is one that a later one of the same name replaces, so
// that nobody reads it.
func Lost(s lint.Subject, member source.Node) bool { return shapes.Of(s).lost[member] }
