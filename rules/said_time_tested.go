package rules

import (
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
)

// isTimeOfDay reports whether a branch tests the hour, or the hour and the minute.
func isTimeOfDay(b reads.Branch) bool {
	for _, n := range b.Condition.Arguments.Elements() {
		if b.Literal && liquid.WritesHour(n.Text()) {
			return true
		}
	}
	return false
}
