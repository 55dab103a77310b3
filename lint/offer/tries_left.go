package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TriesLeft returns how many tries a text says that a person still has, and the words that do: 1 for the last one; 0 and
// "" when it says nothing of them.
func TriesLeft(text string) (n int, said string) {
	if !tryWords.In(text) {
		return 0, ""
	}
	if said = lastTry.FindString(text); said != "" {
		return 1, said
	}
	if m := triesLeft.FindStringSubmatch(text); m != nil {
		return Count(m[1] + m[2]), m[0]
	}
	return 0, ""
}

var tryWords = words.AnyOf("attempt", "tries", "try", "chance", "intento", "oportunidad", "tentativa", "versuch", "essai")

var lastTry = pattern.Lazy(`(?i)\b(?:this is|here is) (?:now )?your (?:very )?(?:last|final) (?:attempt|try|chance)\b|\byou (?:still |only )?have (?:only |just )?(?:one|1) (?:more |last |final )?(?:attempt|try|chance)\b` +
	`|\b(?:one|1) (?:more )?(?:attempt|try|chance) (?:left|remaining|remains)\b|\beste es (?:su|tu) último intento\b|\b(?:esta es|es) (?:su|tu) última oportunidad\b|\b(?:le|te) queda (?:solo )?un(?:a)? (?:último |última )?(?:intento|oportunidad)\b` +
	`|\besta é (?:a )?sua última (?:tentativa|chance)\b|\b(?:das|dies) ist ihr letzter versuch\b|\bsie haben (?:nur )?noch einen versuch\b|\b(?:c['’]est|voici) votre (?:dernier essai|dernière tentative)\b|\bil vous reste un essai\b`)

const numberOfTries = `(\d|two|three|four|five|dos|tres|cuatro|dois|três|zwei|drei|vier|deux|trois|quatre)`

var triesLeft = pattern.Lazy(`(?i)\b` + numberOfTries + ` (?:more )?(?:attempts|tries|chances|intentos|tentativas|versuche|essais) (?:left|remaining|remain|restantes?|übrig)\b|\b(?:you have|le quedan|te quedan|restam|il vous reste|sie haben noch) ` +
	numberOfTries + ` (?:more (?:attempts|tries|chances)|intentos|tentativas|versuche|essais)\b`)

// NamesTriesLeft reports whether something is named after how many tries are left.
func NamesTriesLeft(name string) bool {
	return words.HoldsAny(name, "left", "remain", "tries", "attempt", "restant",
		"queda", "rest", "intent", "versuch", "tentativ")
}
