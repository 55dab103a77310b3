package rules

import (
	"bytes"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// checkDateFormat reports the format of a date that has no %, and so is printed as it stands.
func checkDateFormat(p *lint.Pass, t *flow.Template, f *liquid.Filter) {
	format := reads.DateFormat(t, f)
	if written, meant := liquid.SwappedDirective(format); written != "" && !shape.HoldsPlaceholder(p, format) {
		checkSwappedPart(p, t, f, format, written, meant)
		return
	}
	if format == "" || strings.Contains(format, "%") || strings.Trim(format, " ,.:/-") == "" || shape.HoldsPlaceholder(p, format) {
		return
	}
	meant, sure := liquid.Directives(format)
	if meant == "" {
		d, _ := p.ReportOncef(t.Widget, t.Place(f.Args), "%s prints the text %s instead of the date: a format has a %% before each letter, as in %%Y-%%m-%%d", t.Widget.Label(), words.Quote(format))
		d.As(finding.Note)
		return
	}
	d, _ := p.ReportOncef(t.Widget, t.Place(f.Args), "%s prints the text %s instead of the date; Liquid has it as %s", t.Widget.Label(), words.Quote(format), words.Quote(meant))
	d.SuggestMore(sure, "Write "+words.Quote(meant), t.Place(liquid.Span{Start: f.Args.End - 1 - len(format), End: f.Args.End - 1}).Replace(meant))
}

// checkSwappedPart reports the month where minutes belong in the format of a date, or the minutes where the
// month does.
func checkSwappedPart(p *lint.Pass, t *flow.Template, f *liquid.Filter, format, written, meant string) {
	if written == "%m" && !effects.IsTold(t.Widget) {
		return // condition-value tells of what is compared with it
	}
	of := map[string]string{"%M": "the minute", "%m": "the month"}
	start := f.Args.End - 1 - len(format) + strings.Index(format, written)
	at := liquid.Span{Start: start, End: start + len(written)}
	d, _ := p.ReportOncef(t.Widget, t.Place(at), "%s prints %s in the place of %s with the format %s; write %s for %s",
		t.Widget.Label(), of[written], of[meant], words.Quote(format), meant, written)
	d.SuggestMore(false, "Write "+words.Quote(meant), t.Place(at).Replace(meant))
}

// checkHalfDays reports the times of twelve hours that are told without their half of the day, in a flow that tells
// it nowhere: once.
func checkHalfDays(p *lint.Pass) {
	var d *finding.Diagnostic
	raw := p.Flow.Definition.Raw()
	if bytes.Contains(raw, []byte("%p")) || bytes.Contains(raw, []byte("%P")) {
		return
	}
	for _, r := range p.Flow.Refs() {
		filters, printed := reads.Printed(r)
		if !printed || len(filters) == 0 || !effects.IsTold(r.Widget) || r.Template.Node != effects.Prompt(r.Widget) {
			continue
		}
		format := reads.DateFormat(r.Template, &filters[len(filters)-1])
		switch {
		case !liquid.HalfDay(format) || !p.Flow.Reachable(r.Widget) || offer.TellsHalfOfDay(r.Text):
		case d == nil:
			d = p.Reportf(r.Place(), "%s tells a time with the format %s, in which 3 at night and 3 in the afternoon are the same; add %%p, or write %%H",
				r.Widget.Label(), words.Quote(format)).As(finding.Note)
		default:
			d.Also(r.Place(), "so does "+r.Widget.Label())
		}
	}
}

// A dateKey is a value that is printed as a date, and what its formats write.
type dateKey struct {
	at        flow.Ref
	format    string // the first
	day, time bool
}

// checkNamedDates reports what is by its name a day of which only the time of day is printed, and what is a time
// of which only the day is, where its day is read, too.
func checkNamedDates(p *lint.Pass) {
	var paths map[string]bool
	for _, key := range dateKeys(p.Flow) {
		name := key.at.Name(len(key.at.Segments) - 1)
		only, is := "", ""
		switch {
		case key.day == key.time || !p.Flow.Reachable(key.at.Widget):
		case key.time && words.NamesDay(name):
			only, is = "time", "day"
		case key.day && words.DayBeside(reads.Path(key.at)) != "":
			if paths == nil {
				paths = pathsOf(p.Flow)
			}
			if paths[words.DayBeside(reads.Path(key.at))] {
				only, is = "day", "time"
			}
		}
		if only != "" {
			p.Reportf(key.at.Place(), "%s prints only the %s of %s, by its name a %s (%s); is that the format that was meant?",
				key.at.Widget.Label(), only, reads.Path(key.at), is, words.Quote(key.format)).As(finding.Note)
		}
	}
}

// dateKeys returns the values that a flow prints as dates, in their order.
func dateKeys(f *flow.Flow) (all []*dateKey) {
	by := map[string]*dateKey{}
	for _, r := range f.Refs() {
		filters, printed := reads.Printed(r)
		if !printed || len(filters) == 0 {
			continue
		}
		for i := range filters {
			format := reads.DateFormat(r.Template, &filters[i])
			if !strings.Contains(format, "%") {
				continue
			}
			path := reads.Path(r)
			key := by[path]
			if key == nil {
				key = &dateKey{at: r, format: format}
				by[path] = key
				all = append(all, key)
			}
			key.day = key.day || liquid.WritesDay(format)
			key.time = key.time || liquid.WritesTime(format)
		}
	}
	return all
}

// pathsOf returns the paths that a flow reads.
func pathsOf(f *flow.Flow) map[string]bool {
	all := map[string]bool{}
	for _, r := range f.Refs() {
		all[reads.Path(r)] = true
	}
	return all
}
