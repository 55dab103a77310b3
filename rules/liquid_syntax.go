package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "liquid-syntax", Title: "Liquid that cannot be read",
		Group: finding.Liquid, Severity: finding.Warning, Varies: "note for what some Liquid engines take and others do not",
		Doc: `Finds {{ and {% without their end, blocks without endif or endfor, ends without a
beginning, expressions that are none, strings without their closing quote,
arithmetic ({{flow.variables.count + 1}}), and letters, quotes or spaces that came
along with copied text.

Studio logs a warning (81018), and the text comes out empty, or as it was written:
the caller hears braces, the split takes noMatch.

Write what the message says. To calculate, use filters:
{{flow.variables.count | plus: 1}}.

Twilio has not published its Liquid engine. What is right in one engine and wrong
in another (a filter within if, a comparison within {{ }}) is a note.`,
	},
	Check: func(p *lint.Pass) {
		o := newOnce(p)
		for _, t := range p.Flow.Templates() {
			if t.Literal {
				continue
			}
			strange := hasUnknownTag(t.Liquid)
			for _, e := range t.Liquid.Errors {
				if strange && structural(e.Kind) {
					continue // perhaps for a misspelt tag, which liquid-tag reports
				}
				if dialect(e.Kind) {
					if d, first := o.reportf(t.Widget, o.at(t, e.Span), "Studio may not take this Liquid as it is meant: %s", e.Message); first {
						d.As(finding.Note)
					}
					continue
				}
				o.reportf(t.Widget, o.at(t, e.Span), "Studio cannot read this Liquid (81018): %s", strings.Replace(e.Message, " (Twilio 81018)", "", 1))
			}
		}
	},
})

// dialect reports whether some Liquid engines take what is reported.
func dialect(k liquid.ErrorKind) bool {
	switch k {
	case liquid.MisplacedFilter, liquid.MisplacedCompare, liquid.NumberName, liquid.ExtraArguments:
		return true
	}
	return false
}

// structural reports whether a mistake may be that a tag is missing.
func structural(k liquid.ErrorKind) bool {
	return k == liquid.UnclosedBlock || k == liquid.StrayEnd || k == liquid.MisplacedClause
}

// hasUnknownTag reports whether a template holds a tag that liquid-tag reports.
func hasUnknownTag(t *liquid.Template) bool {
	return slices.ContainsFunc(t.Tags, func(tag liquid.Tag) bool { return tag.Name != "" && !tag.Known })
}

// readable reports whether a template has no mistake that leaves its structure
// unknown.
func readable(t *liquid.Template) bool {
	for _, e := range t.Errors {
		if !dialect(e.Kind) {
			return false
		}
	}
	return true
}
