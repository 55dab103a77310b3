package literal

import (
	"strings"

	"studiolint/lint/pattern"
)

var bare = strings.NewReplacer(" ", "", "-", "", ".", "", "(", "", ")", "")

// BareNumber returns a telephone number without the signs that people put between its digits.
func BareNumber(text string) string { return bare.Replace(text) }

// IsNumberList reports whether a text is several telephone numbers, with commas or semicolons between them.
func IsNumberList(text string) bool {
	const least = 8
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	for _, part := range parts {
		digits, plus := strings.CutPrefix(BareNumber(part), "+")
		if strings.Trim(digits, "0123456789") != "" || len(digits) < least || !plus && len(digits) < least+2 {
			return false
		}
	}
	return len(parts) > 1
}

// IsNotE164 reports whether a text is a whole telephone number, but not in the form of E.164.
func IsNotE164(text string) bool {
	const least = 10
	bare := BareNumber(text)
	digits, plus := strings.CutPrefix(bare, "+")
	if len(digits) < least || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	if plus {
		return bare != strings.TrimSpace(text)
	}
	return len(digits) == least || len(digits) == least+1 && digits[0] == '1' || strings.HasPrefix(digits, "0")
}

// IsOneDigit reports whether a telephone number is one digit again and again, as one is that stands for a withheld
// number.
func IsOneDigit(text string) bool {
	digits := strings.TrimPrefix(BareNumber(text), "+")
	return digits != "" && strings.Trim(digits, digits[:1]) == ""
}

// Subscriber returns the end of a telephone number, which is the same in all forms of it.
func Subscriber(text string) string {
	const most = 9
	digits := strings.TrimPrefix(BareNumber(strings.TrimSpace(text)), "+")
	return digits[max(0, len(digits)-most):]
}

// HasExtension reports whether a text is a telephone number with an extension, or the pauses before it.
func HasExtension(text string) bool { return extension.MatchString(strings.TrimSpace(text)) }

var extension = pattern.Lazy(`(?i)^\+?[\d ().-]{7,}?\s*(?:,{2,}|,\s*(?:ext|x)|;|\bext\b|ext\.|x|w+|#)\s*[\s.:]*\d[\d,;wW#*]{0,11}$`)
