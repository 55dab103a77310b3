package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// BidsHangUp returns the words with which a text tells a caller that one may hang up now; "" when it does
// not, or names what one may do instead, or what comes first.
func BidsHangUp(text string) string {
	if !words.HoldsAny(text, "hang up", "disconnect", "colgar", "desligar", "auflegen", "raccrocher") || besidesHangingUp.MatchString(text) {
		return ""
	}
	return hangsUp.FindString(text)
}

var (
	hangsUp = pattern.Lazy(`(?i)\byou (?:may|can) (?:now |safely )?(?:hang up|disconnect)(?: (?:the phone|your phone|now))?\b|\b(?:feel free to|please) hang up(?: the phone)? now\b` +
		`|\b(?:ya )?(?:puede|puedes) colgar\b|\b(?:já )?(?:pode|podes) desligar\b|\b(?:sie können|du kannst)(?: jetzt| nun)? (?:auflegen|den hörer auflegen)\b|\bvous pouvez(?: maintenant| à présent)? raccrocher\b`)

	besidesHangingUp = pattern.Lazy(`(?i)\b(?:or|if|otherwise|stay|remain|wait|hold|unless|but|before|until|when|once|after|anytime|any time|press|emergency|o|si|cuando|después|espere|ou|se|quando|depois|aguarde|oder|wenn|falls|sobald|nachdem|warten|bleiben|si|quand|après|restez)\b`)
)
