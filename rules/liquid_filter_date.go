package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// checkDateFormat reports the format of a date that has no %, and so is printed as it stands.
func checkDateFormat(p *lint.Pass, t *flow.Template, f *liquid.Filter) {
	format := literalFormat(t, f)
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

// literalFormat returns the format of a date that is written within quotes, "" for another one.
func literalFormat(t *flow.Template, f *liquid.Filter) string {
	if f.Name != "date" || len(f.Arguments) != 1 || t.Literal {
		return ""
	}
	text := strings.TrimSpace(f.Args.In(t.Text))
	if len(text) < 3 || text[0] != '\'' && text[0] != '"' || text[len(text)-1] != text[0] || strings.IndexByte(text[1:len(text)-1], text[0]) >= 0 {
		return ""
	}
	return text[1 : len(text)-1]
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
			format := literalFormat(r.Template, &filters[i])
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
