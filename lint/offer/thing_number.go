package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NumberNext returns the thing whose number a text tells next, in small letters: ticket of "your ticket number is"; ""
// where it ends otherwise.
func NumberNext(text string) string {
	const near = 70
	text = text[max(0, len(text)-near):]
	if !numberSaid.In(text) {
		return ""
	}
	for _, thing := range numberNext.FindStringSubmatch(text) {
		if !strings.Contains(thing, " ") && thing != "" {
			return strings.ToLower(thing)
		}
	}
	return ""
}

var (
	numberSaid = words.AnyOf("number", "id", "code", "reference", "mero", "nummer", "no.")
	numberNext = pattern.Lazy(`(?i)\b(?:your|the|this|ihre|deine|su|tu|seu|sua|votre)\b(?: new| neue)? (?:(\pL{3,}) (?:number|id|code|reference(?: number)?|no\.)|(\pL{3,}?)s?-?nummer|n[úu]mero d[eo] (\pL{3,})|num[ée]ro de (\pL{3,}))(?: is| es| é| ist| lautet| est)? ?[:#]* *[*_]?$`)
)
