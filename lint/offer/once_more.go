package offer

import (
	"slices"
	"unicode/utf8"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksSameAgain reports whether a question asks once more for what an earlier one has asked for, or for its
// correction: it says so, or is about the same.
func AsksSameAgain(first, second string) bool {
	if onceMore.MatchString(second) || IsAnotherTry(second) {
		return true
	}
	const shortest = 3 // letters
	before := words.In(first)
	return slices.ContainsFunc(words.In(second), func(word string) bool {
		return utf8.RuneCountInString(word) >= shortest && !slices.Contains(asking, word) &&
			slices.Contains(before, word)
	})
}

var onceMore = pattern.Lazy(`(?i)\b(?:once more|one more time|second time|twice|right|correct(?:ion|ed|ly)?|confirm\w*|verify|repeat|re-?type|spell|instead|sure|actual|double|change|update` +
	`|otra vez|una vez m[aá]s|repit[ae]|deletree|confirme|corrij[ae]|seguro|mais uma vez|repita|soletre|corrija|noch ?(?:ein)?mal|wiederhol\w*|buchstabier\w*|richtig\w*|korrekt\w*|korrigier\w*|bestätig\w*` +
	`|encore une fois|répétez|corrigez|confirmez|ancora|ripet[ae]|corregg[ae]|conferm[ai])`)

// asking are words of questions that do not tell what they are about.
var asking = []string{
	"what", "which", "who", "how", "when", "where", "why", "your", "you", "the", "and", "please", "enter", "type", "reply", "send", "tell", "give", "say", "with", "for", "now", "this", "that",
	"are", "is", "do", "does", "did", "can", "could", "would", "will", "have", "has", "may", "let", "know", "thank", "thanks", "our", "next", "then", "also", "here", "there", "was", "were", "number", "question", "from", "any",
	"press", "one", "two", "many", "much", "text", "message", "write", "provide", "share", "state", "key", "pound", "digit", "digits", "followed", "finally", "first", "last",
	"cuál", "cual", "qué", "que", "cómo", "como", "por", "favor", "sus", "tus", "con", "para", "los", "las", "una", "del", "gracias", "qual", "seu", "sua", "obrigado", "obrigada", "com",
	"bitte", "wie", "was", "wer", "ihr", "ihre", "ihren", "sie", "der", "die", "das", "ist", "sind", "und", "geben", "ein", "eine", "dein", "deine", "danke", "welche", "welcher", "quel", "quelle", "votre", "vos", "est", "les", "des", "une", "vous", "merci", "plaît", "plait", "avez",
	"suo", "sua", "tuo", "tua", "per", "favore", "grazie", "quale", "scrivi", "inserisca",
}
