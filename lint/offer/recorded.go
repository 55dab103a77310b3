package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// SaysRecorded returns the words by which a text tells a caller that the call is recorded; "" when it does not.
func SaysRecorded(text string) string {
	if !maySayRecorded.In(text) {
		return ""
	}
	return saysRecorded.FindString(text)
}

// SpeaksOfRecording reports whether a text has a word for recordings, or for listening in, other than for what the
// caller is to record, and for what is known: "record your message", "our records".
func SpeaksOfRecording(text string) bool {
	if strings.Contains(text, "録音") || strings.Contains(text, "录音") || strings.Contains(text, "녹음") {
		return true
	}
	return ofRecordings.In(text) && ofRecordings.In(otherRecords.ReplaceAllString(text, ""))
}

var otherRecords = pattern.Lazy(`(?i)\b(?:re-?)?record(?:ing)? (?:your|a|an|another|the)(?: [\pL-]+){0,2} (?:message|voice ?mail|greeting|name|answer|response|question|request)` +
	`|\b(?:start|stop|finish|end|done|finished) (?:with )?(?:the |your )?recording\b|\brecorded message|\b(?:our|your|medical) records\b|\b(?:on|no) record\b` +
	`|\bgrab(?:e|a|ar|ando) (?:su|tu|un|el)(?: \pL+)? mensaje|\bgrav(?:e|ar|ando) (?:sua|a|uma)(?: \pL+)? mensagem|\benregistre[rz] (?:votre|un)(?: \pL+)? message` +
	`|\bnachricht (?:\pL+ ){0,3}auf(?:nehmen|zeichnen)`)

var ofRecordings = pattern.AnyOf("record", "monitor", "grab", "grav", "aufzeichn", "aufgezeichnet", "aufnehm", "mitschn", "enregistr", "registra", "opgenomen", "training purposes", "quality", "calidad", "qualidade", "qualit")

var maySayRecorded = pattern.AnyOf("record", "grab", "grav", "aufgezeichnet", "enregistr")

var saysRecorded = pattern.Lazy(`(?i)\b(?:(?:this|your|the) call (?:is|will be|is being) (?:monitored (?:and|or) )?recorded|(?:all )?calls (?:are|will be) (?:monitored (?:and|or) )?recorded|(?:we|I) (?:will )?record (?:this|your|all) calls?` +
	`|(?:esta|su|la) llamada (?:est[áa] siendo|ser[áa]) grabada|(?:esta|sua|a) (?:ligação|chamada) (?:está sendo|será) gravada|(?:dieses gespräch|dieser anruf|das gespräch) wird (?:zu [\pL ]{3,40} )?aufgezeichnet|(?:cet|votre) appel (?:est|sera) enregistré)`)

// SaysLineRecorded reports whether a text says of one of its choices that it is recorded: "that line is recorded".
func SaysLineRecorded(text string) bool {
	return maySayRecorded.In(text) && lineRecorded.MatchString(text)
}

var lineRecorded = pattern.Lazy(`(?i)\b(?:that|this|which|the) (?:line|number|desk|team|department)?\s?(?:is|are|will be) (?:always )?recorded|\b(?:line|desk|team|department) is recorded|diese leitung wird aufgezeichnet|esa línea se graba|cette ligne est enregistrée`)
