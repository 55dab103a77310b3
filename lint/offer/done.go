package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
)

// SaysDone reports whether a text tells a person in any words that something has been done, and of
// nothing that went wrong: "your callback has been scheduled", "we have created your ticket".
func SaysDone(text string) bool {
	return !strings.Contains(text, "?") && didThat.MatchString(text) && !undone.MatchString(text) && !notDone.MatchString(text)
}

var (
	didThat = pattern.Lazy(`(?i)(?:^|[.!?,]\s*|\b(?:great|thanks|perfect|ok(?:ay)?)\b[.!, ]*)(?:all (?:set|done)|done|you['’]re all set|listo|hecho|pronto|feito|c['’]est fait|erledigt|fatto)\b ?[.!,]|\b(?:you are|you['’]re) (?:now )?(?:all set|signed up|good to go)\b|\bwe['’]ve got your (?:order|request|booking|details|message)\b` +
		`|\b(?:payment|booking|registration|order|request) (?:was|is) successful\b|\b(?:is|are) on (?:its|the|their) way\b|\best[áa] en camino\b|\bse ha (?:guardado|registrado|creado|enviado|actualizado|cancelado|reservado|confirmado)\b|\bqued(?:ó|a|aron|an) (?:\pL+ )?(?:guard|registr|agend|confirm|cancel|bloque|reserv|program|anul|envi|activ|desactiv|elimin|paus|actualiz|cambi)ad[oa]s?\b|\bcon éxito\b` +
		`|\brecebemos (?:o |a )?(?:seu|sua)\b|\bfoi (?:feit|conclu[íi]d|realizad)[oa]\b|\bcom sucesso\b` +
		`|\best (?:bien |maintenant )?(?:confirm|enregistr|annul|réserv|valid|modifi)ée?s?(?:[\s.!,]|$)` +
		`|\b(?:ist|sind) (?:nun |jetzt |hiermit )?(?:abgesagt|bestätigt|gebucht|erfasst|angemeldet|registriert|notiert|reserviert|storniert|gekündigt|gesperrt|verlängert|verschoben)\b|\bwurden? (?:\pL+ ){0,3}(?:aufgenommen|abgesagt|erfasst|notiert|reserviert|weitergeleitet)\b|\bwar(?:en)? erfolgreich\b|\berfolgreich (?:gebucht|angemeldet|gesendet|abgeschlossen)\b` +
		`|(?:^|\s)è (?:stat[oa] )?(?:confermat|registrat|prenotat|cancellat|salvat|inviat|ricevut|aggiornat)[oa]\b|(?:^|\s)è avvenut[oa] con successo\b|\babbiamo (?:ricevuto|registrato|salvato|cancellato|confermato|prenotato)\b` +
		`|\b(?:(?:has|have) (?:now |just |already |also |successfully )?been|was|were|is|are|we have|we['’]ve|you['’]re|i have|i['’]ve|successfully)(?: (?:now|just|already|also|successfully|all))? ` +
		`(?:scheduled|saved|registered|created|received|recorded|sent|updated|changed|added|cancell?ed|unsubscribed|booked|submitted|stored|placed|confirmed|completed|enrolled|subscribed|processed|transferred|connected|rescheduled|blocked|deleted|removed|activated|deactivated|paused|extended|ordered)\b` +
		`|^\W*success\b|\b(?:ha sido|han sido|fue|fueron|qued[óo]|est[áa])(?: \pL+)? (?:guard|registr|cre|envi|actualiz|cambi|agreg|cancel|reserv|program|agend|confirm)ad[oa]s?\b|\b(?:ha sido|fue) (?:recibid|añadid)[oa]s?\b|\bhemos (?:guardado|registrado|creado|recibido|enviado|actualizado|cancelado|reservado|programado)\b` +
		`|\b(?:foi|foram|está) (?:salv|registrad|criad|recebid|enviad|atualizad|alterad|adicionad|cancelad|reservad|agendad|confirmad)\pL*` +
		`|\b(?:a|ont|avons) (?:bien )?(?:été )?(?:bien )?(?:enregistr|cré|modifi|ajout|annul|réserv|confirm)ée?s?(?:[\s.!,]|$)|\b(?:a|avons) (?:bien )?(?:été )?(?:bien )?(?:reçue?s?|mis(?:es?)? à jour)\b` +
		`|\b(?:wurden?|ist|sind|haben) (?:\pL+ ){0,4}(?:gespeichert|registriert|angelegt|empfangen|erhalten|gesendet|aktualisiert|geändert|hinzugefügt|storniert|gebucht|bestätigt|eingegangen)\b`)
	notDone = pattern.Lazy(`(?i)(?:\Béchec\b|\b(?:(?:no|non|not|n['’]t|none|nothing|if|when|once|until|before|unless|will|` +
		`whether|please|try|but|however|wrong|issue|calls? (?:is|are|may be)|something|failure|` +
		`unsuccessful\pL*|already|disconnected|pero|cuando|si|intente|vuelva|favor|desculpe|mas|quando|tente|` +
		`pas|erreur|désolée|si|mais|veuillez|nicht|leider|kein\pL*|fehl\pL*|wenn|sobald|aber|bitte|falla|` +
		`disculpe|falha|falhou|problème)\b|fall(?:o\b|ó\B)|désolé\B))`)
)

// SaysYouAre reports whether a text tells a person that something was done for them: "you are upgraded".
func SaysYouAre(text string) bool { return youAreDone.MatchString(text) }

var youAreDone = pattern.Lazy(`(?i)\byou(?: are|['’]re| have been) (?:now )?[a-z]{3,}ed[.!,]`)

// SaysDoneBeside reports whether a sentence of a text tells a person that something has been done, whatever others say
// of what comes then, and none speaks of what went wrong: "your visit is cancelled. We will text you".
func SaysDoneBeside(text string) bool {
	if !didThat.MatchString(text) || undone.MatchString(text) || strings.Contains(text, "?") || strings.Contains(text, "{%") {
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(text, endsSentence), func(sentence string) bool {
		return didThat.MatchString(sentence) && !notDone.MatchString(sentence)
	})
}

func endsSentence(r rune) bool { return r == '.' || r == '!' || r == '\n' }
