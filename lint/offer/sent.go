package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// sentWording says that a message in writing went to the person a moment ago: "we have sent you a text", "te hemos enviado
// un enlace".
var sentWording = wording{
	quick: pattern.AnyOf("sent ", "texted", "mailed", "enviado", "enviamos", "enviar", "mandado", "mandamos", "mandar", "envoyé", "adressé", "gesendet", "geschickt", "gesandt", "zugeschickt", "zugesandt", "inviato", "mandato"),
	said: []*pattern.Expression{
		pattern.Lazy(`(?i)\b(?:we|I)(?: have|['’]ve)?(?: just| also| now| already)? (?:(?:texted|e-?mailed) (?:it to )?you\b|sent you (?:an?|the|our|your) (?:[\w'’-]+ ){0,4}?` + inWriting + `)`),
		pattern.Lazy(`(?i)\b(?:an?|the) (?:[\w'’-]+ ){0,3}?` + inWriting + `(?: (?:with|containing|to) (?:[\w'’-]+ ){1,6}?)? ?(?:has|was)(?: just| now)? (?:been )?(?:sent|texted|e-?mailed) to (?:you|your)\b`),
		pattern.Lazy(`(?i)\b(?:(?:le|te|se le|se te) (?:hemos|ha|he|acabamos de)|acabamos de)(?: ya)? (?:enviado|mandado|enviar(?:le|te)?|mandar(?:le|te)?) (?:un|una|el|la|su|tu) (?:[\pL-]+ ){0,3}?` + inSpanish +
			`|\bhemos enviado (?:un|una|el|la) (?:[\pL-]+ ){0,3}?` + inSpanish + `(?: [\pL-]+){0,4} a (?:su|tu) (?:celular|m[óo]vil|tel[ée]fono|n[úu]mero|correo)`),
		pattern.Lazy(`(?i)\b(?:acabamos de (?:lhe |te )?enviar|(?:lhe |te )?enviamos|mandamos)(?: para (?:o )?seu (?:\pL+ )?)? ?(?:um|uma|o|a) (?:[\pL-]+ ){0,3}?(?:mensagem|sms|e-?mail|link|código|torpedo|whatsapp)\b`),
		pattern.Lazy(`(?i)\b(?:nous (?:vous|t['’]) ?avons|je vous ai)(?: bien)? (?:envoyé|adressé) (?:un|une|le|la|votre) (?:[\pL-]+ ){0,3}?(?:sms|texto|messages?|e-?mail|mail|courriel|lien|code)\b|\b(?:un|une) (?:sms|texto|message|e-?mail|mail|courriel|lien|code) vous a (?:bien )?été (?:envoyé|adressé)`),
		pattern.Lazy(`(?i)\b(?:wir haben|ich habe) (?:Ihnen|dir|euch)(?: \pL+){0,3}? (?:eine|einen|die|den) (?:[\pL-]+ ){0,2}?(?:sms|e-?mail|mail|nachricht|textnachricht|link|code)\b[^.!?]{0,60}?\b(?:gesendet|geschickt|gesandt|zugeschickt|zugesandt)\b`),
		pattern.Lazy(`(?i)\b(?:le|ti|vi) abbiamo (?:appena )?(?:inviato|mandato) (?:un|una|il|la) (?:[\pL-]+ ){0,3}?(?:sms|messaggio|e-?mail|mail|link|codice)\b`),
	},
	no: pattern.Lazy(`(?i)\b(?:if|not|never|unless|once|when|earlier|before|yesterday|last|previous(?:ly)?|reply|si|nicht|no|não|pas|non|ayer|ontem|hier|gestern|wenn|falls|quando|se a)\b|n['’]t\b|\?`),
}

const (
	inWriting = `(?:text|texts|sms|e-?mail|message|link|whatsapp)\b`
	inSpanish = `(?:mensaje|sms|correo|enlace|link|liga|whatsapp|c[óo]digo)\b`
)

// ByMail reports whether what is said to have been sent is an e-mail, which no message of a flow is.
func ByMail(said string) bool { return byMailWords.In(said) }

var byMailWords = words.AnyOf("mail", "correo", "courriel")

// MaySend reports whether a name, an address or a text speaks of messages, codes or links that somebody gets by what it
// belongs to.
func MaySend(text string) bool { return sendingWords.In(text) }

var sendingWords = words.AnyOf("send", "sms", "mail", "text", "notif", "messag", "mensa", "nachricht", "whats", "remind", "confirm", "otp", "passcode", "onetime", "link", "envia", "envio", "envoi", "schick",
	"invia", "manda", "correo", "verif", "webhook", "hook", "zap", "alert", "push", "invite", "broadcast", "deliver", "twilio", "publish", "enqueue")

// MaySpeakOfMailbox reports whether a text may speak of a message that a caller leaves, or of a machine that takes it.
func MaySpeakOfMailbox(text string) bool { return mailboxWords.In(text) }

var mailboxWords = words.AnyOf("messag", "mailbox", "voicemail", "voice mail", "record", "beep", "tone", "mensaj", "buz", "grab", "mensag", "caixa postal", "correio de voz", "recado", "nachricht", "anrufbeantworter", "mailbox", "messagerie",
	"répondeur", "segreteria", "unavailable", "busy", "ocupad", "nobody", "no one", "closed", "after hours")
