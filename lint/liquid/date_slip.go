package liquid

import "strings"

// SwappedDirective returns the directive of a format of the filter date that writes another part of a
// time than its neighbours let expect, and the one that was meant: %M, the minute, for the month between
// a day and a year, and %m, the month, for the minutes after an hour; "", "" for none.
func SwappedDirective(format string) (written, meant string) {
	switch hour := hasDirective(format, "HIklRTrXcs"); {
	case !hour && hasDirective(format, "M") && !hasDirective(format, "SmbBhDF") && hasDirective(format, "de") && hasDirective(format, "dYye"):
		return "%M", "%m"
	case hour && !hasDirective(format, "M") && monthAfterHour(format):
		return "%m", "%M"
	}
	return "", ""
}

// monthAfterHour reports whether the month follows the hour, with a colon between.
func monthAfterHour(format string) bool {
	for _, hour := range []string{"H:%m", "I:%m", "k:%m", "l:%m"} {
		if i := strings.Index(format, hour); i > 0 && (format[i-1] == '%' || format[i-1] == '-') {
			return true
		}
	}
	return false
}

// HalfDay reports whether a format of the filter date writes an hour of twelve and minutes, and not which
// half of the day it is.
func HalfDay(format string) bool {
	return hasDirective(format, "Il") && hasDirective(format, "M") && !hasDirective(format, "pPHkRTrXcs")
}
