package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkTimeParts reports the branches of a split on a part of the time that never comes out so: once,
// or twice where some have but a zero too little.
func checkTimeParts(p *lint.Pass, w *flow.Widget) {
	var never, zero *finding.Diagnostic
	for _, b := range reads.Branches.Of(p)[w.Index] {
		if !b.Literal || !strings.Contains(b.Subject, "date:") || isUncountable(b.Comparison) {
			continue
		}
		t := p.Flow.TemplateAt(b.Condition.Arguments.At(0))
		if t == nil {
			continue
		}
		format := timeFormat(t)
		texts := timesIn.Of(format)
		if format == "" || len(texts) == 0 || slices.ContainsFunc(texts, func(text string) bool { return b.Comparison.Holds(strings.ToLower(text)) != split.No }) {
			continue
		}
		d := &never
		if slices.ContainsFunc(texts, func(text string) bool {
			return strings.TrimLeft(text, "0") == strings.TrimLeft(b.Comparison.Value(), "0")
		}) {
			d = &zero // which Studio may pass over
		}
		switch {
		case *d == nil:
			*d = p.Reportf(b, "%s comes out like %s, never %s, so this branch is never taken; compare with such a text",
				words.Quote(format), words.Quote(texts[len(texts)-1]), b.Words()).Identify(w.Label())
			if d == &zero {
				(*d).As(finding.Note)
			}
		case len((*d).Related) < lint.MaxRelated:
			(*d).Relate(b, "nor is it "+b.Words())
		}
	}
}

// isUncountable reports whether a comparison is one of numbers with a text that is none, of which
// another finding tells, or with nothing.
func isUncountable(c split.Comparison) bool {
	return c.Operator() == "is_blank" || (c.Operator() == "less_than" || c.Operator() == "greater_than") && !split.IsNumber(c.Value())
}

// timeFormat returns the format in which a template writes a time, "" when it does something else.
func timeFormat(t *flow.Template) string {
	m := timeWritten().FindStringSubmatch(t.Text)
	if m == nil {
		return ""
	}
	return m[1]
}

var timeWritten = pattern.Lazy(`^\s*\{\{[^{}]*\|\s*date:\s*["']([^"']+)["']\s*-?\}\}\s*$`)

var timesIn = words.NewMemory(liquid.DateTexts)
