package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// KeepsUntil reports whether a text says that something is kept for the person until they answer, or for a while: that
// it was asked for before is meant.
func KeepsUntil(text string) bool {
	return words.HoldsAny(text, "hold", "held", "keep", "kept", "until", "for you", "halten", "reservier",
		"vorgemerkt", "guarda", "reserva", "apart", "gard", "réserv", "manten", "segura", "teniamo", "riserva") &&
		keptUntil.MatchString(text)
}

var keptUntil = pattern.Lazy(`(?i)\b(?:(?:we|i)(?:['’]re|['’]ll|['’]ve| are| will| have)?|(?:is|are|has been|been)) (?:\w+ )?(?:hold(?:ing)?|held|keep(?:ing)?|kept|reserv(?:e|ed|ing)|set aside|put aside)\b` +
	`|\buntil you (?:reply|answer|confirm|decide)\b|\b(?:halten|reservieren) wir\b|\bwir (?:halten|reservieren)\b|\b(?:vorgemerkt|reserviert)\b` +
	`|\b(?:guardamos|reservamos|apartamos|mantenemos|mantemos|seguramos)\b|\b(?:gardons|réservons)\b|\b(?:teniamo|riserviamo)\b`)
