package offer

import (
	"slices"

	"studiolint/lint/words"
)

// NamesID reports whether the last word of a name is that it is an ID.
func NamesID(name string) bool { return endsIn(name, "id", "uuid", "guid") }

// NamesNumberOf reports whether a member is named after a number by which people call something: order_number.
func NamesNumberOf(name string) bool {
	return NamesID(name) || endsIn(name, "number", "no", "nr", "code", "reference", "ref", "numero", "nummer", "num")
}

func endsIn(name string, some ...string) bool {
	in := words.In(name)
	return len(in) > 0 && slices.Contains(some, in[len(in)-1])
}
