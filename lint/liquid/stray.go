package liquid

import (
	"slices"
	"strings"
)

// strayBraces finds variables that were meant to be printed but lack their
// opening braces: {flow.variables.x}} or flow.variables.x}}. Closing braces
// alone are no error, JSON is full of them: so they count only directly after
// a path that begins with one of the roots, and only when no braces before them are left open, or a
// lone { stands before the path.
func (p *parser) strayBraces() {
	if !p.bareBraces() {
		return
	}
	depth, from := 0, 0
	for i := 0; i <= len(p.markup); i++ {
		to := len(p.s)
		if i < len(p.markup) {
			to = p.markup[i].Start
		}
		text := p.s[from:to]
		for k := strings.Index(text, "}}"); k >= 0; k = strings.Index(text, "}}") {
			start := k
			for start > 0 && (nameByte(text[start-1]) || text[start-1] == '.') {
				start--
			}
			depth += strings.Count(text[:k], "{") - strings.Count(text[:k], "}")
			if root, _, ok := strings.Cut(text[start:k], "."); ok && slices.Contains(p.roots, root) {
				brace := start > 0 && text[start-1] == '{'
				if brace {
					start--
				}
				whole := start > 0 && text[start-1] == '{' // within a placeholder
				if !whole && (brace || depth < 2) {
					p.newPiece()
					p.fail(strayBraces, Span{from + start, from + k + 2},
						`"}}" has no "{{" before it: write {{`+clip(strings.TrimPrefix(text[start:k], "{"))+`}}`)
				}
			}
			depth = max(0, depth-2)
			text, from = text[k+2:], from+k+2
		}
		depth += strings.Count(text, "{") - strings.Count(text, "}")
		if i < len(p.markup) {
			from = p.markup[i].End
		}
	}
}

// bareBraces reports whether }} stands anywhere outside markup.
func (p *parser) bareBraces() bool {
	from := 0
	for _, m := range p.markup {
		if from+1 < m.Start && strings.Contains(p.s[from:m.Start], "}}") {
			return true
		}
		from = m.End
	}
	return strings.Contains(p.s[from:], "}}")
}
