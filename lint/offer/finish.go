package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NamesFinish reports whether a text may name a key that ends what is entered.
func NamesFinish(text string) bool {
	return words.HoldsAny(text, "pound", "hash", "star", "asteris", "#", "*", "numeral", "almohadilla", "gato", "estrella", "cerquilha", "velha", "raute", "stern", "toile", "dièse")
}

// Finish returns the key with which a text tells the caller to end, "" when it tells none: a
// key that is offered for something ends nothing.
func Finish(text string) string {
	for _, m := range finish().FindAllStringSubmatchIndex(text, -1) {
		rest := strings.ToLower(text[m[1]:])
		offered := m[4] < 0 && (strings.HasPrefix(strings.ToLower(text[m[0]:m[1]]), "press") || strings.HasPrefix(rest, " to ") || strings.HasPrefix(rest, " for ") || strings.HasPrefix(rest, " para "))
		if offered {
			continue
		}
		switch word := strings.ToLower(text[m[2]:m[3]]); word {
		case "star", "asterisk", "*", "asterisco", "estrella", "sterntaste", "étoile":
			return "*"
		}
		return "#"
	}
	return ""
}

var finish = pattern.Lazy(`(?i)(?:followed by|(?:then|and) (?:press|hit|push)|end(?:ing)? (?:it )?with|finish(?:ing)? with|press|seguid[oa] (?:de|del|por)|(?:y|e) (?:luego |después )?(?:presione|oprima|pulse|marque|tecle|pressione)|suivi (?:de|du)|puis (?:appuyez sur|tapez)|gefolgt von|und (?:drücken|bestätigen) Sie(?: mit)?)\s+` +
	`(?:(?:the|a|la|el|o|signo|tecla|touche|der|die|das|mit)\s+)*(pound|hash|star|asterisk|numeral|almohadilla|gato|asterisco|estrella|cerquilha|jogo da velha|raute|rautetaste|sterntaste|dièse|étoile|#|\*)(?:\s+(?:key|sign|symbol))?(\s+(?:when|once|after|to (?:end|finish|stop|send)|al (?:terminar|finalizar)|cuando|quando)\b)?`)
