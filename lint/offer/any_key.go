package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// KeyOrHold returns what a text says that a key is for, any or one alone, and what it is for to hold the line: "speak to a
// coordinator" and "return to Henry"; "" and "" where it does not say both.
func KeyOrHold(text string) (key, hold string) {
	if !mayHoldLine.In(text) {
		return "", ""
	}
	if key, hold = purposeBy(keyFor, text), purposeBy(holdFor, text); key == "" || hold == "" || key == hold {
		return "", ""
	}
	return key, hold
}

// purposeBy returns what one of the groups of an expression finds.
func purposeBy(expr *pattern.Expression, text string) string {
	m := expr.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(strings.Join(m[1:], ""))
}

var (
	mayHoldLine = pattern.AnyOf("hold", "stay on", "remain on", "wait", "nothing", "línea", "linea", "esper", "aguard", "linha", "patient", "en ligne", "dran", "leitung", "warten", "in linea", "attend")
	keyFor      = pattern.Lazy(`(?i)\b(?:press|push|hit|touch|dial) (?:any (?:key|button|number|digit)|a key|one|pound|star|[0-9#*])(?: on your (?:phone|keypad))?(?: now)? to ([^.!?;,\n]{4,60}?)(?:[.!?;,\n]| or (?:hold|stay|wait|remain|do nothing)|$)` +
		`|\bto ([^.!?;,\n]{4,60}), (?:please )?(?:press|push|hit|touch|dial) (?:any (?:key|button|number|digit)|a key|one|pound|star|[0-9#*])` +
		`|\b(?:presione|oprima|pulse|marque|pressione|aperte|tecle|digite) (?:cualquier|qualquer|una|uma|el|o|a)? ?(?:tecla|botón|botão|número|numero|[0-9#*]) para ([^.!?;,\n]{4,60}?)(?:[.!?;,\n]| ou? (?:espere|aguarde|permanezca|permaneça)|$)` +
		`|\bpara ([^.!?;,\n]{4,60}), (?:presione|oprima|pulse|marque|pressione|aperte|tecle|digite) (?:cualquier|qualquer|una|uma|el|o|a)? ?(?:tecla|botón|botão|número|numero|[0-9#*])` +
		`|\bappuyez sur (?:n['’]importe quelle touche|une touche|le [0-9]|la touche [0-9]) pour ([^.!?;,\n]{4,60}?)(?:[.!?;,\n]| ou (?:restez|patientez|attendez)|$)` +
		`|\bdrücken sie (?:eine beliebige taste|irgendeine taste|eine taste|die [0-9])(?: der tastatur)?, um ([^.!?;,\n]{4,60}?)(?:[.!?;,\n]|$)` +
		`|\bprema (?:un tasto qualsiasi|un qualsiasi tasto|qualsiasi tasto|un tasto|il tasto [0-9]|[0-9]) per ([^.!?;,\n]{4,60}?)(?:[.!?;,\n]| o (?:attenda|resti|rimanga)|$)`)
	holdFor = pattern.Lazy(`(?i)\b(?:hold(?: on| the line)?|(?:stay|remain) on the line|wait(?: on the line)?|do nothing)(?: \w+ly)? to ([^.!?;,\n]{4,60})` +
		`|\bto ([^.!?;,\n]{4,60}), (?:please |simply |just |you can )*(?:hold|(?:stay|remain) on the line|wait|do nothing)\b` +
		`|\b(?:espere|aguarde|permanezca|permaneça)(?: en (?:la )?línea| na linha)? para ([^.!?;,\n]{4,60})` +
		`|\bpara ([^.!?;,\n]{4,60}), (?:por favor,? )?(?:espere|aguarde|permanezca|permaneça)\b` +
		`|\b(?:restez en ligne|patientez|attendez) pour ([^.!?;,\n]{4,60})|\bpour ([^.!?;,\n]{4,60}), (?:restez en ligne|patientez|attendez)\b` +
		`|\b(?:bleiben sie (?:einfach |bitte )?(?:dran|in der leitung)|warten sie(?: einfach)?), um ([^.!?;,\n]{4,60})|\bum ([^.!?;,\n]{4,60}), (?:bleiben sie (?:einfach |bitte )?(?:dran|in der leitung)|warten sie)` +
		`|\b(?:attenda|resti|rimanga)(?: in linea)? per ([^.!?;,\n]{4,60})|\bper ([^.!?;,\n]{4,60}), (?:attenda|resti|rimanga)\b`)
)
