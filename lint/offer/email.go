package offer

import "studiolint/lint/pattern"

// SpeaksOfEmail reports whether a text speaks of an e-mail address.
func SpeaksOfEmail(text string) bool { return email.MatchString(text) }

var email = pattern.Lazy(`(?i)\be-?mail\b|\bcorreo\b|\bcourriel\b|\bmail-?adresse\b`)

// SampleEmails are e-mail addresses as people write them.
var SampleEmails = [...]string{"ann.bell@example.org", "a@b.co", "ann@mail.example.com", "bell77@gmail.com"}

// EndsAtHost reports whether a regular expression takes the addresses of one host alone: @harbour\.com$.
func EndsAtHost(expression string) bool { return ofOneHost.MatchString(expression) }

var ofOneHost = pattern.Lazy(`(?i)@[a-z0-9-]+\\?\.[a-z]{2,}\)?\$?$`)
