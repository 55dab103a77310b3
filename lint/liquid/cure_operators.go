package liquid

import (
	"regexp"
	"strconv"
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
	{"!==", "!=", true}, {"===", "==", true}, {"=>", ">=", true}, {"=<", "<=", true},
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
	t, ok := c.termsAt(at)
	if !ok {
		return Cure{}
	}
	return c.calculated(t)
}

// terms are what one calculates with: the operators, and how many numbers and texts are
// among the operands.
type terms struct {
	Span
	ops            []Span
	numbers, texts int
}

// termsAt reads the calculation that begins at a place of the piece.
func (c *curer) termsAt(at int) (t terms, ok bool) {
	t.Start = at
	for {
		operand := operandThere().FindString(c.text[at:c.piece.End])
		if operand == "" {
			return t, false
		}
		switch first := trimLeft(operand)[0]; {
		case digit(first) || first == '-':
			t.numbers++
		case first == '"' || first == '\'':
			t.texts++
		}
		at += len(operand)
		t.End = at
		m := operatorThere().FindStringSubmatchIndex(c.text[at:c.piece.End])
		if m == nil || strings.HasPrefix(c.text[at+m[2]:], "%}") || strings.HasPrefix(c.text[at+m[2]:], "-}}") ||
			strings.HasPrefix(c.text[at+m[2]:], "-%}") {
			return t, true
		}
		t.ops = append(t.ops, Span{at + m[2], at + m[3]})
		at += m[3]
	}
}

var calculationThere = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:` + operandForms + `)(?:\s*[+*/%-]\s*(?:` + operandForms + `))+`)
})

// outcomes are the names of what a calculation makes.
var outcomes = map[string]string{"+": "sum", "-": "difference", "*": "product", "/": "quotient", "%": "rest"}

// aside works out before a condition what is calculated in it, as a condition takes no
// filters: {% assign sum = n | plus: 1 %}{% if sum > 3 %}.
func (c *curer) aside() Cure {
	if c.isOutput() {
		return Cure{}
	}
	tag := c.Tags[c.piece.Index]
	if tag.Name != "if" && tag.Name != "unless" && tag.Name != "case" {
		return Cure{} // what stands before elsif and when belongs to another branch
	}
	for _, m := range calculationThere().FindAllStringIndex(tag.Args.In(c.text), -1) {
		t, ok := c.termsAt(tag.Args.Start + m[0])
		if !ok || c.Start < t.Start || c.Start >= t.End {
			continue
		}
		cure := c.calculated(t)
		if len(cure.Changes) == 0 {
			return Cure{}
		}
		name := c.fresh(outcomes[t.ops[len(t.ops)-1].In(c.text)])
		opening := "{%"
		if c.text[c.piece.Start+2] == '-' {
			opening = "{%-"
		}
		assign := opening + " assign " + name + " = " + c.with(cure.Changes, t.Span) + " %}"
		cure.Changes = []Change{{Span{c.piece.Start, c.piece.Start}, assign}, {t.Span, name}}
		cure.before = 1
		// A number is no text: whoever compares it with one may mean something else.
		texts := strings.ContainsAny(tag.Args.In(c.text), "\"'") || tag.Name == "case" && (strings.Contains(c.text, `when "`) || strings.Contains(c.text, "when '"))
		cure.Certain = cure.Certain && !texts
		return cure
	}
	return Cure{}
}

// fresh returns a name that the template does not have.
func (c *curer) fresh(name string) string {
	one := name
	for n := 2; strings.Contains(c.text, one); n++ {
		one = name + "_" + strconv.Itoa(n)
	}
	return one
}

// with returns a part of the text as it is after some changes in it.
func (c *curer) with(changes []Change, part Span) string {
	var b strings.Builder
	from := part.Start
	for _, change := range changes {
		b.WriteString(c.text[from:change.Start])
		b.WriteString(change.Text)
		from = change.End
	}
	if from < part.End {
		b.WriteString(c.text[from:part.End])
	}
	return b.String()
}

// calculated writes a filter for each of the operators.
func (c *curer) calculated(t terms) Cure {
	numbers, texts := t.numbers, t.texts
	cure := Cure{Certain: true}
	added := false // what is multiplied after it is not what other languages multiply
	for _, op := range t.ops {
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
