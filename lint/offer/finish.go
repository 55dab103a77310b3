package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// hashes and stars are the names of the two keys that are no digits.
const (
	hashes = "pound|hashtag|hash|number sign|numeral|almohadilla|signo de n[úu]mero|gato|jogo da velha|cerquilha|cardinal|" +
		"rautetaste|rautezeichen|raute|doppelkreuz|dièse|carré|cancelletto"
	stars = "star|asterisk|asterisco|estrella|estrela|sterntaste|sternchen|stern|étoile|astérisque"
)

// NamesFinish reports whether a text may name a key that ends what is entered.
func NamesFinish(text string) bool {
	return strings.IndexByte(text, '#') >= 0 || strings.IndexByte(text, '*') >= 0 ||
		finishWords.In(text) && finishName.MatchString(text) // "contestar" has a star in it
}

var finishName = pattern.Lazy(`(?i)(?:^|[^\pL])(?:` + hashes + `|` + stars + `)(?:[^\pL]|$)`)

var finishWords = words.AnyOf("pound", "hash", "star", "asteris", "astéris", "number sign", "numeral", "almohadilla", "signo de n", "gato",
	"estrel", "cerquilha", "velha", "cardinal", "raute", "doppelkreuz", "stern", "toile", "dièse", "carré", "cancelletto")

// Finish returns the key with which a text tells the caller to end, "" when it tells none: a
// key that is offered for something ends nothing.
func Finish(text string) string {
	for _, m := range finish.FindAllStringSubmatchIndex(text, -1) {
		rest := strings.ToLower(text[m[1]:])
		offered := m[4] < 0 && (strings.HasPrefix(strings.ToLower(text[m[0]:m[1]]), "press") ||
			strings.HasPrefix(rest, " to ") || strings.HasPrefix(rest, " for ") || strings.HasPrefix(rest, " para "))
		if offered {
			continue
		}
		return endKey(text[m[2]:m[3]])
	}
	for _, m := range finishFirst.FindAllStringSubmatchIndex(text, -1) {
		if m[4] < 0 && !entersMore.MatchString(text[m[1]:]) { // else it is offered for something, or a part of the number
			return endKey(text[m[2]:m[3]])
		}
	}
	return ""
}

// entersMore is what stands after a key that is a part of what is entered: "the star key, then the last two digits".
var entersMore = pattern.Lazy(`(?i)^[\s,]*(?:and |y |e |und |et )?(?:then|luego|después|depois|dann|puis|ensuite|poi|followed by)\b[^.?!\n]{0,40}(?:digit|number|code|gito|cifr|chiffre|ziffer|stelle|numéro|nummer|número)`)

// endKey returns the key of a word for one.
func endKey(word string) string {
	if word = strings.ToLower(word); word == "*" || slices.Contains(strings.Split(stars, "|"), word) {
		return "*"
	}
	return "#"
}

// finishFirst are the phrases that say first that one ends, and then by which key: "when you are done,
// press star", "complete your entry with the pound key", ", then the star key".
var finishFirst = pattern.Lazy(`(?i)(?:(?:when|once|after|as soon as)\s[^.;!?\n]{0,40}?\b(?:done|finished|complete|finish),?\s+(?:please\s+|just\s+|simply\s+|then\s+)?(?:press|hit|push|use|dial)` +
	`|\b(?:complete|end|finish|terminate|close|confirm)(?:ing)?\s+(?:your|the|it|this|that)?\s*[^.,;!?\n]{0,30}?\b(?:with|by pressing|by hitting|using)` +
	`|,?\s(?:and\s)?then` +
	`|\b(?:schließen|beenden|bestätigen) sie\s[^.;!?\n]{0,40}?\bmit|\bdrücken sie (?:anschließend|danach|zum abschluss|zum beenden|am ende)` +
	`|\b(?:termine|finalice|concluya|confirme|finalize|conclua|encerre)\s(?:[^.;!?\n]{0,30}\s)?(?:con|com)` +
	`|\b(?:al|ao|cuando|quando)\s(?:haya\s)?(?:termin|finali[zc]|conclu)\p{L}*,?\s+(?:presione|oprima|pulse|marque|tecle|pressione|digite)` +
	`|\b(?:terminez|validez|finissez)\s(?:[^.;!?\n]{0,30}\s)?(?:par|avec|sur|en appuyant sur))\s+` +
	`(?:(?:the|a|la|el|o|signo|tecla|touche|der|die|das|mit)\s+)*(` + hashes + `|` + stars + `|#|\*)(?:\s+(?:key|sign|symbol))?(\s+(?:(?:to|for|para)\s+(?:go|hear|return|speak|talk|start|repeat|the\s|our\s|more|get|leave|volver|hablar|escuchar)))?(?:$|[^\p{L}\p{N}])`)

var finish = pattern.Lazy(`(?i)(?:followed by|(?:then|and) (?:press|hit|push)|end(?:ing)? (?:it )?with|finish(?:ing)? with|press|seguid[oa] (?:de|del|por)|(?:y|e) (?:luego |después )?(?:presione|oprima|pulse|marque|tecle|pressione)|suivi (?:de|du)|puis (?:appuyez sur|tapez)|gefolgt von|und (?:drücken|bestätigen) Sie(?: mit)?)\s+` +
	`(?:(?:the|a|la|el|o|signo|tecla|touche|der|die|das|mit)\s+)*(` + hashes + `|` + stars + `|#|\*)(?:\s+(?:key|sign|symbol))?(\s+(?:when|once|after|to (?:end|finish|stop|send)|al (?:terminar|finalizar)|cuando|quando)\b)?`)
