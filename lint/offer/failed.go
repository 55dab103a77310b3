package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SaysFailed reports whether a text tells a person that something went wrong or could not be done.
func SaysFailed(text string) bool {
	return words.HoldsAny(text, "wrong", "work", "error", "problem", "could", "unable", "can", "fail", "trouble", "mal", "pudo", "pudimos", "erro", "poss", "consegu", "erreur", "pas", "pu", "fehler", "schief", "nicht", "errado") &&
		failedThen().MatchString(text)
}

var failedThen = pattern.Lazy(`(?i)\b(?:something|it|that|this) (?:has |have )?(?:went|gone|goes) wrong\b|\b(?:did|does|has)(?: not|n['’]t) work(?:ed)?\b|\b(?:a|an|some|our) (?:\w+ )?(?:technical|system|server|unexpected|internal) (?:error|problem|difficult\w+|issue)\b|\btechnical (?:difficult\w+|problem|error)` +
	`|\b(?:an|some) error (?:has )?occurred\b|\b(?:could not|couldn['’]t|unable to|cannot|can['’]t|were not able to|weren['’]t able to|failed to) (?:be )?(?:sav|process|complet|stor|book|plac|send|sent|reach|connect|load|updat|creat|submit|regist)\w*` +
	`|\balgo (?:sali[óo] mal|deu errado)|\b(?:hubo|houve|ocorreu|ocurri[óo]) (?:un|um) (?:error?|problema|erro)\b|\bno (?:lo |la )?(?:pudimos|se pudo|pudo)\b|\bnão (?:foi possível|conseguimos|deu certo)` +
	`|\bune erreur (?:est survenue|s['’]est produite)|\bn['’]avons pas pu\b|\bn['’]a pas (?:fonctionné|abouti)` +
	`|\bschief ?gelaufen\b|\b(?:ein|einen) (?:technischer |technischen |technisches )?(?:fehler|problem)\b|\bnicht (?:geklappt|funktioniert|gespeichert werden|ausgeführt werden)\b`)

// Regrets reports whether a text is sorry about something.
func Regrets(text string) bool {
	return words.HoldsAny(text, "sorry", "unfortunately", "apolog", "lo siento", "lo sentimos", "lamenta", "desculp", "infelizmente", "désol", "malheureusement", "leider", "es tut uns")
}
