package words

import "strings"

// HasLoneQuote reports whether a text begins or ends with a quote that nothing closes; after a
// digit it stands for inches.
func HasLoneQuote(value string) bool {
	for _, q := range []string{`"`, "“", "”"} {
		if strings.Count(value, q) == 1 && (strings.HasPrefix(value, q) || strings.HasSuffix(value, q)) {
			return !strings.ContainsAny(value, "0123456789") && !(strings.Contains(value, "“") && strings.Contains(value, "”"))
		}
	}
	return false
}

// Unquoted returns what stands between the quotes in which a whole text stands, "" where it
// stands in none, or in several.
func Unquoted(value string) string {
	for _, q := range []string{`"`, "'"} {
		if len(value) > 2 && strings.Count(value, q) == 2 && strings.HasPrefix(value, q) && strings.HasSuffix(value, q) {
			return strings.TrimSpace(value[1 : len(value)-1])
		}
	}
	return ""
}

// IsQuotes reports whether a text is quotes alone, as of an empty text of a program: ”.
func IsQuotes(value string) bool {
	value = strings.TrimSpace(value)
	return value != "" && strings.Trim(value, "\"'`´“”„‘’‚«»") == ""
}
