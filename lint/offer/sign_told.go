package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SignTold returns the sign, "-" or a blank, with or without which a text tells people to write a number, and the words
// that say so; "" for none, and where both will do.
func SignTold(text string) (sign string, with bool, said string) {
	if !signWords.In(text) {
		return "", false, ""
	}
	m := signTold.FindStringSubmatch(text)
	if m == nil || bothWays.MatchString(text) {
		return "", false, ""
	}
	sign = " "
	if m[3] != "" {
		sign = "-"
	}
	return sign, m[1] == "", strings.TrimSpace(m[0])
}

var (
	signWords = words.AnyOf("dash", "hyphen", "space", "guion", "guión", "hífen", "hifen", "traço", "tiret", "bindestrich", "trattin", "streep", "espaci", "espaço", "espace", "leerzeichen", "spazi", "spatie")
	signTold  = pattern.Lazy(`(?i)\b(?:(without|no|omit(?:ting)?|sin|sem|sans|ohne|senza|zonder)|(with|including|con|com|avec|mit|met)) (?:(?:any|the|los|las|os|as|les|el|die|den|dem|i|il) )?` +
		`(?:(dash(?:es)?|hyphens?|gui[oó]n(?:es)?|h[ií]fen(?:s)?|traços?|tirets?|bindestrich(?:en?)?|trattin[io]|streepjes?)|(spaces|espacios|espaços|espaces|leerzeichen|spazi|spaties))\b`)
	bothWays = pattern.Lazy(`(?i)\b(?:with or without|con o sin|com ou sem|avec ou sans|mit oder ohne|con o senza|met of zonder)\b`)
)
