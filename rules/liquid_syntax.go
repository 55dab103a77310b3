package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "liquid-syntax", Title: "Liquid that cannot be read",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.SometimesFix, Varies: "note for what some Liquid engines take and others do not",
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
		for _, t := range p.Flow.Templates() {
			if t.Literal {
				continue
			}
			strange := t.Liquid.HasUnknownTag()
			for _, e := range t.Liquid.Errors {
				if strange && e.Kind.Structural() {
					continue // perhaps for a misspelt tag, which liquid-tag reports
				}
				if e.Kind.Dialect() {
					if d, first := p.ReportOncef(t.Widget, t.Place(e.Span), "Studio may not take this Liquid as it is meant: %s", e.Message); first {
						d.As(finding.Note)
					}
					continue
				}
				d, _ := p.ReportOncef(t.Widget, t.Place(e.Span), "Studio cannot read this Liquid (81018): %s", strings.Replace(e.Message, " (Twilio 81018)", "", 1))
				suggestCure(d, t, e)
			}
		}
	},
})

// suggestCure offers to write the Liquid that was meant. What stands in several places of
// a widget is mended in all of them.
func suggestCure(d *finding.Diagnostic, t *flow.Template, e liquid.Error) {
	if t.Text != t.Node.Text() {
		return // a template engine takes a part of it
	}
	cure := t.Liquid.Cure(t.Text, e)
	var changes []source.Edit
	for _, c := range cure.Changes {
		changes = append(changes, t.Place(c.Span).Replace(c.Text))
	}
	d.SuggestMore(cure.Certain, "Write "+words.Quote(cure.Becomes), changes...)
}
