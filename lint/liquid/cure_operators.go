package liquid

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

func isSpace(r rune) bool { return unicode.IsSpace(r) }

// An instead is an operator of another language and what Liquid writes for it.
type instead struct {
	written, right string
	certain        bool
}

// insteads are the operators of other languages by how they begin, the longest first, with
// those of Liquid that begin alike.
var insteads = []instead{
	{"&amp;&amp;", "and", true}, {"&&", "and", true}, {"||", "or", true},
	{"!==", "!=", true}, {"===", "==", true}, {"=>", ">=", false}, {"=<", "<=", true},
	{"==", "", true}, {"!=", "", true}, {"<=", "", true}, {">=", "", true},
	{"&lt;=", "<=", true}, {"&gt;=", ">=", true}, {"&lt;", "<", true}, {"&gt;", ">", true},
	{"=", "==", true}, {"AND ", "and ", true}, {"OR ", "or ", true},
}

// comparison writes the operators of a condition as Liquid has them.
func (c *curer) comparison() Cure {
	if c.isOutput() {
		return Cure{}
	}
	switch tag := c.Tags[c.piece.Index]; tag.Name {
	case "if", "elsif", "unless":
		return c.operators(tag.Args)
	}
	return Cure{}
}

func (c *curer) operators(at Span) Cure {
	cure := Cure{Certain: true}
	done := at.Start
	for i := range c.outside(at.Start, at.End) {
		if i < done {
			continue
		}
		for _, o := range insteads {
			if !strings.HasPrefix(c.text[i:at.End], o.written) || o.written[0] >= 'A' && i > 0 && nameByte(c.text[i-1]) {
				continue
			}
			done = i + len(o.written)
			if o.right != "" {
				cure.Changes = append(cure.Changes, Change{Span{i, done}, c.apart(Span{i, done}, o.right)})
				cure.Certain = cure.Certain && o.certain
			}
			break
		}
	}
	return cure
}

// apart writes a word with the spaces that it needs where it is put in.
func (c *curer) apart(at Span, word string) string {
	if at.Start > 0 && !spaceByte(c.text[at.Start-1]) && nameStart(word[0]) {
		word = " " + word
	}
	if at.End < len(c.text) && !spaceByte(c.text[at.End]) && nameStart(word[len(word)-1]) {
		word += " "
	}
	return word
}

// alternative writes default for || where a value is printed or assigned.
func (c *curer) alternative() Cure {
	var changes []Change
	for i := range c.outside(c.piece.Start, c.piece.End-2) {
		if strings.HasPrefix(c.text[i:], "||") {
			changes = append(changes, Change{Span{i, i + 2}, c.filtered(Span{i, i + 2}, "default")})
		}
	}
	if len(changes) != 1 || !c.isOutput() && c.Tags[c.piece.Index].Name != "assign" {
		return Cure{}
	}
	return Cure{Changes: changes, Certain: true}
}

// filtered writes the beginning of a filter where an operator stands.
func (c *curer) filtered(at Span, name string) string {
	text := "| " + name + ":"
	if !spaceByte(c.text[at.Start-1]) {
		text = " " + text
	}
	if !spaceByte(c.text[at.End]) {
		text += " "
	}
	return text
}

var (
	operandThere  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*(?:` + operandForms + `)`) })
	operatorThere = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*([+*/%-])`) })
)

// operandForms are the values that one calculates with.
const operandForms = `"[^"]*"|'[^']*'|-?[0-9]+(?:\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+|\[[^\]\s]*\])*`

// calculation writes filters for the operators of a calculation that is printed or
// assigned. Liquid works from left to right.
func (c *curer) calculation() Cure {
	at := c.piece.Start + 2
	if !c.isOutput() {
		tag := c.Tags[c.piece.Index]
		if tag.Name != "assign" {
			return Cure{}
		}
		at = tag.Args.Start + strings.IndexByte(tag.Args.In(c.text), '=') + 1
	} else if c.text[at] == '-' {
		at++
	}
	var ops []Span
	numbers, texts := 0, 0 // among the operands
	for {
		operand := operandThere().FindString(c.text[at:c.piece.End])
		if operand == "" {
			return Cure{}
		}
		switch first := trimLeft(operand)[0]; {
		case digit(first) || first == '-':
			numbers++
		case first == '"' || first == '\'':
			texts++
		}
		at += len(operand)
		m := operatorThere().FindStringSubmatchIndex(c.text[at:c.piece.End])
		if m == nil || strings.HasPrefix(c.text[at+m[2]:], "%}") || strings.HasPrefix(c.text[at+m[2]:], "-}}") || strings.HasPrefix(c.text[at+m[2]:], "-%}") {
			break
		}
		ops = append(ops, Span{at + m[2], at + m[3]})
		at += m[3]
	}
	return c.calculated(ops, numbers, texts)
}

// calculated writes a filter for each of the operators between so many numbers, texts and
// other values.
func (c *curer) calculated(ops []Span, numbers, texts int) Cure {
	cure := Cure{Certain: true}
	added := false // what is multiplied after it is not what other languages multiply
	for _, op := range ops {
		name := map[string]string{"+": "plus", "-": "minus", "*": "times", "/": "divided_by", "%": "modulo"}[op.In(c.text)]
		switch name {
		case "plus":
			if texts > 0 {
				name = "append"
			}
			// Two variables may be texts as well as numbers.
			cure.Certain = cure.Certain && (texts == 0) != (numbers == 0)
			added = true
		case "minus":
			cure.Certain = cure.Certain && texts == 0
			added = true
		default:
			if added || texts > 0 {
				return Cure{}
			}
		}
		cure.Changes = append(cure.Changes, Change{op, c.filtered(op, name)})
	}
	return cure
}
