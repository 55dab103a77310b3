package offer

import "studiolint/lint/pattern"

// AsksNow reports whether a text asks for something to be said or entered on the phone, and at
// once.
func AsksNow(text string) bool {
	return (AsksForKeys(text) || FreeSpeech(text)) && !Elsewhere(text) && !Parts(text)
}

// Elsewhere reports whether a text names a place, or a time, at which something is to be entered.
func Elsewhere(text string) bool { return elsewhere.MatchString(text) }

var elsewhere = pattern.Lazy(`(?i)\b(?:online|web ?site|site|web|app|www|e-?mail|portal|page|link|text (?:us|message)|later|(?:call|try)(?: us)? (?:back|again)|next time|when(?:ever)?|if|once|before|after|never|not|nunca|cuando|página|sitio|seite|später)\b|n['’]t\b`)
