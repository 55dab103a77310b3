package rules

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
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
		if len(texts) == 0 || slices.ContainsFunc(texts, func(text string) bool { return b.Comparison.Holds(strings.ToLower(text)) != split.No }) {
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

var timesIn = words.NewMemory(timeTexts)

// timeTexts returns all that a format of a time may come out as, none when that is not known or
// too much.
func timeTexts(format string) []string {
	const most = 2000
	texts := []string{""}
	for i := 0; i < len(format); i++ {
		part := []string{format[i : i+1]}
		if format[i] == '%' {
			if i++; i == len(format) {
				return nil
			}
			if part = timePart(format[i]); part == nil {
				return nil
			}
		}
		if len(texts)*len(part) > most {
			return nil
		}
		next := make([]string, 0, len(texts)*len(part))
		for _, text := range texts {
			for _, more := range part {
				next = append(next, text+more)
			}
		}
		texts = next
	}
	return texts
}

// timePart returns what one directive of a format comes out as.
func timePart(directive byte) []string {
	from := func(least, most int) (all []string) {
		for n := least; n <= most; n++ {
			all = append(all, fmt.Sprintf("%02d", n))
		}
		return all
	}
	switch directive {
	case 'H':
		return from(0, 23)
	case 'I':
		return from(1, 12)
	case 'M':
		return from(0, 59)
	case 'm':
		return from(1, 12)
	case 'd':
		return from(1, 31)
	case 'p':
		return []string{"AM", "PM"}
	case 'u':
		return strings.Split("1234567", "")
	case 'w':
		return strings.Split("0123456", "")
	case 'a':
		return strings.Fields("Mon Tue Wed Thu Fri Sat Sun")
	case 'A':
		return strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	case 'b':
		return strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
	case 'B':
		return strings.Fields("January February March April May June July August September October November December")
	}
	return nil
}
