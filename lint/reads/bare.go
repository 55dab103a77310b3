package reads

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/pattern"
)

// BarePath returns where the first path of Studio's stands in a text outside of Liquid, one brace on each side
// included; 0 and 0 when there is none.
func BarePath(f *flow.Flow, text string) (start, end int) {
	if !mayHoldPath(text) {
		return 0, 0
	}
	for _, m := range studioPath.FindAllStringSubmatchIndex(text, -1) {
		if m[4] >= 0 && f.Widget(text[m[4]:m[5]]) == nil {
			continue // a file of that name, or a word
		}
		if start, end = m[2], m[3]; start > 0 && end < len(text) && text[start-1] == '{' && text[end] == '}' {
			return start - 1, end + 1
		}
		return start, end
	}
	return 0, 0
}

// mayHoldPath looks for a point after what paths begin with.
func mayHoldPath(text string) bool {
	for i := strings.IndexByte(text, '.'); i >= 0; i = strings.IndexByte(text, '.') {
		switch before := text[:i]; {
		case strings.HasSuffix(before, "widgets"), strings.HasSuffix(before, "flow"), strings.HasSuffix(before, "trigger"), strings.HasSuffix(before, "contact"):
			return true
		}
		text = text[i+1:]
	}
	return false
}

// studioPath is a path that only Studio has, no part of an address or of a longer name.
var studioPath = pattern.Lazy(`(?:^|[^\w.@/-])(widgets\.([A-Za-z_][\w-]*)\.\w+(?:\.\w+|\[[0-9]+\])*|flow\.(?:variables|data)\.\w+|trigger\.(?:message|call|conversation|request|parent)\.\w+(?:\.\w+)*|(?:contact|flow)\.channel\.address)`)

// WithoutMarkup is a text with blanks for its Liquid; "" where that cannot be told from the rest,
// or nothing beside it looks like a path.
func WithoutMarkup(text string) string {
	if strings.Contains(text, "{% raw") || strings.Contains(text, "{% comment") || !bareBeside(text) {
		return ""
	}
	b := []byte(text)
	for i := 0; i < len(text); {
		n := markupAt(text[i:])
		for end := i + n; i < end; i++ {
			b[i] = ' '
		}
		if n == 0 {
			i++
		}
	}
	return string(b)
}

// bareBeside reports whether beside its Liquid, all of which ends, a text may hold a path.
func bareBeside(text string) (found bool) {
	for i := 0; i < len(text); {
		switch n := markupAt(text[i:]); {
		case n < 0:
			return false
		case n > 0:
			i += n
		default:
			switch rest := text[i:]; rest[0] {
			case 'w', 'f', 't', 'c':
				found = found || strings.HasPrefix(rest, "widgets.") || strings.HasPrefix(rest, "flow.") ||
					strings.HasPrefix(rest, "trigger.") || strings.HasPrefix(rest, "contact.")
			}
			i++
		}
	}
	return found
}

// markupAt returns how many bytes the Liquid has with which a text begins: 0 for none, -1 for
// what does not end.
func markupAt(text string) int {
	closing := ""
	switch {
	case strings.HasPrefix(text, "{{"):
		closing = "}}"
	case strings.HasPrefix(text, "{%"):
		closing = "%}"
	default:
		return 0
	}
	n := strings.Index(text, closing)
	if n < 0 {
		return -1
	}
	return n + len(closing)
}
