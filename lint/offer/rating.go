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
