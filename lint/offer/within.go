package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var timeWords = words.AnyOf("mon", "lun", "segunda", "hour", "hora", "minut", "stund", "heure")

// MayNameTime reports whether a text may name a length of time, an hour or a day of the week.
func MayNameTime(text string) bool {
	return strings.ContainsAny(text, "0123456789") || timeWords.In(text)
}

// GivesTime reports whether what stands before and after a length of time gives it to a person to
// answer in: "reply within 2 hours", "you have 5 minutes to answer".
func GivesTime(before, after string) bool {
	return replyWithin.MatchString(before) || youHave.MatchString(before) && toAnswer.MatchString(after)
}

// KeepsFor reports whether what stands before a length of time says that something is kept for a person for
// so long: "we will hold your table for 24 hours".
func KeepsFor(before string) bool { return keepsFor.MatchString(before) }

// OrElse reports whether what stands after a length of time says that something happens when nobody
// has answered by then.
func OrElse(after string) bool { return orElse.MatchString(after) }

// NoAnswer reports whether what stands before a length of time says that nobody has answered for it.
func NoAnswer(before string) bool { return noAnswer.MatchString(before) }

var (
	replyWithin = pattern.Lazy(`(?i)\b(?:reply|respond|answer|confirm|responda|responde|conteste|confirme|antworten|répondez)\b[^.!?\n]{0,60}\b(?:within|in|dentro de|en|em|dans|innerhalb von)(?: the next| los próximos)?\s*$`)

	// youHave, with toAnswer after the time, is another way to say that.
	youHave  = pattern.Lazy(`(?i)\b(?:you(?:'ll| will)? have|tienes?|tiene usted|você tem|vous avez|Sie haben)(?: only| up to| hasta| até)?\s*$`)
	toAnswer = pattern.Lazy(`(?i)^\s*(?:to|para|pour)\s+(?:reply|respond|answer|enter|say|speak|decide|choose|confirm|contestar|responder|confirmar|répondre)`)

	keepsFor = pattern.Lazy(`(?i)\b(?:hold|holding|held|keep|keeping|kept|reserve|reserving|reserved|guardamos|reservamos|mantenemos|guardaremos|halten|reservieren)\b[^.!?\n]{0,50}\b(?:for|during|por|durante|für)(?: you)?(?: the next| only| up to| at least)?\s*$`)
	orElse   = pattern.Lazy(`(?i)^[^.!?\n]{0,40}[,.!]?\s*\b(?:or (?:else|we(?:['’]ll)?|you(?:['’]ll| will)|your (?:slot|seat|place|order|spot|appointment|booking|reservation|request|ticket))|otherwise|after that|after which|if (?:we|you) (?:do not|don['’]t)|o (?:de lo contrario|perder\pL*|se|cancelar\pL*)|de lo contrario|si no|caso contrário|senão|sinon|passé ce délai|sonst|ansonsten|altrimenti) (?:\pL|['’])+`)
	noAnswer = pattern.Lazy(`(?i)\b(?:did ?n[o']t|have ?n[o']t|not|no|não|keine|pas)\b[^.!?\n]{0,60}\b(?:within|in|for|en|em|durante|dans|depuis)(?: the (?:last|past)| over)?\s*$`)
)
