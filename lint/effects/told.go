package effects

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/schemas"
)

// IsTold reports whether a text is heard or read by a person.
func IsTold(w *flow.Widget) bool {
	return w.Needs() == schemas.NeedsMessage || w.Needs() == schemas.NeedsCall
}

// ToContact reports whether a message goes to the person of the execution: where no other
// receiver is named, it does.
func ToContact(w *flow.Widget) bool {
	to := w.Property("to").Text()
	return to == "" || strings.Contains(to, "contact.channel.address")
}

// IsForContact reports whether a widget speaks to the contact, also where his address is misspelt.
func IsForContact(f *flow.Flow, w *flow.Widget) bool {
	return HeardBy(f, w) == Contact || w.Facts.Receiver != "" && OfContact(f, w.Property(w.Facts.Receiver))
}

// TakesAnswers reports whether a widget hands answers on: to a server, or to an agent.
func TakesAnswers(w *flow.Widget) bool { return w.Facts.Request != nil || w.Facts.FlexTask != nil }
