package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// CannotTakeCall reports whether a text says that nobody can talk to the caller now.
func CannotTakeCall(text string) bool {
	return words.HoldsAny(text, "call", "busy", "available", "free", "help") && cannotTakeCall.MatchString(text)
}

var cannotTakeCall = pattern.Lazy(`(?i)\b(?:(?:cannot|can['’]t|unable to|could not|couldn['’]t) (?:take|answer|connect|complete) (?:your|the) call|` +
	`(?:nobody|no one|no agents?|none of our \pL+) (?:is|are|was) (?:free|available)|(?:all )?(?:our )?(?:agents|lines|representatives|advis[eo]rs|operators) are (?:all |currently |still )?(?:busy|helping|unavailable))\b`)

// SaysUntaken reports whether a text says that nobody takes the call, or is free for it now.
func SaysUntaken(text string) bool {
	return CannotTakeCall(text) || untakenWords.In(text) && untaken.MatchString(text)
}

// SaysAway is SaysUntaken for a text that does not say that somebody is there, and busy.
func SaysAway(text string) bool {
	return SaysUntaken(text) && !words.HoldsAny(text, "busy", "with other", "helping", "ocupad", "besetzt",
		"gespräch", "occup", "en ligne")
}

var (
	untakenWords = words.AnyOf("answer", "pick", "available", "busy", "reach", "contest", "respond", "dispon",
		"ocupad", "nadie", "atend", "ninguém", "répond", "occup", "joign", "personne", "erreich", "besetzt",
		"nimmt", "niemand", "abgenommen", "verfügbar", "im gespräch", "rispond", "libero", "libera", "liberi",
		"nessuno")
	untaken = pattern.Lazy(`(?i)\b(?:(?:nobody|no one) (?:has )?(?:answered|is answering|picked up|took)|` +
		`(?:does|do|did)(?: not|n['’]t) (?:answer|pick up)|(?:is|are)(?:n['’]t| not)? (?:all |both |currently |` +
		`still |now )*(?:not available|unavailable|busy(?: right now)?|with other (?:callers|customers|` +
		`patients))|(?:is|are)(?:n['’]t| not) (?:currently )?available|(?:could not|couldn['’]t|cannot|` +
		`can['’]t) reach` +
		`|no (?:contesta|contestan|contestó|responde|responden|hay nadie|est[áa]n? disponibles?|` +
		`podemos atender\pL*)|(?:est[áa]n?|todas? las líneas est[áa]n) ocupad[oa]s?|nadie (?:contest|pued|` +
		`est)\pL*` +
		`|ne répond(?:ent)? pas|n['’]a pas répondu|(?:n['’]est|ne sont) pas (?:disponibles?|joignables?)|` +
		`(?:est|sont) (?:actuellement |déjà )?(?:occup[ée]+e?s?|indisponibles?|injoignables?|en ligne)|` +
		`personne (?:n['’]|ne )\pL+` +
		`|(?:nicht|niemanden?) (?:zu )?erreich\pL*|niemand (?:erreichbar|da|abgenommen|zu erreichen|frei)|` +
		`nimmt (?:zurzeit |gerade )?niemand ab|antwortet nicht|(?:ist|sind) (?:\pL+ ){0,3}(?:besetzt|` +
		`im gespräch|nicht verfügbar)` +
		`|non rispond(?:e|ono)|nessuno (?:ha rispost|rispond|è )\pL*|non (?:è|sono) disponibil[ei])` +
		`(?:[^\pL]|$)` +
		`|(?:^|[^\pL])(?:(?:è|sono) (?:tutti |al momento )?occupat[oaie]|não (?:atende[m]?|atendeu|responde[m]?|est(?:á|ão) dispon\pL+|conseguimos atend\pL+)|` +
		`est(?:á|ão) (?:todos )?ocupad[oa]s?|ninguém (?:atende|atendeu|pode|está))(?:[^\pL]|$)`)
)
