package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// How people are told in several languages that something is sent to them, besides messages: links and codes.
var (
	sendsToYou = pattern.Lazy(`(?i)\b(?:(?:we|I)(?:['’]ll| will)(?: also| then| now| soon| shortly)? (?:send|text|e-?mail)|(?:we['’]re|we are|I['’]m|I am)(?: now| just| also)? (?:sending|texting|e-?mailing)) (?:you (?:an?|the|our|your) (?:[\w-]+ ){0,2}` + sendable +
		`|(?:an?|the|our|your|it|this|them)(?: [\w-]+){0,4} to your (?:phone|mobile|cell|e-?mail|inbox)\b)`)
	sentToYou    = pattern.Lazy(`(?i)\b(?:an?|your|the) (?:[\w-]+ ){0,2}(?:link|code|confirmation|receipt|directions) (?:will|is going to) be (?:sent|texted|e-?mailed) (?:to (?:you\b|your (?:phone|mobile|cell|e-?mail|inbox))|by (?:text|sms|e-?mail))`)
	sendsRomance = pattern.Lazy(`(?i)\b(?:le|te|les) (?:llegará|enviaremos|mandaremos|estamos enviando|vamos a (?:enviar|mandar)|voy a (?:enviar|mandar)|envío|mando) (?:un|una|el|la|su|tu) (?:[\pL-]+ ){0,2}(?:recordatorio|mensaje|sms|correo|confirmaci[óo]n|enlace|link|liga|c[óo]digo|whatsapp)\b` +
		`|\b(?:(?:vamos|vou) (?:te |lhe )?(?:enviar|mandar)|enviaremos|você vai receber) (?:um|uma|o|a|seu|sua) (?:[\pL-]+ ){0,2}(?:lembrete|mensagem|sms|e-?mail|confirmação|link|código)(?:[^\pL]|$)` +
		`|\b(?:vous allez recevoir|vous recevrez|nous vous (?:enverrons|envoyons|enverrons)) (?:un|une|le|la|votre) (?:[\pL-]+ ){0,2}(?:rappel|message|sms|e-?mail|mail|courriel|confirmation|lien|code)\b|\b(?:un|une|le|la|votre) (?:[\pL-]+ ){0,2}(?:rappel|message|sms|e-?mail|mail|courriel|confirmation|lien|code) vous ser(?:a|ont) (?:envoyée?|adressée?|transmise?)` +
		`|\b(?:(?:le|ti|vi) (?:invieremo|manderemo|invio|mando|stiamo inviando)|riceverà|riceverai) (?:un ?['’]?|una |il |la )(?:[\pL-]+ ){0,2}(?:promemoria|messaggio|sms|e-?mail|conferma|link|codice)\b`)
	sendsGermanic = pattern.Lazy(`(?i)\b(?:Sie|du) (?:bekommen|erhalten|bekommst|erhältst) (?:\pL+ ){0,3}(?:eine?n?|den|die|Ihren?) (?:[\pL-]+ ){0,2}(?:erinnerung|nachricht|sms|e-?mail|bestätigung|link|code)\b|\bwir (?:senden|schicken) (?:Ihnen|dir) (?:\pL+ ){0,2}(?:eine?n?|den|die) (?:[\pL-]+ ){0,2}(?:link|code)\b` +
		`|\b(?:eine?|der|die|Ihre?) (?:[\pL-]+ ){0,2}(?:erinnerung|nachricht|sms|e-?mail|bestätigung|link|code) wird (?:Ihnen|dir) (?:[\pL-]+ ){0,4}(?:zu)?(?:gesendet|geschickt|gesandt)\b` +
		`|\b(?:we|wij|ik) (?:sturen|stuur|mailen|mail) (?:u|je|jou) (?:\pL+ ){0,2}(?:een|de|het|uw|je) (?:[\pL-]+ ){0,2}(?:sms|bericht|e-?mail|mail|link|code|bevestiging|herinnering)\b|\b(?:u|je) (?:ontvangt|krijgt) (?:\pL+ ){0,3}een (?:[\pL-]+ ){0,2}(?:sms|bericht|e-?mail|mail|link|code|bevestiging|herinnering)\b`)
)

// sendable is what is sent to people by message.
const sendable = `(?:reminder|text|sms|message|e-?mail|confirmation|notification|receipt|link|code|directions)\b`

// IsLinkOrCode reports whether what is promised is a link or a code, which the text that promises it may hold.
func IsLinkOrCode(said string) bool { return linkOrCode.In(said) }

var linkOrCode = words.AnyOf("link", "code", "enlace", "liga", "código", "codigo", "lien", "codice")
