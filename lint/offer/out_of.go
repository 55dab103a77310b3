package offer

import (
	"strconv"

	"studiolint/lint/pattern"
)

// OutOf returns the number of which a text tells a part, as the words right after that part do: 3 of " of 3
// items", " de 3" and "/3"; it is false where they tell none.
func OutOf(after string) (n int, ok bool) {
	m := outOf.FindStringSubmatch(after)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil
}

var outOf = pattern.Lazy(`^[*_]*(?: (?:out )?of(?: (?:the|your|a maximum of))?| de(?: (?:las?|los|tus|sus|um máximo de|un máximo de))?| dos| das| von| sur| di| van| z| av|\s?/)\s?[*_]*(\d{1,4})\b`)
