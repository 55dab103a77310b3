package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TwoLists returns the numbers that a text lists before its choices, a line each, and those that it then tells people to
// send ("Reply with 1, 2, or 7"), with the words in which it does, where the lines count up from 1 and one number differs: else
// they may be no choices ("2 pizzas"). It is false for any other text.
func TwoLists(text string) (listed, told []string, said string, ok bool) {
	const fewest = 3
	if !strings.Contains(text, "\n") || !words.HoldsAny(text, ",") {
		return nil, nil, "", false
	}
	for _, m := range numberedLine.FindAllStringSubmatch(text, -1) {
		listed = append(listed, m[1])
	}
	if len(listed) < fewest {
		return nil, nil, "", false
	}
	m := toldNumbers.FindStringSubmatch(text)
	if m == nil {
		return nil, nil, "", false
	}
	told = digitsIn(m[1])
	if len(told) != len(listed) || hasTwice(listed) {
		return nil, nil, "", false
	}
	differing := 0
	for i := range told {
		if told[i] != listed[i] {
			differing++
		}
	}
	return listed, told, m[0], differing == 1 && listed[0] == "1" && slices.IsSorted(listed)
}

var (
	numberedLine = pattern.Lazy(`(?m)^[ \t*]*([1-9])[.):\-]*[ \t]+\S`)
	toldNumbers  = pattern.Lazy(`(?i)\b(?:reply|respond|answer|send|text|type|press|enter|responda|responde|env[ií]a|env[ií]e|escriba|marque|digite|antworten sie|schreiben sie|drücken sie|répondez|envoyez|tapez|risponda|scriva)\b[^.!?\n\d]{0,20}?((?:["“*']?[1-9]["”*']?,? *){2,8}(?:or|and|o|u|y|ou|e|oder|und|et) *["“*']?[1-9]\b)`)
)

// digitsIn returns the single digits of a text.
func digitsIn(text string) (all []string) {
	for _, r := range text {
		if r >= '1' && r <= '9' {
			all = append(all, string(r))
		}
	}
	return all
}

func hasTwice(list []string) bool {
	for i, text := range list {
		if slices.Contains(list[:i], text) {
			return true
		}
	}
	return false
}
