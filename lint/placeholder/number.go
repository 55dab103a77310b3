package placeholder

import (
	"strings"

	"studiolint/schemas"
)

// Number reports whether a text, where a telephone number belongs, is one that stands
// for another: +15555555555, +1XXXXXXXXXX.
func Number(s string) bool {
	if len(s) <= 6 || s[0] != '+' && s[0] != '(' && !isDigit(s[0]) {
		return false
	}
	return schemas.SpecimenNumber(s) != nil || strings.Contains(s, "555") && isFictional(s) || mayBeNone(s) && noNumber.MatchString(s)
}

// mayBeNone is a quick look at what every match of noNumber has.
func mayBeNone(s string) bool {
	return strings.Contains(s, "1234567") || strings.Contains(s, "000000") || strings.Trim(s[3:], s[3:4]) == "" ||
		strings.Contains(s, "XX") || strings.Contains(s, "xx")
}

// isFictional reports whether a text is a number of North America, however it is written, that is kept
// for examples.
func isFictional(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "+"), "1")
	area, s := digits(strings.TrimPrefix(afterGap(s), "("), 3)
	exchange, s := digits(afterGap(strings.TrimPrefix(s, ")")), 3)
	line, s := digits(afterGap(s), 4)
	if area == "" || exchange == "" || line == "" || s != "" {
		return false
	}
	return schemas.SpecimenNumber("+1"+area+exchange+line) != nil
}

// afterGap returns a text without the sign between two groups of digits that it may begin
// with.
func afterGap(s string) string {
	if s != "" && (s[0] == ' ' || s[0] == '.' || s[0] == '-') {
		return s[1:]
	}
	return s
}

// digits returns the first n characters of a text and the rest; "" when they are no digits.
func digits(s string, n int) (group, rest string) {
	if len(s) < n {
		return "", s
	}
	for i := range n {
		if !isDigit(s[i]) {
			return "", s
		}
	}
	return s[:n], s[n:]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
