package rules

import (
	"fmt"
	"regexp"
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

// placeholders are the forms that deployment tools fill in, when one is the
// whole of a value or a part of it: Terraform and shell (${NAME}, %{ if }),
// square brackets, YOUR_… and the like.
var placeholders = regexp.MustCompile(`[$%]\{|^\$[A-Z_][A-Z0-9_]*$|://\$[A-Z_]|^\[[A-Za-z][A-Za-z0-9_ -]*\]$|^<[A-Za-z][A-Za-z0-9_ -]*>$|\b(?:YOUR|MY|REPLACE|INSERT|CHANGE)[_-][A-Z0-9_-]+\b|\b[A-Z]{2}[xX]{6,}|^__[A-Za-z0-9_]+__$|^<%.*%>$|^@@?[A-Z_]+@@?$|^\{\{[A-Z][A-Z0-9_]*\}\}$|^#\{[^}]+\}#?$`)

// isPlaceholder reports whether a string holds what a deployment step fills in,
// so that its value is not known.
func isPlaceholder(p *lint.Pass, n source.Node) bool {
	return placeholderText(p, n.Text())
}

// mayHoldPlaceholder spares most texts the regular expression, which would take
// longer than all rules together.
func mayHoldPlaceholder(s string) bool {
	switch s[0] {
	case '[', '<', '_', '@':
		return true
	case '{':
		if len(s) > 2 && s[1] == '{' && 'A' <= s[2] && s[2] <= 'Z' {
			return true
		}
	}
	for _, mark := range [...]string{"$", "%{", "#{", "YOUR", "MY", "REPLACE", "INSERT", "CHANGE", "XXX", "xxx", "Xx", "xX"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

func placeholderText(p *lint.Pass, s string) bool {
	if s == "" {
		return false
	}
	return mayHoldPlaceholder(s) && placeholders.MatchString(s) || holdsFillIn(s) || p.Config.IsPlaceholder(s)
}

// hasLiquid reports whether text holds markup that Studio may evaluate.
func hasLiquid(s string) bool { return strings.Contains(s, "{{") || strings.Contains(s, "{%") }

// trimStop removes the full stop of a sentence from the catalogue that becomes a
// part of a message.
func trimStop(s string) string { return strings.TrimSuffix(strings.TrimSpace(s), ".") }
