package rules

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/schemas"
)

// isTold reports whether a text is heard or read by a person.
func isTold(w *flow.Widget) bool {
	return w.Needs() == schemas.NeedsMessage || w.Needs() == schemas.NeedsCall
}

// toContact reports whether a message goes to the person of the execution: where no other
// receiver is named, it does.
func toContact(w *flow.Widget) bool {
	to := w.Property("to").Text()
	return to == "" || strings.Contains(to, "contact.channel.address")
}
