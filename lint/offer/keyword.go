package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// Keywords returns the words that a text tells people to send, as it marks them: text "HELLO", send the word
// *START*, reply MENU.
func Keywords(text string) (all []string) {
	if !TellsToWrite(text) && !tellsToSend.MatchString(text) {
		return nil
	}
	for _, m := range keyword.FindAllStringSubmatch(text, -1) {
		for _, word := range m[1:] {
			if word != "" {
				all = append(all, strings.Trim(word, "*_"))
			}
		}
	}
	return all
}

var tellsToSend = pattern.Lazy(`(?i)\b(?:texting|sending|replying|enviando|mandando|mand[ae]|taper|envoyer|répondre|enviar|palabra|palavra)\b`)

// keyword is a word in quotes, between asterisks or in capitals soon after a verb that tells to send it.
var keyword = pattern.Lazy(`(?i)(?:\b(?:reply(?:ing)?|respond|send(?:ing)?|text(?:ing)?|type|write|responda|responde|escrib[ae]|` +
	`escreva|env[ií][ae]|enviar|enviando|mand[ae]|mandando|répondez|répondre|envoyez|envoyer|tape[zr]|` +
	`schreiben(?: sie)?|senden(?: sie)?)|\Bécrivez)\b(?:[ -](?:back|with|the|word|keyword|us|novamente|` +
	`de|nuevo|a|o|la|le|el|un|una|uma|palavra|palabra|chave|clave|mot|das|wort)` +
	`){0,4}:?[ -](?:["“«]\s?([\pL\d]{3,20})\s?["”»]|\*([\pL\d]{3,20})\*|((?-i:[A-ZÀ-Ý]{3,19}(?:[A-Z]\b|[À-Ý]\B))))`)
