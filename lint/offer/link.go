package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var linkWords = words.AnyOf("link", "enlace", "liga", "clic", "cliqu", "klick", "lien", "button", "boton", "bot")

// PointsAt returns where a text speaks of a link, or of buttons, that is to stand in it, in bytes;
// 0, 0 where it speaks of none, or has an address or Liquid that may be one. It reports with below
// whether the link is to come after those words.
func PointsAt(text string) (start, end int, below bool) {
	if !linkWords.In(text) {
		return 0, 0, false
	}
	m := pointing.FindStringIndex(text)
	if m == nil || HasAddress(text) {
		return 0, 0, false
	}
	from := strings.LastIndexAny(text[:m[0]], ".!?¡¿\n") + 1
	to := len(text)
	if i := strings.IndexAny(text[m[1]:], ".!?\n"); i >= 0 {
		to = m[1] + i
	}
	if otherPlace.MatchString(text[from:to]) {
		return 0, 0, false
	}
	return m[0], m[1], onward.MatchString(text[m[0]:m[1]])
}

// HasAddress reports whether a text holds an address of the web, or Liquid, which may be one.
func HasAddress(text string) bool {
	return strings.Contains(text, "{{") || strings.Contains(text, "{%") || strings.Contains(text, "://") ||
		strings.IndexByte(text, '.') >= 0 && address.MatchString(text)
}

var (
	pointing = pattern.Lazy(`(?i)\b(?:(?:click|tap|press|follow|open|visit|use|see|check)(?: (?:on|at|out|in))? (?:the|this|that) (?:[\w-]+ ){0,2}(?:link|url)(?: below)?|(?:link|url|buttons?) below|(?:the|this) following (?:[\w-]+ )?link|click (?:here|below)` +
		`|(?:en|al?|sobre|el|este|siguiente|nuestro) (?:siguiente )?(?:enlace|link|liga)(?: (?:de abajo|a continuaci[óo]n|siguiente))?|cli(?:c|ck) aqu[íi]|bot[óo]n(?:es)? (?:de abajo|a continuaci[óo]n)` +
		`|cliq(?:ue|uem) (?:no|neste|nesse|aqui|abaixo)(?: link)?|(?:link|bot(?:ão|ões)) abaixo|(?:no|neste|o seguinte|seguinte) link` +
		`|cliquez (?:sur (?:le|ce) lien|ici|ci-dessous)|(?:lien|boutons?) (?:ci-dessous|suivant)|le lien suivant` +
		`|klick(?:en Sie|e?) (?:bitte )?(?:hier|auf (?:den|diesen)(?: folgenden)? link)|(?:folgenden?|diesen?|diesem|untenstehenden?) link|link unten` +
		`|clicca(?:te|re)? (?:sul|qui|su questo)(?: (?:seguente|questo))?(?: link)?|(?:seguente|questo) link|link (?:qui sotto|sottostante))(?:\b|$)`)

	// onward are words after which it is to come.
	onward = pattern.Lazy(`(?i)below|following|siguiente|abajo|continuaci|abaixo|seguinte|dessous|suivant|folgend|unten|seguente|sott`)

	// otherPlace are words of a sentence for a link that stands elsewhere, or is still to be had.
	otherPlace = pattern.Lazy(`(?i)\b(?:e-?mails?|mail|correo|sent|send|sending|received?|get|earlier|previous(?:ly)?|above|already|web ?site|site|page|profile|bio|app|ads?|invitation|calendar|portal` +
		`|envi\pL*|mand\pL*|anterior(?:es)?|arriba|recib\pL*|receb\pL*|sitio|página|perfil|acima|envoy\pL*|reçu|haut|précédent|gesendet|geschickt|schick\pL*|send\pL*|oben|mail|inviat\pL*|sopra|ricev\pL*|not|never|não|pas|nicht)\b|n['’]t\b`)

	address = pattern.Lazy(`(?i)\bwww\.|[a-z0-9]\.[a-z]{2,}(?:[^a-z]|$)`)
)

// NamesButton reports whether what a text points at is a button.
func NamesButton(said string) bool { return words.HoldsAny(said, "button", "bot", "bouton") }

// EndsInParameter reports whether a text ends where a link has the value of a parameter: https://example.com/?day=
func EndsInParameter(text string) bool { return inParameter.MatchString(text) }

var inParameter = pattern.Lazy(`https?://\S*[?&][\w.-]*=\S*$`)
