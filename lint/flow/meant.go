package flow

import (
	"iter"
	"slices"

	"studiolint/lint/source"
	"studiolint/lint/words"
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
func meant(object source.Node, names []string, aliases schemas.Table[string]) iter.Seq2[string, source.Node] {
	return func(yield func(string, source.Node) bool) {
		var lacks []string // those of names that the object does not have
		looked := false
		for key, n := range object.Members() {
			if !slices.Contains(names, key) {
				if !looked {
					lacks, looked = missing(object, names), true
				}
				if name := aliases.Get(key); slices.Contains(lacks, name) {
					key = name
				} else if name == "" && len(lacks) > 0 {
					if near := words.Nearest(key, lacks); near != "" {
						key = near
					}
				}
			}
			if !yield(key, n) {
				return
			}
		}
	}
}

func missing(object source.Node, names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return object.Get(name).Exists() })
}
