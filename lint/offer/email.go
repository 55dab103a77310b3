package offer

import "studiolint/lint/pattern"

// SpeaksOfEmail reports whether a text speaks of an e-mail address.
func SpeaksOfEmail(text string) bool { return email().MatchString(text) }

var email = pattern.Lazy(`(?i)\be-?mail\b|\bcorreo\b|\bcourriel\b|\bmail-?adresse\b`)
