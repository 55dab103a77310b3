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
	return replyWithin.MatchString(words.Ending(before)) && !ownAnswer.MatchString(words.Ending(before)) ||
		youHave.MatchString(words.Ending(before)) && toAnswer.MatchString(after)
}

// GivesDeadline is GivesTime for a time after which an answer comes too late: "reply within 2 hours", not "confirm that
// we meet in 2 hours".
func GivesDeadline(before, after string) bool {
	return GivesTime(before, after) && (youHave.MatchString(words.Ending(before)) || isWithin.MatchString(words.Ending(before)) && !comesWithin.MatchString(words.Ending(before)))
}

// KeepsFor reports whether what stands before a length of time says that something is kept for a person for
// so long: "we will hold your table for 24 hours".
func KeepsFor(before string) bool { return keepsFor.MatchString(words.Ending(before)) }

// OrElse reports whether what stands after a length of time says that something happens when nobody
// has answered by then.
func OrElse(after string) bool { return orElse.MatchString(after) }

// TimeIsUp reports whether a text says that the time for an answer is over.
func TimeIsUp(text string) bool { return timeIsUp.MatchString(text) }

// IsOver reports whether what stands before and after a length of time says that it is over: "your 5 minutes are up".
func IsOver(before, after string) bool {
	return isOver.MatchString(after) && ownTime.MatchString(words.Ending(before)) || havePassed.MatchString(words.Ending(before))
}

// NoAnswer reports whether what stands before a length of time says that nobody has answered for it.
func NoAnswer(before string) bool { return noAnswer.MatchString(words.Ending(before)) }

var (
	timeIsUp = pattern.Lazy(`(?i)(?:\b(?:(?:your|the) (?:time (?:is|has)|\w+ (?:\w+ )?(?:minutes|hours|seconds) (?:are|have))(?: now)? (?:up|over|passed|expired|run out|elapsed)|time['’]?s up|time is up|se (?:acabó|agotó|terminó) (?:el|su|tu) tiempo|(?:el|su|tu) tiempo (?:se )?(?:ha )?(?:terminado|expirado|agotado|terminó|expiró|acabó|venció)` +
		`|(?:o|seu) tempo (?:acabou|esgotou|expirou)|(?:pasaron|han pasado|passaram) (?:los|las|os|as)|(?:die|Ihre|deine) Zeit ist (?:um|abgelaufen)|(?:le|votre) (?:temps|délai) est (?:écoulé|dépassé|expiré)|tempo (?:è )?scaduto|(?:de|uw|je) tijd is (?:om|voorbij|verstreken)))`)
	ownTime    = pattern.Lazy(`(?i)(?:^|[^\pL])(?:your|the|sus|tus|los|las|seus|os|as|die|Ihre|deine|les|vos|i|le|de|uw|je)\s*$`)
	isOver     = pattern.Lazy(`(?i)^\s*(?:are|have|has|is)(?: now| all)? (?:up|over|passed|expired|elapsed)\b|^\s*(?:han (?:pasado|terminado|vencido|expirado)|passaram|acabaram|sind (?:um|vorbei|abgelaufen)|sont (?:écoulé|passé|terminé)|sono (?:scadut|passat)|zijn (?:om|voorbij|verstreken))`)
	havePassed = pattern.Lazy(`(?i)\b(?:pasaron|han pasado|passaram|passaram-se)(?: los| las| os| as)\s*$`)
)

var (
	replyWithin = pattern.Lazy(`(?i)\b(?:reply|replying|respond|responding|answer|confirm|rsvp|let us know|text (?:us )?back|hear (?:back )?from you|get back to us|responda|responde|respóndanos|conteste|contesta|confirme|confirma|antworten|antworte|bestätigen|répondez|réponds|confirmez|rispond[ai]|rispondete|confermi|conferma)\b[^.!?\n]{0,60}(?:\bwithin|\bin|\bdentro de|\ben|\bem|\bdans|\binnerhalb(?: von)?|\bbinnen|\bentro|\bn[oa]s)(?: the next| l[oa]s próxim[oa]s| próxim[oa]s| les(?: prochaines?)?| den nächsten| der nächsten| le prossime| i prossimi)?\s*$`)

	// ownAnswer is an answer of whoever writes.
	ownAnswer = pattern.Lazy(`(?i)(?:\b(?:we|i|they|someone|somebody|team|agents?|representatives?|staff|doctor|wir|nous|nosotros|noi|nós|equipo|equipe)|équipe)(?:['’]ll)?(?:\s+(?:will|shall|can|may|should|usually|normally|typically|always|try to|aim to|do our best to|werden|wird|allons|vamos a|vamos))*\s+(?:reply|respond|answer|confirm|get back|antwort|bestätig|répond|confirm|contest|rispond)[^.!?\n]*$`)
	isWithin  = pattern.Lazy(`(?i)(?:within|dentro de|innerhalb(?: von)?|binnen|entro|(?:the next|l[oa]s próxim[oa]s|n?[oa]s próxim[oa]s|dans les(?: prochaines?)?|de[nr] nächsten|le prossime|i prossimi))(?: the next)?\s*$`)
	// comesWithin is something else than an answer that is to come in such a time.
	comesWithin = pattern.Lazy(`(?i)\b(?:deliver\w*|arriv\w*|ship\w*|visits?|pick(?:ed)?[ -]?up|call(?:back|ed)?s?|meet\w*|refund\w*|done|complet\w*|ready|finished|sent|happen\w*|place|starts?|begins?|again|help|service|entreg\w*|lieferung|livr\w*|consegn\w*)(?: to you| for you| you| back)?\s+(?:\pL+\s+){1,6}$`)

	// youHave, with toAnswer after the time, is another way to say that.
	youHave  = pattern.Lazy(`(?i)\b(?:you(?:'ll| will)? have|tienes?|tiene usted|você tem|vous avez|Sie haben)(?: only| up to| hasta| até| nur| seulement| solo)?\s*$`)
	toAnswer = pattern.Lazy(`(?i)^\s*(?:to|para|pour|per|zum|um zu)\s+(?:reply|respond|answer|enter|say|speak|decide|choose|confirm|accept|let us know|contestar|responder|confirmar|elegir|aceptar|répondre|confirmer|antworten|bestätigen|rispondere|confermare)`)

	keepsFor = pattern.Lazy(`(?i)\b(?:hold|holding|held|keep|keeping|kept|reserve|reserving|reserved|guardamos|reservamos|mantenemos|guardaremos|halten|reservieren)\b[^.!?\n]{0,50}\b(?:for|during|por|durante|für)(?: you)?(?: the next| only| up to| at least)?\s*$`)
	orElse   = pattern.Lazy(`(?i)^[^.!?\n]{0,40}[,.!]?\s*\b(?:or (?:else|we(?:['’]ll)?|you(?:['’]ll| will)|your (?:slot|seat|place|order|spot|appointment|booking|reservation|request|ticket))|otherwise|after that|after which|if (?:we|you) (?:do not|don['’]t)|o (?:de lo contrario|perder\pL*|se|cancelar\pL*)|de lo contrario|si no|caso contrário|senão|sinon|passé ce délai|sonst|ansonsten|altrimenti) (?:\pL|['’])+`)
	noAnswer = pattern.Lazy(`(?i)\b(?:did ?n[o']t|have ?n[o']t|not|no|não|keine|pas)\b[^.!?\n]{0,60}\b(?:within|in|for|en|em|durante|dans|depuis)(?: the (?:last|past)| over)?\s*$`)
)
