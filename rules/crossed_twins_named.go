package rules

import "studiolint/lint/flow"

// A named is a value that is given under a name: a key, or a label in a text.
type named struct {
	ref      flow.Ref
	name, of string   // the name, and that of what is read
	key, own []string // their words
	answer   bool     // of a person; of two wrong-question tells
}
