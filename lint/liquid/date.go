package liquid

import (
	"strings"
	"time"
)

// dateLayouts are the directives of the filter date on which engines agree, as strftime has them,
// with the layout by which Go writes the same.
var dateLayouts = map[byte]string{
	'Y': "2006", 'y': "06", 'm': "01", 'd': "02", 'e': "_2", 'H': "15", 'I': "03", 'M': "04", 'S': "05", 'p': "PM",
	'b': "Jan", 'B': "January", 'a': "Mon", 'A': "Monday", 'F': "2006-01-02", 'T': "15:04:05", 'j': "002", 'z': "-0700",
}

// DateLayout returns the layout by which Go writes what a directive of the filter date does, 'H' for
// %H; "" for one on which engines differ.
func DateLayout(directive byte) string { return dateLayouts[directive] }

// IsNow reports whether an operand is a text of which the filter date makes the time now.
func (o *Operand) IsNow(template string) bool {
	text, ok := o.Quoted(template)
	return ok && (strings.EqualFold(text, "now") || strings.EqualFold(text, "today"))
}

// HoldsNow reports whether the template asks for the time now. text must be the string given to Parse.
func (t *Template) HoldsNow(text string) bool {
	for term := range t.Terms() {
		if term.IsNow(text) {
			return true
		}
	}
	return false
}

// NamesZone reports whether whoever wrote a template thought of the zone of its times, which it names or prints.
func NamesZone(text string) bool {
	return strings.Contains(text, "America/") || strings.Contains(text, "%z") || strings.Contains(text, "%Z")
}

// DateFormat returns the format in which a template writes a time and nothing else, "" when it does
// something else.
func (t *Template) DateFormat(text string) string {
	if len(t.Markup) != 1 || len(t.Outputs) != 1 || t.Outputs[0].In(text) != strings.TrimSpace(text) {
		return ""
	}
	filters := t.Outputs[0].Filters()
	if len(filters) == 0 || filters[len(filters)-1].Name != "date" {
		return ""
	}
	args := filters[len(filters)-1].Args.In(text)
	format := strings.Trim(args, `"'`)
	if len(args) != len(format)+2 || strings.ContainsAny(format, `"'`) {
		return ""
	}
	return format
}

// DateTexts returns all that the filter date may write by a format, none when that is not known or
// too much.
func DateTexts(format string) []string {
	const most = 2000
	texts := []string{""}
	for i := 0; i < len(format); i++ {
		part := []string{format[i : i+1]}
		if format[i] == '%' {
			if i++; i == len(format) {
				return nil
			}
			if part = directiveTexts(format[i]); part == nil {
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

// directiveTexts returns all that a directive of the filter date may write, in their order, none
// when these are too many or not known.
func directiveTexts(directive byte) []string {
	const day = 24 * time.Hour
	from := time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC) // a Monday
	switch directive {
	case 'H':
		return written(directive, from, 24, time.Hour)
	case 'I':
		return written(directive, from.Add(time.Hour), 12, time.Hour)
	case 'p':
		return written(directive, from, 2, 12*time.Hour)
	case 'M':
		return written(directive, from, 60, time.Minute)
	case 'd':
		return written(directive, from, 31, day)
	case 'm', 'b', 'B':
		return written(directive, from, 12, 31*day)
	case 'a', 'A':
		return written(directive, from, 7, day)
	case 'u':
		return []string{"1", "2", "3", "4", "5", "6", "7"}
	case 'w':
		return []string{"0", "1", "2", "3", "4", "5", "6"}
	}
	return nil
}

// written returns what a directive writes of so many times, each so much later than the last.
func written(directive byte, from time.Time, times int, step time.Duration) (texts []string) {
	for i := range times {
		texts = append(texts, from.Add(time.Duration(i)*step).Format(dateLayouts[directive]))
	}
	return texts
}
