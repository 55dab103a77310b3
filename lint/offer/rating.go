package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksRating reports whether a text asks how satisfied a person is, by the numbers of a scale.
func AsksRating(text string) bool {
	return ratingWords.In(text) && asksRating.MatchString(text)
}

var (
	ratingWords = pattern.AnyOf("scale", "rate", "rating", "likely", "happy", "satisf", "zufrieden", "content", "soddisf", "tevreden", "escala", "califi", "valor", "punt", "avali", "satisfe", "note", "skala", "bewert", "recom", "gost", "gust")
	asksRating  = pattern.Lazy(`(?i)(?:\bscale (?:of|from)|\brate\b|\brating\b|how (?:happy|satisfied|likely)|zufrieden|bewerte|satisfait|satisfech|satisfeit|soddisfatt|tevreden|contento|contente|califi|valora|avali|gostou|gust[óo])[^.!\n]*(?:[0-5]\b[^.!\n]{0,40}(?:5|10)\b|[?])`)
)

// ScaleFromBad reports whether a text that asks for a rating does not say that its small numbers are the good ones, as those of
// German schools are.
func ScaleFromBad(text string) bool {
	return words.Tongue(text) != "de" && !scaleFromGood.MatchString(text)
}

var scaleFromGood = pattern.Lazy(`(?i)\b1[ ]?(?:\(|=|-|:|is|being|means|meaning|for|es|é|est)[ ]?(?:the |el |la |le |o |a )?(?:best|excellent|very good|very satisfied|very happy|great|highest|top|mejor|excelente|muy|melhor|muito bo|meilleur|très|perfect)`)

// ScaleEnds returns the numbers that a question says are for the good and the bad end of its scale: 5 and 1 where "1 is very
// dissatisfied and 5 is very satisfied"; false where it does not say both.
func ScaleEnds(text string) (good, bad string, ok bool) {
	if !moodWords.In(text) {
		return "", "", false
	}
	for _, m := range scaleEnd.FindAllStringSubmatch(text, -1) {
		end := &good
		switch words.Mood(m[2]) {
		case 0:
			continue
		case -1:
			end = &bad
		}
		if *end != "" {
			return "", "", false // each number has its own word
		}
		*end = m[1]
	}
	return good, bad, good != "" && bad != "" && good != bad
}

// Sympathizes reports whether a text is sorry for what a person has lived through, and not that an answer was wrong.
func Sympathizes(text string) bool { return feelings.In(text) && regret.MatchString(text) }

// Rejoices reports whether a text is glad of what a person says.
func Rejoices(text string) bool { return feelings.In(text) && joy.MatchString(text) }

var (
	moodWords = pattern.AnyOf("satisf", "happy", "bad", "worst", "poor", "terribl", "awful", "disappoint", "unlikely", "content", "mal", "pesim", "pésim", "péssim", "mauvais", "zufrieden", "schlecht", "soddisf", "tevreden", "slecht", "peor", "pior", "ruim")
	scaleEnd  = pattern.Lazy(`(?i)\b(10|[0-9])(?: ?[=:(–-] ?|[)"”]? (?:is|are|being|means?|meaning|for|as|es|significa|para|é|est|signifie|pour|ist|bedeutet|steht für|heißt|für|è|per|betekent|voor) )([\pL'’]+(?: [\pL'’]+){0,4})`)
	feelings  = pattern.AnyOf("sorry", "sad", "disappoint", "apolog", "lament", "sentim", "leid", "désol", "desol", "dispiace", "jammer", "glad", "happy", "pleas", "delight", "thrill", "great", "wonderful", "awesome", "aleg", "encanta", "que b", "qué b", "feliz", "felices", "felizes",
		"conten", "freu", "ravi", "heureu", "felici", "lieti", "fijn", "blij", "spijt")
	regret = pattern.Lazy(`(?i)\b(?:sorry|sad|saddened|disappointed) (?:to (?:hear|learn|read|know)|(?:that )?(?:you|your|we|this|it) |about |for (?:your|the|this|that))|\bapologi[sz]e (?:for (?:your|the|this|any)|that)|\b(?:lamentamos|lamento|sentimos|siento|sentimos muito)(?: \pL+)? (?:que|o[ií]r|escuchar|saber|ouvir|su|tu|tal|lo ocurrido|isso)\b` +
		`|\btut (?:uns|mir) (?:sehr )?leid\b|\bdésolée?s? (?:d['’]apprendre|d['’]entendre|que|de)\b|\b(?:ci|mi) dispiace (?:che|sapere|sentire|per)\b|\bspijt (?:ons|me)\b|\bjammer (?:dat|om)\b`)
	joy = pattern.Lazy(`(?i)\b(?:glad|happy|pleased|delighted|thrilled|great|wonderful|awesome) (?:to (?:hear|know|read|learn)|(?:that )?you (?:are|were|had|enjoyed|liked|like)\b)|\b(?:nos|me) (?:alegr|encanta|complace)|\bnos (?:da|dá) gusto|\bqu[eé] (?:bueno|bien|bom|ótimo|alegr[ií]a)\b` +
		`|\b(?:ficamos|estamos) (?:muito )?(?:felizes|contentes)\b|\bfreut (?:uns|mich)\b|\bfreuen uns\b|\b(?:ravie?s?|contente?s?|heureu(?:x|se)s?) (?:que|de l['’]|d['’](?:apprendre|entendre)|de (?:vous|lire|savoir))|\b(?:siamo|sono) (?:\pL+ )?(?:felic[ei]|content[ei]|liet[ei])\b|\b(?:fijn|blij) (?:om|dat|te)\b`)
)
