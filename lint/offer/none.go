package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TellsOfNone reports whether a text tells a person that there is none of something, whatever it is, and speaks of no
// trouble, nor of who could help: "there is no delivery for this number".
func TellsOfNone(text string) bool {
	return noneWords.In(text) && tellsOfNone.MatchString(text) &&
		!Troubled(text) && !SaysFailed(text) && !nobodyThere.MatchString(text)
}

var (
	noneWords   = words.AnyOf("no ", "nothing", "none", "hay ", "kein", "nicht", "aucun", "rien", "pas de", "não ", "nenhum", "nessun", "non ")
	tellsOfNone = pattern.Lazy(`(?i)\b(?:there (?:is|are)|you (?:currently )?(?:have|owe)|we (?:currently )?(?:have|found|see|show)) (?:currently |still )?(?:no|nothing|none)\b|\bnothing (?:is )?(?:pending|due|open|scheduled|found|waiting|booked|owed)\b|\bno (?:\w+ ){1,3}(?:is|are|was|were) (?:pending|due|open|found|scheduled|booked|on its way|waiting)\b` +
		`|\bno (?:hay|tienes?|tenemos|existen?) (?:ning[uú]n[oa]?s?|nada|\pL+)\b|\bning[uú]n[oa]? \pL+ (?:pendiente|abiert|registrad|programad|activ)` +
		`|(?:^|\s)não (?:há|tem|temos|existem?|consta[m]?) \pL+|\bnenhuma? \pL+ (?:pendente|em aberto|ativ|agendad|registrad)` +
		`|\b(?:liegen?|gibt es|besteh(?:t|en)|(?:ist|sind) (?:für \pL+ )?|haben (?:Sie|wir)|hast du)(?: \pL+){0,3} (?:kein(?:e[nr]?)?|nichts)\b|\bkeine? \pL+ (?:offen|vorhanden|gebucht|hinterlegt|unterwegs)\b` +
		`|\b(?:il n['’]y a|vous n['’]avez|nous n['’]avons)(?: \pL+)? (?:aucune?|pas de|rien)\b|\baucune? (?:\pL+ ){1,2}(?:n['’]est|en cours|prévue?|en attente)\b` +
		`|\b(?:non (?:ci sono|ha|hai|risultano|abbiamo)|non c['’]è) (?:\pL+ )?\pL+|\bnessun[oa']? ?\pL+ (?:in (?:corso|attesa)|prenotat|attiv)`)
	nobodyThere = pattern.Lazy(`(?i)\b(?:no|kein(?:e[nr]?)?|aucune?|hay|há|nessun[oa]?|non ci sono|nenhuma?) (?:(?:\pL+ )?(?:agents?|operators?|representatives?|advis[eo]rs?|staff|one|body|agentes?|asesor(?:es)?|operador(?:es)?|atendentes?|mitarbeiter\pL*|berater\pL*|conseillers?|opérateurs?|operator[ei]|servicio|sistema|conexión|problem\pL*|system\pL*|service|connection|verbindung))\b`)
)
