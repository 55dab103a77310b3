package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "json-syntax", Title: "The text is not valid JSON",
		Group: finding.Text, Severity: finding.Error, Fix: finding.SafeFix, Rejected: true, Scope: finding.PerFile,
		Doc: `Finds the first place where a file, or a definition inside a request, stops being
JSON: a comma before a closing bracket, a comment, the marks of a merge, single
quotes, a string or bracket that is never closed, text after the end, bytes that are
not UTF-8, half a surrogate pair, arrays nested thousands deep.

Twilio cannot read such a definition; only whether it takes text after the end, half a
surrogate pair or UTF-16 is not known. Nor can any other rule: the rest of the text is
checked once this is mended. Where only comments and commas before a closing bracket
are wrong, it is checked as if they were not there.`,
	},
	Check: func(p *lint.Pass) {
		for _, text := range p.File.Texts {
			e := text.Syntax
			if e == nil || e.Terraform {
				continue
			}
			what := e.Cause
			if e.Hint != "" {
				what += "; " + e.Hint
			}
			d := p.Reportf(text.Place(e.Span), "not valid JSON: %s", what)
			if e.Lenient {
				d.MayPass()
			}
			if e.Opening.Len() > 0 && e.Opening != e.Span {
				d.Relate(text.Place(e.Opening), "this is what it belongs to")
			}
			for _, s := range e.Also {
				if s != e.Span {
					d.Also(text.Place(s), "and here")
				}
			}
			if edits := text.Needless(); len(edits) > 0 {
				d.Suggest(true, "Remove comments and needless commas", edits...)
			}
		}
	},
})
