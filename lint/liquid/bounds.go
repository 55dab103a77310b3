package liquid

import "strings"

// Bounds reports whether the conditions of a template test something for being too large, and whether they keep 0 out.
func (t *Template) Bounds(text string) (above, below bool) {
	for i := range t.Tags {
		for _, e := range t.Tags[i].Arguments {
			for _, term := range e.Terms {
				switch number := strings.Trim(term.Operand.In(text), `"'`); {
				case term.Op == Less && number == "1", term.Op == LessEqual && number == "0",
					term.Op == Greater && number == "0", term.Op == GreaterEqual && number == "1",
					(term.Op == Equal || term.Op == NotEqual) && number == "0":
					below = true
				case term.Op == Less, term.Op == LessEqual, term.Op == Greater, term.Op == GreaterEqual:
					above = true
				}
			}
		}
	}
	return above, below
}
