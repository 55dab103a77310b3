package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksFreely reports whether a text lets a person write whatever they like beside the answers it offers: "or simply
// write us a line", "in your own words".
func AsksFreely(text string) bool {
	return words.HoldsAny(text, "own words", "write", "tell us", "line", "comment", "eigenen worten", "schreib",
		"palabras", "escrib", "palavras", "escrev", "propres mots", "vos mots", "écri", "parole", "scriv") &&
		freely.MatchString(text)
}

var freely = pattern.Lazy(`(?i)\bown words\b|\b(?:or|and) (?:just |simply )?(?:write|tell|send|leave|type) (?:to )?(?:us|me|a (?:line|comment|note|message))\b|\beigenen worten\b|\b(?:oder|und) schreib` +
	`|\bpropias palabras\b|\b[oy] (?:escríb|escrib|cuént)|\bpróprias palavras\b|\b(?:ou|e) escrev|\bpropres mots\b|\b(?:ou|et) écri|\bparole (?:sue|tue)\b|\b[oe] (?:ci )?scriv`)

// AtWill reports whether a text says that something may come whenever the person likes: it does not say that it came.
func AtWill(text string) bool {
	return words.HoldsAny(text, "whenever", "any time", "anytime", "cuando quiera", "cuando guste", "quando quiser",
		"quand vous", "wann immer", "jederzeit", "quando vuole")
}
