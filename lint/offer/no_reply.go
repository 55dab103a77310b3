package offer

import "studiolint/lint/pattern"

// NeedsNoReply reports whether a text says that no answer to it is expected.
func NeedsNoReply(text string) bool { return needsNoReply.MatchString(text) }

var needsNoReply = pattern.Lazy(`(?i)\bno (?:reply|response|answer) (?:is )?(?:needed|required|necessary|expected)\b|\b(?:no need|(?:do not|don['’]t) (?:need|have)) to (?:reply|respond|answer)\b` +
	`|\bno (?:hace falta|es necesario|necesita|tiene que) (?:que )?(?:responda|responder|conteste|contestar)\b|\bnão (?:é (?:preciso|necessário)|precisa) responder\b` +
	`|\b(?:pas besoin|inutile) de (?:nous )?répondre\b|\b(?:keine antwort (?:nötig|erforderlich|notwendig)|(?:sie müssen|du musst) (?:darauf )?nicht antworten)\b` +
	`|\bnon (?:serve|occorre|è necessario) rispondere\b|\b(?:geen (?:reactie|antwoord) nodig|u hoeft niet te (?:reageren|antwoorden))\b`)
