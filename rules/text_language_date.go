package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportDateForms reports the dates that a text writes as nobody does in its language: the month before the day, and, once
// a flow, the name of a month or a day in English.
func reportDateForms(p *lint.Pass, tongues []string) {
	var named *finding.Diagnostic
	only := onlyTongue(tongues)
	for _, w := range p.Flow.Widgets {
		tongue := tongues[w.Index]
		if tongue == "" {
			tongue = toldTongue(p, w, only)
		}
		if !words.PutsDayFirst(tongue, 0) || !p.Flow.Reachable(w) {
			continue
		}
		t := p.Flow.TemplateAt(effects.Prompt(w))
		if t == nil || t.Literal || !t.Liquid.Readable() {
			continue
		}
		for i := range t.Liquid.Outputs {
			f, format := printedDate(t, &t.Liquid.Outputs[i])
			if format == "" {
				continue
			}
			if meant, mark := liquid.DayFirst(format); meant != "" && words.PutsDayFirst(tongue, mark) {
				p.Reportf(t.Place(f.Args), "%s is %s, in which the day comes before the month: people read %s as the day and then the month; write %s",
					w.Label(), words.TongueName(tongue), words.Quote(format), words.Quote(meant))
			}
			switch {
			case !liquid.WritesName(format):
			case named == nil:
				named = p.Reportf(t.Place(f.Args), "%s is %s, but the format %s names the month or day in English; choose the name by a case, or write numbers",
					w.Label(), words.TongueName(tongue), words.Quote(format)).As(finding.Note).Identify(w.Label())
			default:
				named.Also(t.Place(f.Args), "so it is in "+w.Label())
			}
		}
	}
}

// toldTongue returns the language of a text whose own words do not tell it: that in which it is read out, or else that of
// all texts of the flow.
func toldTongue(p *lint.Pass, w *flow.Widget, only string) string {
	if s := w.Facts.Speech; s != nil {
		if code, ok := shape.Literal(p, w.Property(s.Language)); ok {
			code, _, _ = strings.Cut(strings.ToLower(code), "-")
			if words.TongueName(code) == "" {
				return ""
			}
			return code
		}
	}
	return only
}

// printedDate returns the filter that writes what an output prints as a date, and its format; "" where none does.
func printedDate(t *flow.Template, o *liquid.Output) (f *liquid.Filter, format string) {
	filters := o.Filters()
	if len(filters) == 0 || filters[len(filters)-1].Name != liquid.FilterDate {
		return nil, ""
	}
	f = &filters[len(filters)-1]
	return f, reads.DateFormat(t, f)
}
