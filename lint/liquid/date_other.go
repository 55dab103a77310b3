package liquid

import "strings"

// otherDates are the letters of which Java and the libraries of JavaScript make the format of a date, the
// longer first, and what the filter date has for them.
var otherDates = [][2]string{
	{"YYYY", "%Y"}, {"yyyy", "%Y"}, {"YY", "%y"}, {"yy", "%y"}, {"MMMM", "%B"}, {"MMM", "%b"}, {"MM", "%m"}, {"M", "%m"},
	{"dddd", "%A"}, {"EEEE", "%A"}, {"ddd", "%a"}, {"EEE", "%a"}, {"DD", "%d"}, {"dd", "%d"}, {"Do", "%d"}, {"D", "%d"}, {"d", "%d"},
	{"HH", "%H"}, {"H", "%H"}, {"hh", "%I"}, {"h", "%I"}, {"mm", "%M"}, {"ss", "%S"}, {"a", "%p"}, {"A", "%p"}, {"tt", "%p"},
}

// Directives returns the format of a date that Java or a library of JavaScript would understand as the filter date
// has it: %Y-%m-%d for yyyy-MM-dd; "" when it is none. It is sure when it writes just the same: no single letter,
// which leaves a 0 out, and no mm in the place of a month.
func Directives(format string) (meant string, sure bool) {
	var b strings.Builder
	found := 0
	sure = true
	month := strings.ContainsAny(format, "yYdD") && !strings.ContainsAny(format, "hH")
next:
	for i := 0; i < len(format); {
		for _, one := range otherDates {
			if strings.HasPrefix(format[i:], one[0]) {
				if one[0] == "mm" && month {
					one[1], sure = "%m", false
				}
				b.WriteString(one[1])
				found++
				sure = sure && (len(one[0]) > 1 && one[0] != "Do" || one[1] == "%p")
				i += len(one[0])
				continue next
			}
		}
		if strings.IndexByte(" ,.:/-", format[i]) < 0 {
			return "", false
		}
		b.WriteByte(format[i])
		i++
	}
	if found == 0 {
		return "", false
	}
	return b.String(), sure
}

// WritesDay reports whether a format of the filter date writes something of the day.
func WritesDay(format string) bool { return hasDirective(format, "aAbBdeDFjmuwUWGgVyYCchxs") }

// WritesTime reports whether a format of the filter date writes something of the time of day.
func WritesTime(format string) bool { return hasDirective(format, "HIklMpPrRsSTXLNzZc") }

func hasDirective(format, list string) bool {
	for i := 0; i+1 < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		i++
		for i+1 < len(format) && strings.IndexByte("-_^0#", format[i]) >= 0 {
			i++
		}
		if strings.IndexByte(list, format[i]) >= 0 {
			return true
		}
	}
	return false
}

// WritesClock reports whether a format of the filter date writes what differs from zone to zone: hours, and the day of
// the week.
func WritesClock(format string) bool { return hasDirective(format, "HIklpPRTXrcAauw") }

// WritesHour reports whether a format of the filter date writes the hour of the 24.
func WritesHour(format string) bool { return hasDirective(format, "Hk") }

// WritesWeekday reports whether a format of the filter date writes the day of the week, or from what it can be worked
// out.
func WritesWeekday(format string) bool { return hasDirective(format, "aAuwdejDFxcGV") }

// IsStamp reports whether a format of the filter date writes figures down to the second in a row, as a serial number has
// them, and no time that somebody reads.
func IsStamp(format string) bool {
	format = strings.Trim(format, `"' `)
	return strings.Contains(format, "%S") && strings.Trim(format, "%YymdHMSjLN") == ""
}
