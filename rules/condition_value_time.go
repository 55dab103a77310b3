package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkTimeParts reports the branches of a split on a part of the time that never comes out so: once,
// or twice where some have but a zero too little.
func checkTimeParts(p *lint.Pass, w *flow.Widget) {
	var never, zero *finding.Diagnostic
	for _, b := range reads.Branches.Of(p)[w.Index] {
		if !b.Literal || isUncountable(b.Comparison) {
			continue
		}
		format := reads.FormatTested(p.Flow, b)
		if format == "" || reportClock(p, b, format) {
			continue
		}
		if hasOtherSigns(b, format) {
			p.Reportf(b, "%s never comes out like that, so %s is never taken; write the date as the format does", words.Quote(format), b.Words())
			continue
		}
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
		if *d == nil {
			*d = p.Reportf(b, "%s comes out like %s, never %s, so this branch is never taken; compare with such a text",
				words.Quote(format), words.Quote(texts[len(texts)-1]), b.Words()).Identify(w.Label())
			if d == &zero {
				(*d).As(finding.Note)
			}
		} else {
			(*d).Also(b, "nor is it "+b.Words())
		}
	}
}

// isUncountable reports whether a comparison is one of numbers with a text that is none, of which
// another finding tells, or with nothing.
func isUncountable(c split.Comparison) bool {
	return c.Operator() == split.IsBlank || split.IsBound(c.Operator()) && !split.IsNumber(c.Value())
}

var timesIn = words.NewMemory(liquid.DateTexts)
