package rules

import (
	"studiolint/lint/offer"
	"studiolint/lint/pattern"
)

// asksNow reports whether a text asks for something to be said or entered on the phone, and at
// once.
func asksNow(text string) bool {
	return (offer.AsksForKeys(text) || offer.FreeSpeech(text)) && !elsewhere().MatchString(text) && !offer.Parts(text)
}

// elsewhere are words for a place, or a time, at which something is to be entered.
var elsewhere = pattern.Lazy(`(?i)\b(?:online|web ?site|site|web|app|www|e-?mail|portal|page|link|text (?:us|message)|later|(?:call|try)(?: us)? (?:back|again)|next time|when(?:ever)?|if|once|before|after|never|not|nunca|cuando|página|sitio|seite|später)\b|n['’]t\b`)
