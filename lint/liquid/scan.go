package liquid

import "strings"

// HasMarkup reports whether text holds {{ or {%. Without them, Parse finds
// nothing but perhaps strayBraces.
func HasMarkup(text string) bool {
	for i := 0; ; i++ {
		j := strings.IndexByte(text[i:], '{')
		if j < 0 || i+j+1 >= len(text) {
			return false
		}
		i += j
		if c := text[i+1]; c == '{' || c == '%' {
			return true
		}
	}
}

// HasTags reports whether a text holds what begins a tag: then what it says is decided as the flow runs.
func HasTags(text string) bool { return strings.Contains(text, "{%") }

// HasOutputs reports whether a text holds what begins an output.
func HasOutputs(text string) bool { return strings.Contains(text, "{{") }

// scan walks over the plain text from one piece of markup to the next.
func (p *parser) scan() {
	for i := 0; i < len(p.s); {
		j := strings.IndexByte(p.s[i:], '{')
		if j < 0 {
			return
		}
		j += i
		switch {
		case p.at(j+1) == '{':
			i = p.output(j)
		case p.at(j+1) == '%' && !(p.at(j+2) == '{' && p.at(j+3) != '{'):
			i = p.tag(j) // {%{ is a brace before Terraform's %{…}
		case j > i && (p.s[j-1] == '$' || p.s[j-1] == '%'):
			i = p.skipPlaceholder(j)
		default:
			i = j + 1
		}
	}
}

// at returns the byte at i, or 0 after the end.
func (p *parser) at(i int) byte {
	if i < len(p.s) {
		return p.s[i]
	}
	return 0
}

// skipPlaceholder returns the place after the ${…} or %{…} whose brace stands
// at i, or after that brace when it is never closed. Where one search failed,
// no other starts before the place that one reached.
func (p *parser) skipPlaceholder(i int) int {
	if i >= p.noPlaceholder {
		end, ok := placeholder(p.s, i)
		if ok {
			return end
		}
		p.noPlaceholder = end
	}
	return i + 1
}

// placeholder returns the end of the placeholder whose { stands at i, or how
// far it looked in vain. A placeholder stands in one line. Braces may be
// nested; those of Liquid may stand in strings only.
func placeholder(s string, i int) (end int, ok bool) {
	for depth := 0; i < len(s) && s[i] != '\n'; i++ {
		switch s[i] {
		case '{':
			if i+1 < len(s) && (s[i+1] == '{' || s[i+1] == '%') {
				return i, false
			}
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1, true
			}
		case '"':
			for i++; i < len(s) && s[i] != '"'; i++ {
				if s[i] == '\\' {
					i++
				}
			}
		}
	}
	return min(i, len(s)), false
}
