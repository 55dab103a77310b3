package offer

import "studiolint/lint/pattern"

// MissesOwn reports whether a text tells that something of one's own cannot be found, and not what the person asks for:
// "Our book is nowhere to be found".
func MissesOwn(text string) bool { return missesOwn.MatchString(text) }

var missesOwn = pattern.Lazy(`(?i)\b(?:our|notre|nos|unsere?|nuestr[oa]s?|noss[oa]s?|(?:il |la )?nostr[oa]|onze?) \pL+ (?:is|was|are|cannot|can['’]t|could|remains|reste|est|sont|ist|bleibt|sind|está|no (?:se|está)|não|é|non|rimane|è|blijft)\s[^.!?\n]{0,30}(?:found|introuvable|auffindbar|zu finden|encuentr|encontrad|trova|reperibil|vinden)`)
