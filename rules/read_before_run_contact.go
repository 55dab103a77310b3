package rules

import (
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// isContact reports whether a reference reads who answered, or where: the same in each round of a
// loop, so that nobody means it to be blank in the first one, and what contact.channel.address has, too.
func isContact(f *flow.Flow, r flow.Ref) bool {
	v := reads.Value(f, r)
	return v != nil && (v.Holds == schemas.HoldsContact || v.Holds == schemas.HoldsAddress) && r.Root() == "widgets" && reads.IsAnswer(f, r)
}

// contactOf returns what has the same at any time.
func contactOf(f *flow.Flow, r flow.Ref) string {
	if reads.Value(f, r).Holds == schemas.HoldsAddress {
		return "flow.channel.address"
	}
	return "contact.channel.address"
}
