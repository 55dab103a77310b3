package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TransfersNow returns where a text ends with saying that the call is put through now, in bytes; 0, 0
// where it does not.
func TransfersNow(text string) (start, end int) {
	if !words.HoldsAny(text, "now", "ahora", "agora", "jetzt", "maintenant") {
		return 0, 0
	}
	if m := transfersNow.FindStringSubmatchIndex(text); m != nil {
		return m[2], m[3]
	}
	return 0, 0
}

var transfersNow = pattern.Lazy(`(?i)(\b(?:(?:forwarding|connecting|transferring) (?:you|your call)(?: [^.!?\n]{0,40})? now|now (?:forwarding|connecting|transferring) (?:you|your call)[^.!?\n]{0,40}|(?:transfiriendo|conectando) (?:su|tu|la) llamada ahora|(?:transferindo|conectando) (?:sua|a) (?:ligação|chamada) agora|(?:wir|ich) verbinden? Sie jetzt))[.!…\s]*$`)

// BelongsToTransfer reports whether a text is one of those that come while a call is put through: to
// wait, that it is recorded, or that it is put through.
func BelongsToTransfer(text string) bool { return text == "" || besidesTransfer.MatchString(text) }

var besidesTransfer = pattern.Lazy(`(?i)\b(?:hold|wait|moment|momento|patien\pL*|record\pL*|monitor\pL*|quality|calidad|qualidade|connect\pL*|transfer\pL*|forward\pL*|line|queue|next available|espere|aguarde|grab\pL*|grav\pL*|warten|aufgezeichnet|patientez|enregistr\pL*|sorry|unavailable|closed|unable)\b`)
