package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "liquid-filter", Title: "A filter that Studio does not know, or its argument",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.SometimesFix, Varies: "note for a filter that other engines have, and for an argument that is missing",
		Doc: `Finds filters beyond those that work in deployed flows or that Twilio's help pages
name: json for to_json, lowercase for downcase, trim for strip, a misspelt one. Those
that Shopify's Liquid has, on which Studio's is built, and that were seen in no flow
are a note.

As a note it finds a filter without the argument that it needs ({{x | split | last}}):
engines fail there, or print another text.

It finds the format of a date without %, as Java and JavaScript have it ({{x | date: "yyyy-MM-dd"}}), which
people get as it stands. As a note it finds what is by its name a day of which only the time is printed
({{flow.data.due_date | date: "%H:%M"}}), and the day of a time beside which there is a day.
Of a format it also finds %M, the minute, where the month belongs (%d-%M-%Y), and %m after an hour (%H:%m). As a
note it finds a time of twelve hours (%I:%M) in a flow that nowhere tells which half of the day it is.

And it finds filters that change nothing, whatever the values are: a default for a text that stands there
({{"guest" | default: flow.data.name}}), and the search for letters after all were written otherwise
({{x | upcase | remove: "rm-"}}).

Of an unknown one Studio logs a warning (81018), and the value is not printed, or not filtered.

Write the filter that is suggested.`,
	},
	Check: func(p *lint.Pass) {
		facts := schemas.LiquidFacts()
		near := reads.Nearest{Names: filterNames(facts)}
		dates := false
		for _, t := range p.Flow.Templates() {
			if t.Literal {
				continue
			}
			checkVainFilters(p, t)
			for f := range t.Liquid.Filters() {
				if f.Name == "" || shape.HoldsPlaceholder(p, f.Name) {
					continue
				}
				if known := facts.Filter(f.Name); known != nil {
					dates = dates || f.Name == liquid.FilterDate
					checkDateFormat(p, t, f)
					if len(f.Arguments) < known.Arguments && t.Liquid.Readable() {
						d, _ := p.ReportOncef(t.Widget, t.Place(f.Span), "the filter %s needs %s and has %d; write what is missing after a colon", words.Quote(f.Name), words.Plural(known.Arguments, "argument"), len(f.Arguments))
						d.As(finding.Note)
					}
					continue
				}
				if slices.Contains(facts.Elsewhere.Filters, f.Name) {
					if d, first := p.ReportOncef(nil, t.Place(f.Span), "Shopify's Liquid has the filter %s; whether Studio's has it is not known, so try it", words.Quote(f.Name)); first {
						d.As(finding.Note)
					}
					continue
				}
				right, hint, certain := near.Instead(f.Name, filterAlias(facts, f.Name))
				if right == "" {
					hint = "the filters are listed at " + facts.URL
				}
				d, _ := p.ReportOncef(t.Widget, t.Place(f.Span), "Studio knows no filter %s (81018); %s", words.Quote(f.Name), hint)
				if right != "" {
					d.SuggestMore(certain, "Write "+words.Quote(right), t.Place(f.Span).Replace(right))
				}
			}
		}
		if dates {
			checkNamedDates(p)
			checkHalfDays(p)
		}
	},
})

// filterAlias returns the filter that people mean by a name in some style.
func filterAlias(facts *schemas.Liquid, name string) string {
	for _, n := range []string{name, strings.ToLower(name), strings.ToLower(strings.ReplaceAll(name, "_", ""))} {
		if right := facts.FilterAliases.Get(n); right != "" {
			return right
		}
	}
	return ""
}

func filterNames(facts *schemas.Liquid) []string {
	names := make([]string, len(facts.Filters))
	for i, f := range facts.Filters {
		names[i] = f.Name
	}
	return names
}
