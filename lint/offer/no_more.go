package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SaysNoMore returns the words with which a text tells a person that no more messages or calls come; "" for none.
func SaysNoMore(text string) string {
	if !noMoreWords.In(text) || ifThen.MatchString(text) {
		return ""
	}
	return saysNoMore.FindString(text)
}

// SpeaksOfLeaving reports whether a text is about how one gets no more messages, gets them again, or why one left.
func SpeaksOfLeaving(text string) bool { return leavingWords.In(text) }

var (
	noMoreWords = words.AnyOf("more", "longer", "unsubscribed", "opted out", "más", "mais", "mehr", "plus", "più", "baja", "descadastr", "removid", "désinscri", "désabonn", "abgemeldet", "disiscritt")
	saysNoMore  = pattern.Lazy(`(?i)\byou (?:will|['’]ll|won['’]t)? ?(?:not |no longer )?(?:receive|get|hear)(?: \w+){0,4} (?:any ?more|no more)(?: (?:messages?|texts?|calls?|reminders?|alerts?))?\b|\byou (?:will not|won['’]t|will no longer) (?:receive|get)(?: \w+){0,2}(?: any)? ?(?:more |further )?(?:\w+ )?(?:messages?|texts?|calls?|reminders?|alerts?)\b` +
		`|\byou (?:are|have been|['’]ve been) (?:now )?(?:unsubscribed|opted out)\b|\bno (?:recibirás?|recibirán) (?:más|ningún) (?:mensajes?|avisos?|llamadas?)|\bya no (?:(?:recibirás|le enviaremos|te enviaremos)\b|recibirá\B)|\b(?:no le|no te) (?:enviaremos|escribiremos|llamaremos) más\b` +
		`|(?:^|\s)não (?:receberá|enviaremos|vai receber) mais\b|\berhalten (?:Sie |wir )?(?:\pL+ ){0,3}keine (?:weiteren )?(?:Nachrichten|Anrufe|SMS)(?: mehr)?|\bkeine (?:\pL+ )?(?:Nachrichten|Anrufe|SMS) mehr\b|\bvous ne recevrez plus\b|\bnon (?:riceverà|riceverai) più\B` +
		`|\b(?:tu es|tu as été|vous êtes|vous avez été) (?:bien |désormais |maintenant )?(?:désinscrit|désabonné)|\b(?:has sido|ha sido|te has|se ha|te hemos|le hemos) dad[oa] de baja\b` +
		`|\bvoc[êe] (?:foi|está) (?:descadastrad|removid)[oa]\b|\b(?:du bist|du wurdest|Sie sind|Sie wurden) (?:\pL+ ){0,3}abgemeldet\b|\bsei stat[oa] disiscritt[oa]\b`)
	ifThen       = pattern.Lazy(`(?i)\b(?:if|unless|until|once|when|reply|text stop|send stop|si|cuando|responda|responde|wenn|falls|sobald|répondez|quando|rispondi)\b`)
	leavingWords = words.AnyOf("unsubscri", "opted out", "opt out", "resubscri", "subscribe again", "start again", "START", "why ", "reason", "feedback", "motivo", "por qué", "por que", "porque", "warum", "grund", "pourquoi", "raison",
		"perché", "goodbye", "bye", "adiós", "hasta luego", "tchau", "wiedersehen", "tschüs", "revoir", "sorry to see", "removed", "abgemeldet", "baja", "désinscri", "descadastr")
)

// NothingDone returns the words with which a text tells a person that nothing was ordered, booked or changed; "" for
// none.
func NothingDone(text string) string {
	if !nothingWords.In(text) {
		return ""
	}
	return nothingDone.FindString(text)
}

var (
	nothingWords = words.AnyOf("nothing", "no change", "no order", "no booking", "not been", "nada", "ningún", "ninguna", "nichts", "rien", "niente", "nulla", "nessun", "nenhum")
	nothingDone  = pattern.Lazy(`(?i)\bnothing (?:has been|was|is|had been) (?:ordered|booked|changed|saved|sent|cancell?ed|reserved|extended|moved|blocked|deleted|updated)\b|\bno (?:changes?|order|booking|reservation) (?:has been|have been|was|were) (?:made|placed|sent|saved)\b` +
		`|\bno se (?:ha )?(?:hizo|hecho|pidió|pedido|reservó|cambió|envió|bloqueó|canceló|guardó) (?:nada|ning[uú]n(?:a)? \pL+)|\bnada (?:se|fue|foi) (?:pedid|reservad|cambiad|alterad|enviad|cancelad|bloquead|salv)[oa]\b|\bnenhuma? (?:pedido|reserva|alteração) foi \pL+` +
		`|\b(?:es )?wurde nichts (?:bestellt|gebucht|geändert|gespeichert|gesendet|storniert|gesperrt)\b|\bnichts (?:bestellt|gebucht|geändert|gespeichert)\b|\brien n['’]a été (?:commandé|réservé|modifié|changé|envoyé|annulé|enregistré)|\b(?:niente|nulla) (?:è stato|è) (?:ordinato|prenotato|cambiato|modificato|inviato)\b`)
)
