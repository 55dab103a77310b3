package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// Markdown returns where in a text the first mark of Markdown stands with its words, in bytes: bold
// words between two asterisks each, a link with its words in brackets, or a heading of two number signs
// or more; 0, 0 for none. Stars alone, and with blanks around the words, are an ornament.
func Markdown(text string) (start, end int) {
	if !strings.Contains(text, "**") && !strings.Contains(text, "](") && !strings.Contains(text, "##") {
		return 0, 0
	}
	m := markdown.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0
	}
	if m[2] < 0 {
		return m[4], m[5]
	}
	return m[2], m[3]
}

var markdown = pattern.Lazy(`(?m)(?:^|[^*\w])(\*\*[\p{L}\p{N}{¡¿][^*\n]*[\p{L}\p{N}}.:!?]\*\*|\[[^\[\]\n]+\]\((?:https?://|\{\{)[^()\s]+\))(?:[^*\w]|$)|^(#{2,6} +\p{L}[^\n]*)`)
