package rules

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "number-form", Title: "A whole number written as a fraction",
		Group: finding.Text, Severity: finding.Note, Fix: finding.SafeFix,
		Doc: `Finds a whole number in another form, such as 5.0 or 1e2, where an integer is wanted.

By JSON Schema 5.0 is an integer, but older validators, such as the one whose messages
Twilio's API prints, say "number found, integer expected". Some tools write numbers so
when they take a flow apart and put it together again; all of a flow are one finding.

It also finds a whole number where Twilio's schema wants text, as exports of 2020 have it: the timeout of a
Send & Wait For Reply. All of a flow are one finding.

Write the number without point and exponent, or as text. studiolint fix does so.`,
	},
	Check: func(p *lint.Pass) {
		reportBare(p)
		c := numberCheck{Pass: p}
		if !c.hasPoint() {
			return // nearly always
		}
		for _, w := range p.Flow.Widgets {
			if w.Facts.Known() && w.Facts.Schema != nil {
				c.check(w, w.Node, w.Facts.Schema)
			}
		}
	},
})

// A numberCheck reports the numbers of a flow once, since one tool wrote them all.
type numberCheck struct {
	*lint.Pass
	found *finding.Diagnostic
}

// hasPoint reports whether some number is not written as digits alone.
func (c *numberCheck) hasPoint() bool {
	for n := range c.Flow.States.Numbers() {
		if hasMark(n.Raw()) {
			return true
		}
	}
	return false
}

func hasMark(number []byte) bool {
	for _, c := range number {
		if c == '.' || c|0x20 == 'e' {
			return true
		}
	}
	return false
}

// check looks at a value and at what it holds.
func (c *numberCheck) check(w *flow.Widget, n source.Node, s *schemas.Schema) {
	for key, member := range n.Members() {
		if member.IsString() {
			continue
		}
		if sub := s.Properties.Get(key); sub != nil {
			c.check(w, member, sub)
		}
	}
	if s.Items != nil {
		for _, item := range n.Elements() {
			c.check(w, item, s.Items)
		}
	}
	raw := n.Raw()
	if n.Kind() != source.Number || s.Types&schemas.Integer == 0 || s.Types&schemas.Number != 0 ||
		!hasMark(raw) || !schemas.IsInteger(string(raw)) {
		return
	}
	value, ok := n.Number()
	if !ok || value != float64(int64(value)) {
		return
	}
	whole := strconv.FormatInt(int64(value), 10)
	change := n.SetValue(source.Integer(value))
	switch {
	case c.found == nil:
		c.found = c.Reportf(n, "%s of %s is %s: some validators take that for no integer; write %s", words.Quote(n.Key()), w.Label(), raw, whole)
		c.found.Fixes = []finding.Fix{{Title: "Write whole numbers without a point", Safe: true, Changes: []source.Edit{change}}}
	case !c.found.Full():
		c.found.Relate(n, "and "+words.Quote(n.Key())+" of "+w.Label())
		c.found.Fixes[0].Changes = append(c.found.Fixes[0].Changes, change)
	}
}
