package report

import (
	"strings"
	"unicode/utf8"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// Limits of a written path.
const (
	maxSteps  = 6   // of a longer path only the end is shown
	endSteps  = 4   // that many steps of it
	pathWidth = 100 // characters of a line before it is broken
)

// pathWords writes a path as words that may stand on different lines:
// "Trigger", "—incomingMessage→ greet", "—sent→ menu". What matters of a long one is how
// it ends.
func pathWords(path []finding.Step) []string {
	parts := make([]string, 0, min(len(path), maxSteps))
	hidden := 0
	if len(path) > maxSteps {
		hidden = len(path) - endSteps
		parts = append(parts, "… "+words.Plural(hidden, "more step")+" …")
	}
	for i := hidden; i < len(path); i++ {
		name := pathName(path[i].Widget)
		switch {
		case i == 0:
			parts = append(parts, name)
		case path[i-1].Event == "":
			parts = append(parts, "→ "+name)
		default:
			parts = append(parts, "—"+pathName(path[i-1].Event)+"→ "+name)
		}
	}
	return parts
}

func pathName(s string) string { return Visible(middle(s, maxName)) }

// pathText writes a path on one line; "" when there is none.
func pathText(path []finding.Step) string {
	if len(path) == 0 {
		return ""
	}
	return "path: " + strings.Join(pathWords(path), " ")
}

// pathLines writes a path on as many lines as it needs.
func pathLines(path []finding.Step) []string {
	if len(path) == 0 {
		return nil
	}
	const head = "path:"
	var lines []string
	line := make([]byte, 0, 2*pathWidth)
	line = append(line, head...)
	width := len(head) // in characters
	for _, word := range pathWords(path) {
		more := 1 + utf8.RuneCountInString(word)
		if width+more > pathWidth && len(line) > len(head) {
			lines = append(lines, string(line))
			line = append(line[:0], "     "...)
			width = len(line)
		}
		line = append(line, ' ')
		line = append(line, word...)
		width += more
	}
	return append(lines, string(line))
}
