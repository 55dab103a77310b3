package rules

import "studiolint/lint/flow"

// isContact reports whether a reference reads who answered, or where: the same in each round of a
// loop, so that nobody means it to be blank in the first one, and what contact.channel.address has, too.
func isContact(r flow.Ref) bool {
	last := r.Name(len(r.Segments) - 1)
	return r.Name(2) == "inbound" && (last == "From" || last == "To")
}

// contactOf returns what has the same at any time.
func contactOf(r flow.Ref) string {
	if r.Name(len(r.Segments)-1) == "To" {
		return "flow.channel.address"
	}
	return "contact.channel.address"
}
