package offer

import (
	"strconv"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Bounds returns the least and the greatest number that a text asks for, and the words that say so:
// "a number from 1 - 100", "on a scale of 1 to 10", "from 1 (poor) to 5 (good)", "un número entre 1 y 20". It is false when the
// text names no such range, or several, or one of hours, days or digits.
func Bounds(text string) (low, high int, said string, ok bool) {
	if !mayHoldBounds(text) {
		if low, high, said, ok = labelledBounds(text); ok {
			return low, high, said, ok
		}
		return spelledBounds(text)
	}
	for _, m := range bounded.FindAllStringSubmatchIndex(text, -1) {
		least, most, words, isRange := rangeOf(text, m)
		if !isRange || ok && (least != low || most != high) {
			return 0, 0, "", false
		}
		low, high, said, ok = least, most, words, true
	}
	if !ok {
		low, high, said, ok = labelledBounds(text)
	}
	if !ok {
		low, high, said, ok = ratedBounds(text)
	}
	return low, high, said, ok
}

// ratedBounds is Bounds for marks that a question of how something was names beside: "how was it, from 1 to 5?",
// "1 to 5 stars".
func ratedBounds(text string) (low, high int, said string, ok bool) {
	if !mayRate.In(text) || words.HoldsAny(text, "open", "hours", "o'clock") {
		return 0, 0, "", false
	}
	all := rated.FindAllStringSubmatchIndex(text, 2)
	if len(all) != 1 {
		return 0, 0, "", false
	}
	m := all[0]
	least, _ := strconv.Atoi(text[m[2]:m[3]])
	most, _ := strconv.Atoi(text[m[4]:m[5]])
	if rest := text[m[5]:]; isMoreOfNumber(rest) || isUnit(rest[skip(rest, space):]) {
		return 0, 0, "", false
	}
	return least, most, text[m[2]:m[5]], true
}

var mayRate = words.AnyOf("how ", "star", "cómo", "como ", "estrella", "estrela", "wie ", "stern", "étoile", "stelle")

var rated = pattern.Lazy(`(?i)(?:\bfrom|\bde|\bdel|\bvon|\ba scale of|[,(:]|\bstars?|^)\s*\b([01])\s*(?:to|-|–|through|a|al|bis|à)\s*([3-9]|10)\b`)

// spelledBounds is Bounds for numbers that are written as words, as voices read them.
func spelledBounds(text string) (low, high int, said string, ok bool) {
	for _, m := range spelledOut.FindAllStringSubmatchIndex(text, -1) {
		least, most := Count(text[m[2]:m[3]]), Count(text[m[4]:m[5]])
		if ok && (least != low || most != high) {
			return 0, 0, "", false
		}
		low, high, said, ok = least, most, text[m[2]:m[5]], true
	}
	return low, high, said, ok
}

// labelledBounds is Bounds for a range whose ends say what they stand for: "from 1 (poor) to 5 (excellent)".
func labelledBounds(text string) (low, high int, said string, ok bool) {
	if strings.IndexByte(text, '(') < 0 {
		return 0, 0, "", false
	}
	for _, m := range labelledEnds.FindAllStringSubmatchIndex(text, -1) {
		if ok {
			return 0, 0, "", false
		}
		if low, high, said, ok = rangeOf(text, m); !ok {
			return 0, 0, "", false
		}
	}
	return low, high, said, ok
}

// rangeOf returns the range that an expression has found, with a word before it or without: its ends are the first or
// the second two groups. It is none where its end is a part of a longer number, or counts hours, days or digits.
func rangeOf(text string, m []int) (low, high int, said string, ok bool) {
	first := 2
	if m[first] < 0 {
		first = 6 // without a word before the range
	}
	from, end := m[first], m[first+3]
	low, _ = strconv.Atoi(text[from:m[first+1]])
	high, _ = strconv.Atoi(text[m[first+2]:end])
	rest := text[end:]
	return low, high, text[from:end], low < high && !isUnit(rest[skip(rest, space):]) && !isMoreOfNumber(rest)
}

var spelledOut = pattern.Lazy(`(?i)\b(?:scale|rate|ratings?|scores?|numbers?|likely|recommend|satisfied)\b[^.?!,;:\d\n]{0,30}\b(?:from|between|of) +(zero|one) +(?:to|through|and) +(three|four|five|six|seven|eight|nine|ten)\b`)

var labelledEnds = pattern.Lazy(`(?i)(?:\b(?:from|between|of|de|desde|entre|zwischen|von|da|tra)\s+(\d{1,3})\s*\([^()\d\n]{2,40}\)` +
	`\s*(?:to|and|through|-|–|y|a|al|e|à|et|bis|und)\s*(\d{1,3})\b|\b(\d{1,3})\s*\([^()\d\n]{2,40}\)\s*(?:to|through|up to|bis|à|al)\s+(\d{1,3})\s*\()`)

// mayHoldBounds reports whether a text has two numbers with a few bytes between them, as each has
// that names a range.
func mayHoldBounds(text string) bool {
	const apart = 12 // bytes
	last := -1 - apart
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		if i-last > 1 && i-last <= apart {
			return true
		}
		last = i
	}
	return false
}

// isMoreOfNumber reports whether what stands after a number is a part of it: of an hour, a date, a
// telephone number or a share.
func isMoreOfNumber(rest string) bool {
	if rest == "" {
		return false
	}
	switch rest[0] {
	case '%', '/':
		return true
	case '-', ':', '.', ',':
		return len(rest) > 1 && '0' <= rest[1] && rest[1] <= '9'
	}
	return false
}

var bounded = pattern.Lazy(`(?i)(?:\b(?:numbers?|values?|scores?|ratings?|rate|scale|likely|recommend|satisfied|quantity|grade|age|n[úu]meros?|valor|nota|` +
	`puntuaci[óo]n|calificaci[óo]n|calif[ií]que|escala|cantidad|edad|nombre|note|chiffre|zahl|wert|skala|` +
	`alter|numero|voto|scala|reply|answer|responda|responde|antworten)|\B(?:échelle|âge))` +
	`\b[^.?!,;:\d\n]{0,30}(?:\b(?:from|between|of|de|del|desde|entre|zwischen|von|da|tra)\s+(\d{1,6})` +
	`(?:\s*\([^()\d\n]{1,30}\))?\s*(?:to|and|through|-|–|y|a|al|e|à|et|bis|und)\s*(\d{1,6})\b|[\s(]([01])\s*(?:-|–|to|through|bis|` +
	`al)\s*(\d{1,6})\b)`)
