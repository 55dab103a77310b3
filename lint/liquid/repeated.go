package liquid

import "strings"

// Repeated returns the conditions and values of a block, if or case, for which an earlier branch
// of it is always taken, so that theirs never is. They stand in one text, that of the template.
func (t *Template) Repeated(b *Block, text string) []Span {
	const most = 50 // branches that are compared
	if len(b.Branches) < 2 || len(b.Branches) > most {
		return nil
	}
	var all []Span
	asked := map[string]bool{}
	for _, branch := range b.Branches {
		tag := &t.Tags[branch.Tag]
		switch tag.Name {
		case "if", "elsif":
			if len(tag.Arguments) != 1 || len(tag.Arguments[0].Terms) == 0 {
				return all
			}
			atoms, and, or := atomsOf(&tag.Arguments[0].Expr, text)
			if repeats(asked, atoms, and, or) {
				all = append(all, tag.Args)
			}
			if and {
				atoms = []string{strings.Join(atoms, " and ")}
			}
			for _, atom := range atoms {
				asked[atom] = asked[atom] || !and || !or
			}
		case "when":
			all = append(all, t.repeatedValues(tag, text, asked)...)
		}
	}
	return all
}

// repeatedValues are the values of a when that an earlier one of the same case has. One that
// stands twice in the same when changes nothing.
func (t *Template) repeatedValues(tag *Tag, text string, asked map[string]bool) []Span {
	var all []Span
	var own []string
	for i := range tag.Arguments {
		for j := range tag.Arguments[i].Terms {
			term := &tag.Arguments[i].Terms[j]
			if value := plain(term.In(text)); asked[value] && len(term.Filters) == 0 {
				all = append(all, term.Operand.Span)
			} else {
				own = append(own, value)
			}
		}
	}
	for _, value := range own {
		asked[value] = true
	}
	return all
}

// repeats reports whether a condition holds for nothing that has not been asked before.
func repeats(asked map[string]bool, atoms []string, and, or bool) bool {
	if and && or {
		return false // engines differ on which binds first
	}
	if and && asked[strings.Join(atoms, " and ")] {
		return true
	}
	n := 0
	for _, atom := range atoms {
		if asked[atom] {
			n++
		}
	}
	return n == len(atoms) || and && n > 0
}

// atomsOf are the comparisons of a condition, each written in one way, and by what they are joined.
func atomsOf(e *Expr, text string) (atoms []string, and, or bool) {
	start := e.Terms[0].Start
	for i := range e.Terms {
		t := &e.Terms[i]
		if t.Op != And && t.Op != Or {
			continue
		}
		and, or = and || t.Op == And, or || t.Op == Or
		atoms = append(atoms, plain(text[start:t.OpAt]))
		start = t.Start
	}
	return append(atoms, plain(text[start:e.End])), and, or
}

// plain writes an expression without what makes no difference: blanks and the kind of quotes.
func plain(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "'", `"`)
}
