package words

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// IsSID reports whether a text is a whole SID: two capital letters that tell the
// kind of thing, and 32 hexadecimal digits. Examples and fixtures mask theirs, and
// what is masked is none.
func IsSID(s string) bool {
	if len(s) != 34 || !isCapital(s[0]) || !isCapital(s[1]) {
		return false
	}
	for i := 2; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
			return false
		}
	}
	return true
}

// IsSIDOf reports whether a text is a whole SID of a kind: FW for a flow.
func IsSIDOf(s, kind string) bool { return IsSID(s) && s[:2] == kind }

// SIDPattern is IsSIDOf as a regular expression, for a JSON Schema.
func SIDPattern(kind string) string { return "^" + kind + "[0-9a-fA-F]{32}$" }

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// isAttempt reports whether a text is what was certainly meant to be a SID, right or wrong. A digit
// tells it from a long name.
func isAttempt(s string) bool {
	return len(s) >= 18 && isLetter(s[0]) && isLetter(s[1]) && strings.ContainsAny(s, "0123456789") &&
		strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || !isLetter(byte(r)) && (r < '0' || r > '9') }) < 0
}

func isLetter(c byte) bool { return isCapital(c &^ 0x20) }

// SIDFault says what is wrong with a text where a SID of some kinds belongs. It is
// "" when the text fits, and when it is no SID at all: many properties take a name
// as well. The letters alone are a SID that was taken out.
func SIDFault(text string, kinds []string) string {
	trimmed := strings.TrimSpace(text)
	if slices.Contains(kinds, trimmed) {
		return "is only the letters of a SID"
	}
	if !isAttempt(trimmed) {
		return ""
	}
	kind, rest := strings.ToUpper(trimmed[:2]), trimmed[2:]
	switch {
	case IsSID(trimmed) && !slices.Contains(kinds, kind):
		return "is a SID of another kind (" + kind + "…)"
	case !slices.Contains(kinds, kind):
		return ""
	case trimmed != text:
		return "has white space around the SID"
	case kind != trimmed[:2]:
		return "begins with small letters"
	case len(rest) != 32:
		return fmt.Sprintf("has %d characters after %s instead of 32", len(rest), kind)
	case !IsSID(trimmed):
		return "holds characters that are no hexadecimal digits"
	}
	return ""
}

// The members of {{flow}} that hold the SID of the flow and that of the execution.
const (
	FlowSID      = "flow_sid"
	ExecutionSID = "sid"
)

// SIDMember returns the member of {{flow}} that a name is for, however it is written: flow_sid,
// executionSid.
func SIDMember(key string) string {
	bare := strings.ToLower(strings.NewReplacer("_", "", "-", "", ".", "", " ", "").Replace(key))
	bare = strings.TrimPrefix(strings.TrimPrefix(bare, "twilio"), "studio")
	switch bare {
	case "flowsid", "flowid":
		return FlowSID
	case "executionsid", "flowexecutionsid", "executionid", "flowexecutionid":
		return ExecutionSID
	}
	return ""
}
