package jsontext

import (
	"strings"

	"studiolint/lint/pattern"
)

// SingleQuoted reports whether a text begins as what somebody took for a JSON object does, with single quotes.
func SingleQuoted(text string) bool {
	return strings.Contains(text, "'") && singleQuoted.MatchString(text)
}

var singleQuoted = pattern.Lazy(`^\s*\{\s*'[^'{}]*'\s*:`)

// IsQuotedOutput reports whether a text is one output within quotes, and nothing else.
func IsQuotedOutput(text string) bool { return pair.MatchString(text) }

// QuotesWithin returns where outputs stand that have a quote of their own within the quotes of the JSON: alone those
// that nothing closes.
func QuotesWithin(text string) (alone, pairs [][]int) {
	if !strings.Contains(text, `"'{{`) && !strings.Contains(text, `"\"{{`) {
		return nil, nil // nearly always
	}
	return loneIn.FindAllStringIndex(text, -1), pairIn.FindAllStringIndex(text, -1)
}

var (
	pair   = pattern.Lazy(`^\s*(?:"\{\{[^{}]*\}\}"|'\{\{[^{}]*\}\}')\s*$`)
	loneIn = pattern.Lazy(`"'\{\{[^{}"']*\}\}"`)
	pairIn = pattern.Lazy(`"(?:'\{\{[^{}"]*\}\}'|\\"\{\{[^{}"]*\}\}\\")"`)
)

// Padded returns where outputs stand, with their quotes, beside which there is nothing but a blank.
func Padded(text string) [][]int {
	if !mayHoldPadded(text) {
		return nil // nearly always
	}
	return padded.FindAllStringIndex(text, -1)
}

var padded = pattern.Lazy(`"(?:[ \t]+\{\{[^{}"]*\}\}[ \t]*|\{\{[^{}"]*\}\}[ \t]+)"`)

// mayHoldPadded reports whether a text has a quote, a blank and an output in a row, or an
// output, a blank and a quote.
func mayHoldPadded(text string) bool {
	for rest := text; ; {
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			return false
		}
		before, after := rest[:i], rest[i+1:]
		if left := strings.TrimLeft(after, " \t"); len(left) < len(after) && strings.HasPrefix(left, "{{") {
			return true
		}
		if left := strings.TrimRight(before, " \t"); len(left) < len(before) && strings.HasSuffix(left, "}}") {
			return true
		}
		rest = after
	}
}
