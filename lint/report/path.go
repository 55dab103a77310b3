package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// Limits of a written path.
const (
	maxSteps  = 12  // longer paths lose their middle
	pathWidth = 100 // characters of a line before it is broken
)

// pathWords writes a path as words that may stand on different lines:
// "Trigger", "—incomingMessage→ greet", "—sent→ menu".
func pathWords(path []finding.Step) []string {
	var parts []string
	arrow := ""
	for i, step := range path {
		if left := len(path) - maxSteps; left > 0 && i >= maxSteps/2 && i < maxSteps/2+left {
			if i == maxSteps/2 {
				parts = append(parts, fmt.Sprintf("%s… %s …", arrow, words.Plural(left, "more step")))
			}
		} else {
			parts = append(parts, arrow+pathName(step.Widget))
		}
		arrow = "→ "
		if step.Event != "" {
			arrow = "—" + pathName(step.Event) + "→ "
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
	var lines []string
	line := "path:"
	for _, word := range pathWords(path) {
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > pathWidth && line != "path:" {
			lines = append(lines, line)
			line = "     "
		}
		line += " " + word
	}
	return append(lines, line)
}
