package rules

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// quote puts a name from a flow between quotes for a message; a very long one is
// cut. Reports escape what cannot be printed.
func quote(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return `"` + s + `"`
}

// widgetName names a widget in a message.
func widgetName(w *flow.Widget) string {
	if w.Name == "" {
		return fmt.Sprintf("the widget at states/%d", w.Node.Index())
	}
	return quote(w.Name)
}

// plural returns "1 widget" or "2 widgets".
func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// grouped writes a number with its thousands apart: 1,000.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// list joins names for a sentence: "a", "b" and "c"; beyond a few it counts.
func list(names []string) string {
	const most = 6
	quoted := make([]string, 0, most)
	for i, n := range names {
		if i == most && len(names) > most+1 {
			return strings.Join(quoted, ", ") + fmt.Sprintf(" and %d more", len(names)-most)
		}
		quoted = append(quoted, quote(n))
	}
	if n := len(quoted); n > 1 {
		return strings.Join(quoted[:n-1], ", ") + " and " + quoted[n-1]
	}
	return strings.Join(quoted, "")
}

// propertyPath is the place as Twilio's Validate endpoint writes it: a JSON
// Pointer from the definition, as a URI fragment.
func propertyPath(p *lint.Pass, n source.Node) string {
	return "#" + n.PointerFrom(p.Document.Definition)
}

// hasLiquid reports whether text holds markup that Studio may evaluate.
func hasLiquid(s string) bool { return strings.Contains(s, "{{") || strings.Contains(s, "{%") }

// trimStop removes the full stop of a sentence from the catalogue that becomes a
// part of a message.
func trimStop(s string) string { return strings.TrimSuffix(strings.TrimSpace(s), ".") }
