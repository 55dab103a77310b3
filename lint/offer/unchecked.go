package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SaysUnchecked reports whether a text says that something could not be checked: whoever goes on after it does so on
// purpose.
func SaysUnchecked(text string) bool {
	return words.HoldsAny(text, "check", "verif", "validat", "prüf", "comprobar", "vérif", "controll") && unchecked.MatchString(text)
}

var unchecked = pattern.Lazy(`(?i)(?:\b(?:cannot|could not|unable to|not able to)|\b(?:can|could)n?['’]t)(?: \w+){0,2} (?:check|verif|validat)\w*` +
	`|\bnicht (?:\pL+ ){0,2}(?:über)?prüfen\b|\b(?:no|não) (?:\pL+ ){0,3}(?:comprobar|verificar|validar)\b` +
	`|\b(?:pas|impossible de) (?:\pL+ )?vérifier\b|\bnon (?:\pL+ ){0,2}(?:verificare|controllare)\b`)
