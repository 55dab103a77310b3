package offer

import "studiolint/lint/pattern"

// ReasonIn returns where in the text of JSON a member stands that says why there is something: its name
// and its value, in bytes, when that is a fixed text; false for none.
func ReasonIn(json string) (name, value [2]int, ok bool) {
	m := reasonMember.FindStringSubmatchIndex(json)
	if m == nil {
		return name, value, false
	}
	return [2]int{m[2], m[3]}, [2]int{m[4], m[5]}, true
}

var reasonMember = pattern.Lazy(`(?i)"(\w*(?:reason|motivo|raz[oó]n|motif|grund))"\s*:\s*"([^"{}]+)"`)

// MayBeFailure reports whether a reason may be given for a failure.
func MayBeFailure(reason string) bool { return failureReason.MatchString(reason) }

var failureReason = pattern.Lazy(`(?i)fail|err|fall|outage|technic|t[eé]cnic|problem|unavail|other|outro|unknown|general|default`)
