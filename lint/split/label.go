package split

import "strings"

// NamesBlank reports whether the label of a branch speaks of what is blank: "Is Not Blank", as Twilio's editor names
// it.
func NamesBlank(label string) bool {
	label = strings.ToLower(label)
	return strings.Contains(label, "blank") || strings.Contains(label, "empty")
}
