package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// MayCountTries is a quick look for what Tries finds.
func MayCountTries(text string) bool {
	return tries.In(text)
}

// Tries returns how many tries a text says that a person has, and the words that do; 0 and "" when
// it says nothing of them.
func Tries(text string) (n int, said string) {
	m := saidTries.FindStringSubmatch(text)
	if m == nil {
		return 0, ""
	}
	return Count(m[1]), m[0]
}

var tries = words.AnyOf("attempts", "tries", "chances", "intentos", "tentativas", "versuche", "essais")

var saidTries = pattern.Lazy(`(?i)\b(?:you (?:have|get|will have)|maximum of|tienes?|(?:usted|você) (?:tiene|tem)|sie haben|vous avez)(?: a (?:total|maximum) of)? (\d|two|three|four|five|six|dos|tres|cuatro|cinco|dois|três|zwei|drei|vier|fünf|deux|trois|quatre|cinq) (?:attempts|tries|chances|intentos|tentativas|versuche|essais)\b(?:[^\pL]*$|[.,;!?]| (?:to|para|pour|um|before|in total))`)

// TriesSpent returns the number of tries that a text says a person has used up, and the words that do; 0
// and "" when it says nothing of them.
func TriesSpent(text string) (n int, said string) {
	if !MayCountTries(text) {
		return 0, ""
	}
	m := spentTries.FindStringSubmatch(text)
	if m == nil {
		return 0, ""
	}
	return Count(m[1] + m[2]), m[0]
}

const fewTries = `(\d|two|three|four|five|six|dos|tres|cuatro|cinco|dois|três|zwei|drei|vier|fünf|deux|trois|quatre|cinq) (?:failed |wrong |unsuccessful |incorrect )?(?:attempts|tries|chances|intentos|tentativas|versuche|essais)\b`

var spentTries = pattern.Lazy(`(?i)(?:\b(?:used|used up|had|made|tried) (?:all |up )?(?:of )?(?:your |the )?|(?:\b(?:after|agotado|agotó|usado|utilizado|esgotou|usou)|\Bépuisé) (?:all |los |sus |tus |as |suas |vos |ihre )?(?:your |the )?)` + fewTries +
	`|\b(?:all|your) (?:of )?(?:your |the )?` + fewTries + ` (?:are|have been|were) (?:used|gone|spent|over)`)
