package offer

import "studiolint/lint/pattern"

// SaysRecorded returns the words by which a text tells a caller that the call is recorded; "" when it does not.
func SaysRecorded(text string) string {
	if !maySayRecorded.In(text) {
		return ""
	}
	return saysRecorded.FindString(text)
}

var maySayRecorded = pattern.AnyOf("record", "grab", "grav", "aufgezeichnet", "enregistr")

var saysRecorded = pattern.Lazy(`(?i)\b(?:(?:this|your|the) call (?:is|will be|is being) (?:monitored (?:and|or) )?recorded|(?:all )?calls (?:are|will be) (?:monitored (?:and|or) )?recorded|(?:we|I) (?:will )?record (?:this|your|all) calls?` +
	`|(?:esta|su|la) llamada (?:est[áa] siendo|ser[áa]) grabada|(?:esta|sua|a) (?:ligação|chamada) (?:está sendo|será) gravada|(?:dieses gespräch|dieser anruf|das gespräch) wird (?:zu [\pL ]{3,40} )?aufgezeichnet|(?:cet|votre) appel (?:est|sera) enregistré)`)
