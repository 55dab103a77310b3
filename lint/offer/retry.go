package offer

import "studiolint/lint/pattern"

// IsAnotherTry reports whether a question tells that it is asked once more.
func IsAnotherTry(text string) bool { return anotherTry.MatchString(text) }

var anotherTry = pattern.Lazy(`(?i)\b(?:again|retry|re-?enter|invalid|incorrect|wrong|sorry|not|try|attempts?|otra vez|de nuevo|nuevamente|inválid[oa]|incorrect[oa]|intent[eo]s?|novamente|erneut|nochmal|ungültig|versuche?|nouveau|essa(?:i|yer?)|invalide)\b|n['’]t\b`)

// GoesOnUnanswered reports whether a question says itself that it goes on without an answer: "or wait 10
// minutes, and we send it".
func GoesOnUnanswered(text string) bool { return orWait.MatchString(text) }

var orWait = pattern.Lazy(`(?i)\b(?:or|o|ou|oder)\s+(?:just\s+|simply\s+)?(?:wait|espere|espera|aguarde|attendez|warten)\b|\bif (?:you do not|you don['’]t|we do not|we don['’]t) (?:reply|answer|respond|hear)\b`)
