package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "schema", Title: "The definition does not fit Studio's JSON Schema",
		Group: finding.Text, Severity: finding.Error, Fix: finding.SometimesFix, Rejected: true,
		Varies: "warning for a widget type that is like none that is known, note for one that is only documented",
		Doc: `Checks the flow, its states, transitions and conditions and the properties of every
widget type against Studio's JSON Schema: members that are missing, values of the
wrong type, unknown widget types, events, operators and other closed sets, and
members of which exactly one is wanted. Each mistake is one finding at the
smallest place that holds it, with Twilio's own words beside it.

Twilio refuses such a definition (error 81022).

A widget type that is like none that is known is a warning: it may be newer than
this program. One that Twilio documents but of which no definition has been seen is
a note.

Open questions are settled on the side that raises no false error: what is only
said to be required in the documentation is not asked for here; "next" may be
null or ""; the "timeout" of Send & Wait For Reply may be a number, as older
exports wrote it; unknown members are no error (see unknown-property); is_blank and is_not_blank need no
value. A widget type that is newer than this program can be named under
"widget-types" in the configuration.`,
	},
	Check: func(p *lint.Pass) {
		c := schemaCheck{p}
		for _, f := range shape.Faults(p) {
			switch f.State {
			case shape.NotObject:
				c.notObject(f.At)
			case shape.NoType:
				c.noType(f.Widget)
			case shape.UnknownType:
				c.unknownType(f.Widget)
			default:
				c.violation(subject{f.Subject}, f)
			}
		}
	},
})

func (c schemaCheck) violation(s subject, f shape.Fault) {
	v, at := f.Violation, f.At
	path := c.Pass.Document.PropertyPath(at)
	switch v.Keyword {
	case "required":
		c.missing(s, v, at)
	case "oneOf":
		c.oneOf(s, v, at)
	case "type":
		if shape.IsPlaceholder(c.Pass, at) {
			return // filled in before it is sent, then perhaps as a number
		}
		d := c.Reportf(at.Opening(), "%s %s", s.what(at), c.wrongType(s, v, at)).
			Says(path, twilioType(at, v.Expected...))
		if change, ok := retyped(at, v.Expected); ok {
			d.Suggest(true, "Write it as "+shape.TypeNames(v.Expected), change)
		}
	case "enum", "const":
		c.notListed(s, v, at)
	case "minLength":
		c.Reportf(at, "%s is empty; write a text", s.what(at)).
			Says(path, "must be at least "+v.Expected[0]+" characters long")
	case "minItems":
		c.Reportf(at.Opening(), "%s is an empty list, but needs at least %s", s.what(at), countOf(v.Expected[0], at)).
			Says(path, "must have at least "+v.Expected[0]+" items but found 0")
	default: // maxItems
		c.Reportf(at.Opening(), "%s has %d items, but %s at the most are allowed", s.what(at), at.Len(), v.Expected[0]).
			Says(path, "must have at most "+v.Expected[0]+" items")
	}
}
