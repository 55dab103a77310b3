package offer

import "studiolint/lint/pattern"

// BidsGuess reports whether a text has people guess something: a wrong guess is no answer that the text does not allow.
func BidsGuess(text string) bool { return guess.MatchString(text) }

var guess = pattern.Lazy(`(?i)\b(?:guess|adivin(?:a|e|ar|he)\b|devine[rz]?\b|errate|rate mal\b|indovina|raad\b)`)
