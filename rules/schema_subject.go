package rules

import (
	"fmt"

	"studiolint/lint"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

type schemaCheck struct{ *lint.Pass }

// A subject is one whose parts can be named in a message.
type subject struct{ shape.Subject }

// what names a value in a message: "timeout" of send-to-flex.
func (s subject) what(at source.Node) string {
	if at == s.Root {
		return s.Name()
	}
	key := words.Quote(at.Key())
	if at.Key() == "" {
		key = fmt.Sprintf("item %d of %s", at.Index()+1, words.Quote(at.Parent().Key()))
	}
	holder := at.Parent()
	switch {
	case s.Widget == nil:
		return key
	case holder == s.Root:
		return key + " of " + s.Name()
	case holder == s.Widget.Properties && s.Known.Known():
		return key + " of " + s.Known.Type + " " + s.Name()
	case holder.Parent().Key() == "transitions":
		return key + " of a transition of " + s.Name()
	case holder.Parent().Key() == "conditions":
		return key + " of a condition of " + s.Name()
	case at.Parent().IsArray() && at.Parent().Key() == "transitions":
		return "a transition of " + s.Name()
	}
	return key + " in " + s.Name()
}

func (s subject) property(at source.Node) *schemas.Property {
	if !s.Known.Known() || at.Parent() != s.Widget.Properties {
		return nil
	}
	return s.Known.Property(at.Key())
}

func (s subject) element(at source.Node) string {
	switch at.Parent().Key() {
	case "transitions":
		if e := at.Get("event"); e.IsString() {
			return "the transition for " + words.Quote(e.Text()) + " of " + s.Name()
		}
		return "a transition of " + s.Name()
	case "conditions":
		return "a condition of " + s.Name()
	}
	if key := at.Parent().Key(); key != "" {
		return fmt.Sprintf("item %d of %s of %s", at.Index()+1, words.Quote(key), s.Name())
	}
	return words.Quote(at.Key()) + " of " + s.Name()
}

func countOf(n string, at source.Node) string {
	if at.Key() == "states" {
		return "one widget, the trigger"
	}
	if n == "1" {
		return "one item"
	}
	return n + " items"
}

func kindWord(n source.Node) string {
	switch n.Kind() {
	case source.Null:
		return "null"
	case source.Bool:
		return "boolean"
	case source.Number:
		return "number"
	case source.String:
		return "text"
	case source.Array:
		return "list"
	}
	return "object"
}
