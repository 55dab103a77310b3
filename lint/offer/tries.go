package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// MayCountTries is a quick look for what Tries finds.
func MayCountTries(text string) bool {
	return words.HoldsAny(text, "attempts", "tries", "chances", "intentos", "tentativas", "versuche", "essais")
}

// Tries returns how many tries a text says that a person has, and the words that do; 0 and "" when
// it says nothing of them.
func Tries(text string) (n int, said string) {
	m := saidTries().FindStringSubmatch(text)
	if m == nil {
		return 0, ""
	}
	return Count(m[1]), m[0]
}

var saidTries = pattern.Lazy(`(?i)\b(?:you (?:have|get|will have)|maximum of|tienes?|(?:usted|você) (?:tiene|tem)|sie haben|vous avez)(?: a (?:total|maximum) of)? (\d|two|three|four|five|six|dos|tres|cuatro|cinco|dois|três|zwei|drei|vier|fünf|deux|trois|quatre|cinq) (?:attempts|tries|chances|intentos|tentativas|versuche|essais)\b(?:[^\pL]*$|[.,;!?]| (?:to|para|pour|um|before|in total))`)
