package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksWhoHas reports whether a text asks for something only those who have it, or who wish, and tells the others to
// wait: "if you have a PIN, enter it now", "otherwise wait for the menu".
func AsksWhoHas(text string) bool {
	return words.HoldsAny(text, "if ", "otherwise", "else", "may ", "can ", "option", "wenn ", "falls ", "sonst",
		"andernfalls", "si ", "si vous", "sinon", "contrario", "contrário", "se ", "caso ", "altrimenti") &&
		whoHas.MatchString(text)
}

var whoHas = pattern.Lazy(`(?i)\bif (?:you|u) (?:already |also )?(?:have|know|hold|own|got|were given|received|wish|like|want)\b(?: (?:an?|your|one|it|the|such|to)\b|[,.])` +
	`|\b(?:if not|otherwise|(?:all|every(?:body|one)|anybody|anyone) else)\b[^.!?\n]{0,30}\b(?:wait|hold|stay|remain)\b` +
	`|\b(?:do not|don['’]t) have (?:one|an?|it|any)\b[^.!?\n]{0,40}\b(?:wait|hold|stay|remain)\b|\b(?:may|can) (?:also |now )?(?:enter|type|key in)\b|\boptional\b` +
	`|\b(?:wenn|falls) sie (?:schon |bereits |noch )?(?:eine[nr]?|ihre|über|keine[n]?)\b[^.!?\n]{0,60}\b(?:haben|kennen|besitzen|verfügen|warten)\b|\b(?:sonst|andernfalls|ansonsten)\b[^.!?\n]{0,30}\bwart` +
	`|\bsi (?:ya |no )?(?:lo |la )?(?:tiene|tienes|dispone|conoce)\b|\bde lo contrario\b[^.!?\n]{0,30}\besper` +
	`|\bsi vous (?:en |l['’])?(?:avez|n['’](?:en )?avez|disposez|connaissez)\b|\bsinon\b[^.!?\n]{0,30}\b(?:attend|patient)` +
	`|\b(?:se|caso) (?:já |não )?(?:tem|tenha|tiver|possu\pL+)\b|\bcaso contrário\b[^.!?\n]{0,30}\baguard` +
	`|\bse (?:non )?(?:ne |lo )?(?:ha|hai|dispone|possiede)\b|\baltrimenti\b[^.!?\n]{0,30}\b(?:attend|resti)`)
