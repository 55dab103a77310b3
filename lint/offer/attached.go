package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Attaches returns the words by which a text says that a file comes with it; "" for none.
func Attaches(text string) string {
	if !attaching.In(text) {
		return ""
	}
	m := attached.FindStringIndex(text)
	if m == nil || strings.HasPrefix(text[m[1]:], " to") || SpeaksOfEmail(text) || onPaper.MatchString(text) ||
		!strings.EqualFold(text[m[0]:m[1]], "anbei") && toAnother.MatchString(text[m[1]:]) {
		return "" // it comes with something else
	}
	return text[m[0]:m[1]]
}

var attaching = words.AnyOf("attach", "adjunt", "anbei", "anhang", "angehängt", "joint", "anexo", "anexad")

var attached = pattern.Lazy(`(?i)\b(?:see|find|view)(?: in)?(?: the| our| your)? attached(?: (?:picture|photo|image|file|pdf|document|map|form|menu|flyer))?\b|\b(?:picture|photo|image|file|pdf|document|map|brochure|flyer|menu|form)s? (?:is |are )?attached\b|\battached (?:is|are) (?:the|your|our|an?)\b|\b(?:see|in) the attachment\b` +
	`|\badjunt(?:amos|o encontrar[áa]|o (?:le |te )?(?:env[íi]o|enviamos|va))|\b(?:archivo|imagen|foto|mapa|documento) adjunt[oa]\b|\b(?:trouverez )?ci-joint|\b(?:segue|seguem|foto|imagem|arquivo|documento|mapa)(?: em)? anex[oa]|\banbei\b|\bim Anhang\b|\bangehängt(?:e[nrs]?)? (?:bild|foto|datei|dokument|karte)`)

var (
	// toAnother is how a text goes on after such words when what they speak of comes with another thing, or hangs
	// there.
	toAnother = pattern.Lazy(`(?i)^ (?:des|der|dieser|dieses|eine[rs]|(?:ihr|uns|dein|mein)e[rs]|zu[mr]?|von|vom|en (?:la|el|su|tu|las|los)|a (?:la|su|tu)|al|del?|na|no|nas|nos|ao|à|à la|au|aux|dans|sur|avec|in|on|at|with|\w+ (?:on|to|at|in|with))\s`)

	// onPaper are words for what comes by post.
	onPaper = pattern.Lazy(`(?i)\b(?:parcel|package|box|carton|letter|envelope|mailing|door|paket|päckchen|karton|brief|briefumschlag|umschlag|carta|paquete|caja|sobre|encomenda|pacote|caixa|envelope|courrier|colis|carton|enveloppe|lettre)\b`)
)
