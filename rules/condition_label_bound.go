package rules

import (
	"strconv"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// saysOtherBound reports whether a label of the author's own names the numbers on the other side of the one with which
// its condition compares ("hour >= 9" of less_than 9), or by a sign that number as well (>= 9 of greater_than 9).
func saysOtherBound(label string, c flow.Condition) bool {
	if !split.IsBound(c.Operator) {
		return false
	}
	bound, err := strconv.Atoi(strings.TrimSpace(c.Value.Text()))
	if err != nil {
		return false
	}
	wanted := 1
	if c.Operator == split.LessThan {
		wanted = -1
	}
	label = strings.TrimSpace(label)
	if limit, ok := offer.LimitAsked(label); ok && strings.HasPrefix(label, limit.Said) {
		return limit.Number == bound && limit.Least != (wanted == 1) // "at least 9" of greater_than 9 is near enough
	}
	side, equal := words.BoundSide(label)
	if side == 0 {
		return false
	}
	named := strings.FieldsFunc(label, func(r rune) bool { return r < '0' || r > '9' })
	if len(named) > 1 || len(named) == 1 && named[0] != strconv.Itoa(bound) {
		return false // of another number
	}
	return side != wanted || equal
}
