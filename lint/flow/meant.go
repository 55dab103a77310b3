package flow

import (
	"iter"
	"slices"

	"studiolint/lint/source"
	"studiolint/schemas"
)

var (
	stateMembers      = []string{"name", "type", "properties", "transitions"}
	transitionMembers = []string{"event", "next", "conditions"}
)

// meant yields the members of an object by the names they were meant to have. A
// name that Studio does not know counts as the one that the catalogue gives for
// it, or the nearest, unless the object has that one too: the rules about shape
// report the slip, and what hangs on it is not reported as well.
func meant(object source.Node, names []string, aliases map[string]string) iter.Seq2[string, source.Node] {
	return func(yield func(string, source.Node) bool) {
		for key, n := range object.Members() {
			if !slices.Contains(names, key) {
				name := aliases[key]
				if name == "" {
					name = schemas.Nearest(key, names)
				}
				if name != "" && !object.Get(name).Exists() {
					key = name
				}
			}
			if !yield(key, n) {
				return
			}
		}
	}
}
