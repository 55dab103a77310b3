package words

import "strings"

// IsSID reports whether a text is a whole SID: two capital letters that tell the
// kind of thing, and 32 hexadecimal digits. Examples and fixtures mask theirs, and
// what is masked is none.
func IsSID(s string) bool {
	return len(s) == 34 && isCapital(s[0]) && isCapital(s[1]) && strings.Trim(s[2:], "0123456789abcdefABCDEF") == ""
}

// IsSIDOf reports whether a text is a whole SID of a kind: FW for a flow.
func IsSIDOf(s, kind string) bool { return IsSID(s) && s[:2] == kind }

// SIDPattern is IsSIDOf as a regular expression, for a JSON Schema.
func SIDPattern(kind string) string { return "^" + kind + "[0-9a-fA-F]{32}$" }

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }
