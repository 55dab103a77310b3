package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NeedsScreen returns where a text that a voice reads asks for what only a screen allows, in bytes: "click here",
// "tap the button below", https://…; 0, 0 where it does not, or speaks of something that is sent.
func NeedsScreen(text string) (start, end int) {
	if !screenWords.In(text) {
		return 0, 0
	}
	m := onScreen.FindStringIndex(text)
	if m == nil || sentThere.MatchString(text) {
		return 0, 0
	}
	return m[0], m[1]
}

// NeedsCall returns where a text that people read speaks to a caller, in bytes: "thank you for calling", "stay on
// the line", "after the tone"; 0, 0 where it does not.
func NeedsCall(text string) (start, end int) {
	if !callWords.In(text) {
		return 0, 0
	}
	m := onCall.FindStringIndex(text)
	if m == nil || ofCalls.MatchString(text) {
		return 0, 0
	}
	return m[0], m[1]
}

var (
	screenWords = words.AnyOf("click", "tap ", "clic ", "http")
	callWords   = words.AnyOf("calling", "the line", "the tone", "the beep", "la línea", "la linea", "na linha", "pound key", "llamar a", "por ligar")

	onScreen = pattern.Lazy(`(?i)\b(?:click|tap) (?:here|below|on the (?:link|button)|the (?:link|button))\b|\bhaga clic\b|https?://[a-z0-9.-]+`)

	// sentThere are words for what is not said but sent.
	sentThere = pattern.Lazy(`(?i)\b(?:texts?|texted|sms|e-?mail(?:ed)?|messages?|sent|send|whatsapp|correo|mensaje|enviado|enviamos|website|web page|app)\b|<audio`)

	onCall = pattern.Lazy(`(?i)\bthank(?:s| you) for calling\b|\b(?:stay|remain|hold) on the line\b|\bafter the (?:tone|beep)\b|\bpress (?:the )?(?:pound|hash|star) key\b|\bgracias por llamar\b|\bobrigad[oa] por ligar\b`)

	// ofCalls are words of texts for calls that were, or are to come, and for visits.
	ofCalls = pattern.Lazy(`(?i)\b(?:missed|call us|call back|called|earlier|sorry we|when you call|will call|calls?|calling on us|voice-?mail)\b`)
)
