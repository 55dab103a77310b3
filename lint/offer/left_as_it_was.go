package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// LeftAsItWas reports whether a text tells a person that nothing was done, or that all is as before: "we have not
// changed anything", "your booking stays as it is".
func LeftAsItWas(text string) bool {
	return !strings.Contains(text, "?") &&
		(NothingDone(text) != "" || asItWasWords.In(text) && asItWas.MatchString(text))
}

var (
	asItWasWords = words.AnyOf("not ", "n't", "n’t", "as it", "as before", "unchanged", "nothing", "kept", "keep",
		"remain", "still", "no se ", "no hemos", "sigue", "mantien", "nada", "não", "contin", "mantid", "mantém",
		"nicht", "nichts", "bleib", "weiterhin",
		"rien", "aucun", "pas ", "reste", "toujours", "conserv", "non ", "niente", "rimane", "resta")
	asItWas = pattern.Lazy(`(?i)\b(?:we )?(?:have|has)(?: not|n['’]t) (?:been )?(?:changed|cancell?ed|booked|` +
		`blocked|deleted|ordered|moved|sent|charged|made|done|touched|removed|closed)\b|\b(?:was|were|is|` +
		`are)(?: not|n['’]t) (?:changed|cancell?ed|booked|blocked|deleted|ordered|moved|charged|removed|closed|` +
		`touched)\b|\bnothing (?:changes|changed|was done|has been done)\b` +
		`|\b(?:stays?|remains?|leave[sd]?|left) (?:it |everything |all )?(?:just |exactly )?(?:as (?:it|` +
		`they) (?:is|was|are|were)|as before|unchanged|active|booked|in place|open)\b|\b(?:is|are|has been|` +
		`have been) (?:still (?:active|booked|confirmed|in place|open)|unchanged|kept)\b|` +
		`\bwe (?:have )?kept (?:it|your)\b` +
		`|\bno (?:se ha|se han|hemos) \pL+(?:ad|id|uest|ech|ert|ot)o (?:nada|ning[uú]n|ninguna|su|la|el|tu)\b|` +
		`\bno (?:se ha|se han|ha sido) (?:cambi|cancel|bloque|anul|reserv|elimin|borr|envi|cobr|modific|` +
		`realiz)ad[oa]s?\b|\b(?:sigue|siguen|se mantiene|se mantienen|queda) (?:igual|activ[oa]s?|` +
		`vigentes?|como estaba|sin cambios|en pie)\b|\bno (?:hemos|se ha) (?:hecho|cambiado) (?:nada|` +
		`ningún)\b` +
		`|(?:^|[^\pL])não (?:foi|fizemos|alteramos|cancelamos|bloqueamos) (?:\pL+ )?(?:nenhuma?|nada|cancelad|` +
		`bloquead|alterad|su|a sua|o seu)|\b(?:continua|permanece|foi mantid)[oa]?m? (?:ativ[oa]|como está|` +
		`marcad[oa]|agendad[oa]|válid[oa]|igual)?|\bnada (?:mudou|foi)\b` +
		`|\bwir haben (?:nichts|\pL+ \pL+ nicht) \pL+\b|\bbleib(?:t|en) (?:\pL+ )?(?:wie|unverändert|bestehen|` +
		`aktiv|gültig|gebucht)|\bwurden? nicht (?:gesperrt|storniert|gebucht|geändert|gelöscht|gekündigt|` +
		`verschoben)\b|\bes wurde (?:nichts|keine?) \pL+` +
		`|\bn['’]avons (?:rien|pas) \pL+|\b(?:reste|restent|est|sont) (?:inchangée?s?|maintenue?s?|` +
		`tels? quels?|actives?|actifs?|en place|conservée?s?)(?:[\s.!,]|$)|\bn['’]a (?:pas )?été (?:annul|` +
		`modifi|bloqu|chang|supprim|réserv)|\brien n['’](?:a )?(?:chang|été)` +
		`|\bnon (?:abbiamo|è stat[oa]) (?:\pL+ )?(?:nulla|niente|annullat|modificat|bloccat|cambiat|cancellat)|` +
		`\b(?:rimane|resta) (?:\pL+ )?(?:com['’]è|com['’]era|invariat[oa]|attiv[oa]|valid[oa])`)
)

// Otherwise reports whether an answer is offered for whatever the one before it is not for, by its purpose: "if not",
// "otherwise".
func Otherwise(purpose string) bool { return elseOnly.MatchString(purpose) }

var elseOnly = pattern.Lazy(`(?i)^\W*(?:and |or |y |o |e |ou |et |und |oder )?(?:if (?:not|it is not|` +
	`it isn['’]t|that is not so)|otherwise|else|si no|de lo contrario|en caso contrario|caso contrário|senão|` +
	`se não|wenn nicht|falls nicht|andernfalls|ansonsten|sonst|sinon|dans le cas contraire|altrimenti|` +
	`in caso contrario|se no)\W*(?:please|then)?\W*$`)
