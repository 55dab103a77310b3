package liquid

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Change puts other text in place of a part of a template; an empty part is where the
// text is put in.
type Change struct {
	Span
	Text string
}

// A Cure mends a mistake.
type Cure struct {
	Changes []Change // in order; none where nobody can tell what was meant
	Certain bool     // it was meant, and all engines take what it writes for the same
	Becomes string   // the output or tag afterwards

	before int // how many tags are put in before it
}

// Cure returns how an error of the template is mended. The text must be the string that
// was given to Parse. The text was read again with what it proposes: that mistake is gone
// and there is no other that was not there, except that a tag may lack its partner.
//
// Of a text with more mistakes than mostCured only the first ones have a cure, since each
// takes as long as Parse.
func (t *Template) Cure(text string, e Error) Cure {
	if len(t.Errors) > mostCured && e.Start >= t.Errors[mostCured].Start {
		return Cure{}
	}
	c := curer{t, text, Node{Span: e.Span}, e}
	if e.Kind != strayBraces {
		at, _ := slices.BinarySearchFunc(t.Markup, e.Start, func(n Node, start int) int { return cmp.Compare(n.End, start+1) })
		if at == len(t.Markup) || t.Markup[at].Start > e.Start {
			return Cure{}
		}
		c.piece = t.Markup[at]
	}
	for _, propose := range cures[e.Kind] {
		if cure := propose(&c); len(cure.Changes) > 0 {
			if c.check(&cure) && c.heals(&cure) {
				return cure
			}
		}
	}
	return Cure{}
}

const mostCured = 32

// cures are what is tried, by the kind of mistake; the first one that leads to what can be
// read counts.
var cures = map[ErrorKind][]func(*curer) Cure{
	unclosedOutput: {(*curer).close},
	unclosedTag:    {(*curer).close},
	strayBraces:    {(*curer).open},
	nestedMarkup:   {(*curer).unnest},
	badExpression:  {(*curer).comparison, (*curer).alternative, (*curer).asTag, (*curer).dot, (*curer).entities, (*curer).quotes},
	badTag:         {(*curer).tag},
	badFilter:      {(*curer).filter},
	unclosedString: {(*curer).entities},
	arithmetic:     {(*curer).calculation, (*curer).aside},
	nonASCII:       {(*curer).quotes, (*curer).spaces},
}

// A curer mends one mistake in one output or tag, or one that has no opening braces.
type curer struct {
	*Template
	text  string
	piece Node
	Error
}

// check reads the piece again as it would be, and reports whether nothing is wrong with it
// then. What engines do not take for the same is no certain cure.
func (c *curer) check(cure *Cure) bool {
	for i, change := range cure.Changes {
		if change.Start < c.piece.Start || i > 0 && change.Start < cure.Changes[i-1].End {
			return false
		}
	}
	cure.Becomes = c.with(cure.Changes, c.piece.Span)
	again := Parse(cure.Becomes)
	for _, e := range again.Errors {
		if !e.Kind.Structural() {
			return false
		}
	}
	cure.Certain = cure.Certain && len(again.Differences(cure.Becomes)) == 0
	n := len(again.Markup)
	return n == 1+cure.before && again.Markup[0].Start == 0 && again.Markup[n-1].End == len(cure.Becomes)
}

// heals reads the whole text again as it would be, and reports whether the piece ends
// there where it should and no mistake is new. That the piece is right by itself is not
// enough: how far a string or an output reaches depends on what is after it.
func (c *curer) heals(cure *Cure) bool {
	after := c.with(cure.Changes, Span{0, len(c.text)})
	again := Parse(after, c.roots...)
	end := c.piece.Start + len(cure.Becomes)
	if _, found := slices.BinarySearchFunc(again.Markup, end, func(n Node, end int) int { return cmp.Compare(n.End, end) }); !found {
		return false
	}
	left := c.Errors
	for _, e := range again.Errors {
		if e.Kind.Structural() {
			continue
		}
		if e.Start > c.Start {
			e.Start -= len(after) - len(c.text)
		}
		i := slices.IndexFunc(left, func(old Error) bool { return old.Kind == e.Kind && old.Start == e.Start && old != c.Error })
		if i < 0 {
			return false
		}
		left = left[i+1:]
	}
	return true
}

// replaced is the cure that writes one text in place of another.
func replaced(at Span, text string, certain bool) Cure {
	return Cure{Changes: []Change{{at, text}}, Certain: certain}
}

// isOutput reports whether the piece is {{ … }}.
func (c *curer) isOutput() bool { return c.piece.Kind == OutputNode }

// open writes the opening braces that are missing.
func (c *curer) open() Cure {
	braces := "{{"
	if c.text[c.Start] == '{' {
		braces = "{"
	}
	return replaced(Span{c.Start, c.Start}, braces, braces == "{")
}

// close writes the closing braces as they should be.
func (c *curer) close() Cure {
	right := "%}"
	if c.isOutput() {
		right = "}}"
	}
	body := strings.TrimRight(c.In(c.text), "%}")
	at := Span{c.Start + len(body), c.End}
	if at.Start == at.End {
		return Cure{} // it is never closed
	}
	after := trimLeft(c.text[c.End:])
	if c.isOutput() && at.In(c.text) == "}" && strings.HasPrefix(after, "}") && !strings.HasPrefix(after, "}}") {
		at.End = len(c.text) - len(after) + 1 // a blank stands between
	}
	return replaced(at, right, true)
}

// unnest takes the braces of outputs within the piece away.
func (c *curer) unnest() Cure {
	var changes []Change
	for i := range c.outside(c.piece.Start+2, c.piece.End-2) {
		for _, braces := range []string{"{{", "}}"} {
			if !strings.HasPrefix(c.text[i:c.piece.End-2], braces) {
				continue
			}
			at := Span{i, i + 2}
			for braces == "{{" && spaceByte(c.text[at.End]) {
				at.End++
			}
			for braces == "}}" && spaceByte(c.text[at.Start-1]) {
				at.Start--
			}
			changes = append(changes, Change{Span: at})
		}
	}
	return Cure{Changes: changes, Certain: true}
}

// outside yields the places within the piece that stand in no string.
func (c *curer) outside(from, to int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := from; i < to; i++ {
			if q := c.text[i]; q == '"' || q == '\'' {
				if n := strings.IndexByte(c.text[i+1:to], q); n >= 0 {
					i += n + 1
					continue
				}
			}
			if !yield(i) {
				return
			}
		}
	}
}

// asTag writes {% %} around what is a tag.
func (c *curer) asTag() Cure {
	if !c.isOutput() || !strings.HasSuffix(c.piece.In(c.text), "}}") {
		return Cure{}
	}
	cure := c.braces("{%", "%}")
	again := Parse("{%" + c.text[c.piece.Start+2:c.piece.End-2] + "%}")
	if len(again.Tags) != 1 || !again.Tags[0].Known || again.Tags[0].Name == "raw" || again.Tags[0].Name == "comment" {
		return Cure{} // nobody knows how far these would reach
	}
	return cure
}

// braces writes the piece with other braces.
func (c *curer) braces(opening, closing string) Cure {
	return Cure{Certain: true, Changes: []Change{
		{Span{c.piece.Start, c.piece.Start + 2}, opening}, {Span{c.piece.End - 2, c.piece.End}, closing}}}
}

// tag writes a tag as Liquid has it.
func (c *curer) tag() Cure {
	word := c.In(c.text)
	fields := strings.Fields(word)
	switch {
	case word == "==":
		return replaced(c.Span, "=", true)
	case len(fields) == 2 && fields[0] == "else" && fields[1] == "if":
		return replaced(c.Span, "elsif", true)
	case c.instead != "":
		return replaced(Span{c.Start, c.Start + len("end")}, c.instead, true)
	case strings.HasPrefix(c.Message, "a variable is printed"):
		return c.braces("{{", "}}")
	case len(fields) > 1 && strings.HasPrefix(fields[1], "="):
		return replaced(Span{c.Start, c.Start}, "assign ", true)
	}
	return Cure{}
}

// dot takes a dot away that stands before "[" or another dot.
func (c *curer) dot() Cure {
	switch at := c.Start; {
	case c.text[at] != '.' || at == 0 || at+1 >= len(c.text):
	case c.text[at+1] == '[':
		return replaced(Span{at, at + 1}, "", true)
	case c.text[at+1] == '.' && !digit(c.text[at-1]) && at+2 < len(c.text) && nameStart(c.text[at+2]):
		return replaced(Span{at, at + 1}, "", true)
	case c.text[at-1] == '.' && nameStart(c.text[at+1]):
		return replaced(Span{at, at + 1}, "", true)
	}
	return Cure{}
}

// filter writes the colon or the comma that a filter lacks.
func (c *curer) filter() Cure {
	switch c.In(c.text) {
	case ":":
		return replaced(c.Span, ",", true)
	case "|":
		return Cure{}
	}
	return replaced(Span{c.End, c.End}, ":", true)
}

// entities writes the signs for which HTML entities were written.
func (c *curer) entities() Cure {
	var changes []Change
	for i := c.piece.Start; i < c.piece.End; i++ {
		if c.text[i] != '&' {
			continue
		}
		for _, e := range [...]struct{ entity, sign string }{{"&quot;", `"`}, {"&#34;", `"`}, {"&#39;", "'"}, {"&apos;", "'"}, {"&gt;", ">"}, {"&lt;", "<"}, {"&nbsp;", " "}} {
			if strings.HasPrefix(c.text[i:c.piece.End], e.entity) {
				changes = append(changes, Change{Span{i, i + len(e.entity)}, e.sign})
			}
		}
	}
	return Cure{Changes: changes, Certain: true}
}

// quotes writes straight quotes in place of those that Liquid does not know: curly ones,
// backquotes, and such with a backslash before.
func (c *curer) quotes() Cure {
	straight := `"`
	if body := c.piece.In(c.text); strings.Contains(body, `"`) && !strings.Contains(body, `\"`) {
		straight = "'"
	}
	var changes []Change
	for i, r := range c.piece.In(c.text) {
		at := c.piece.Start + i
		next := at + utf8.RuneLen(r)
		switch {
		case strings.ContainsRune(curly+"`", r):
			changes = append(changes, Change{Span{at, next}, straight})
		case r == '\\' && next < c.piece.End && (c.text[next] == '"' || c.text[next] == '\''):
			changes = append(changes, Change{Span: Span{at, next}})
		}
	}
	return Cure{Changes: changes, Certain: true}
}

// spaces writes plain spaces for those that came along with copied text, and takes out
// what cannot be seen.
func (c *curer) spaces() Cure {
	var changes []Change
	for i := range c.outside(c.piece.Start+2, c.piece.End) {
		r, size := utf8.DecodeRuneInString(c.text[i:c.piece.End])
		if size < 2 || !spaceRune(r) {
			continue
		}
		plain := ""
		if isSpace(r) {
			plain = " "
		}
		changes = append(changes, Change{Span{i, i + size}, plain})
	}
	return Cure{Changes: changes, Certain: true}
}
