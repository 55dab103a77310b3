package liquid

import "strings"

// DayFirst returns the format of a date with its day before the month, where it begins with the month in numbers, and
// the mark between the two: "%d.%m.%Y" for "%m.%d.%Y"; "" for any other format, as one in which the year comes first.
func DayFirst(format string) (meant string, mark byte) {
	if before, after, ok := strings.Cut(format, "%D"); ok {
		return before + "%d/%m/%y" + after, '/'
	}
	for i := 0; i+1 < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		month := partAt(format, i)
		if strings.TrimLeft(month, "%-") != "m" {
			if hasDirective(month, "YyGCF") {
				return "", 0
			}
			i += max(1, len(month)) - 1
			continue
		}
		at := i + len(month)
		if at == len(format) || strings.IndexByte("./-", format[at]) < 0 {
			return "", 0
		}
		day := partAt(format, at+1)
		if name := strings.TrimLeft(day, "%-"); name != "d" && name != "e" {
			return "", 0
		}
		return format[:i] + day + format[at:at+1] + month + format[at+1+len(day):], format[at]
	}
	return "", 0
}

// partAt returns the directive at a place of a format, with its flags; "" where there is none.
func partAt(format string, i int) string {
	if i >= len(format) || format[i] != '%' {
		return ""
	}
	end := i + 1
	for end < len(format) && strings.IndexByte("-_^0#", format[end]) >= 0 {
		end++
	}
	if end == len(format) {
		return ""
	}
	return format[i : end+1]
}

// WritesName reports whether a format of the filter date writes the name of a month or a day of the week.
func WritesName(format string) bool { return hasDirective(format, "aAbBh") }
