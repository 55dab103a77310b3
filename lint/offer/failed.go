package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SaysFailed reports whether a text tells a person that something went wrong or could not be done.
func SaysFailed(text string) bool {
	return words.HoldsAny(text, "wrong", "work", "error", "problem", "could", "unable", "can", "fail", "trouble",
		"mal", "pudo", "pudimos", "erro", "poss", "consegu", "erreur", "pas", "pu", "fehler", "schief", "nicht",
		"errado", "down", "difficult", "unavailable", "konnte", "teniendo", "stort", "verificat", "rencontr") &&
		failedThen.MatchString(text)
}

var failedThen = pattern.Lazy(`(?i)\b(?:something|it|that|this) (?:has |have )?(?:went|gone|goes) wrong\b|\b(?:did|does|has)(?: not|n['’]t) work(?:ed)?\b|\b(?:a|an|some|our) (?:\w+ )?(?:technical|system|server|unexpected|internal) (?:error|problem|difficult\w+|issue)\b|\btechnical (?:difficult\w+|problem|error)` +
	`|\b(?:an|some) error (?:has )?occurred\b|\b(?:could not|couldn['’]t|unable to|cannot|can['’]t|were not able to|weren['’]t able to|failed to) (?:be )?(?:sav|process|complet|stor|book|plac|send|sent|reach|connect|load|updat|creat|submit|regist)\w*` +
	`|\b(?:we(?:['’]re| are)|i['’]m|i am) (?:currently |still |now )?(?:experiencing|having) (?:\w+ )?(?:difficult|trouble|problem|issue)\w*|(?:^|[.!;:,\n] *|sorry,? |but )there (?:was|has been) (?:an?|some) (?:\w+ )?(?:error|problem|issue)\b|\b(?:system|service|server)s? (?:is|are) (?:\w+ )?(?:down|unavailable|not available)\b` +
	`|\b(?:teniendo|tenemos|tendo|temos) (?:\pL+ )?(?:problemas|dificultades|dificuldades|fallas|falhas)\b|\b(?:si è verificato|c['’]è stato) un (?:\pL+ )?(?:errore|problema)\b|\bqualcosa è andato storto\b|\brencontrons (?:un|des) (?:problème|difficult)` +
	`|\bkonnten? [^.!?\n]{0,40}\bnicht (?:speichern|senden|verarbeiten|buchen|gespeichert|gesendet|verarbeitet|gebucht)\b` +
	`|\balgo (?:sali[óo] mal|deu errado)|\b(?:hubo|houve|ocorreu|ocurri[óo]) (?:un|um) (?:error?|problema|erro)\b|\bno (?:lo |la )?(?:pudimos|se pudo|pudo)\b|\bnão (?:foi possível|conseguimos|deu certo)` +
	`|\bune erreur (?:est survenue|s['’]est produite)|\bn['’]avons pas pu\b|\bn['’]a pas (?:fonctionné|abouti)` +
	`|\bschief ?gelaufen\b|\b(?:ist|sind|gab es|gibt es|trat|hatten|haben wir)(?: \pL+){0,2} (?:ein|einen) (?:technischer |technischen |technisches )?(?:fehler|problem)\b|\bnicht (?:geklappt|funktioniert|gespeichert werden|ausgeführt werden)\b`)

// Regrets reports whether a text is sorry about something.
func Regrets(text string) bool {
	return words.HoldsAny(text, "sorry", "unfortunately", "apolog", "lo siento", "lo sentimos", "lamenta", "desculp",
		"infelizmente", "désol", "malheureusement", "leider", "es tut uns", "sentimos", "dispiace", "scus")
}

// FailsInPassing reports whether a text says in a clause with if or since that something failed: that it did not is
// what it tells.
func FailsInPassing(text string) bool { return clauseFailed.MatchString(text) }

var clauseFailed = pattern.Lazy(`(?i)\b(?:if|as|since|because|wenn|falls|weil|da|si)\s[^.!?;]{0,60}(?:\b(?:not|cannot|unable|failed|fails|wrong|nicht|no|não|non|pas)\b|n['’]t\b)`)
