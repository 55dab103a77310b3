package liquid

import "strings"

// IsWholeMoment reports whether a format of the filter date is one directive for a whole time or date, in a form in
// which Studio compares them.
func IsWholeMoment(format string) bool { return format == "%R" || format == "%T" || format == "%F" }

// DateSigns returns what a format writes beside the numbers of a date.
func DateSigns(format string) string { return dateNumbers.Replace(format) }

var dateNumbers = strings.NewReplacer("%Y", "", "%m", "", "%d", "", "%y", "")
