package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksForPicture reports whether a text asks to send a picture.
func AsksForPicture(text string) bool {
	return words.HoldsAny(text, "photo", "foto", "picture", "image", "imagen", "imagem", "selfie", "screenshot", "bild", "pic ") && picture.MatchString(text) && !ourPicture.MatchString(text)
}

// ourPicture is how a text promises a picture.
var ourPicture = pattern.Lazy(`(?i)\b(?:we|i)(?:['’]ll| will| can)? (?:send|text|share) you\b`)

var picture = pattern.Lazy(`(?i)\b(?:send|attach|upload|share|submit|text|reply with|take an?|env[ií][ae]|m[áa]nd[ae](?:nos|me)?|envie|env[íi][ae](?:nos|me)|envoyer|invi[ai]|inviare|mandi|adjunt[ae]|anexe|envoyez|joignez|senden|schicken|schick)\b[^.!?\n]{0,50}\b(?:photos?|fotos?|pictures?|images?|im[áa]gen|imagem|selfie|screenshot|bild|pics?|immagine)\b`)

// AsksForPictures reports whether a text asks for several pictures, or for any number of them.
func AsksForPictures(text string) bool {
	return words.HoldsAny(text, "photos", "fotos", "pictures", "images", "imágenes", "imagenes", "imagens", "bilder", "screenshots", "selfies", "both sides", "front and back")
}

// IsPicture reports whether a thing that is to be sent is a picture.
func IsPicture(thing string) bool {
	return words.HoldsAny(thing, "photo", "foto", "picture", "image", "bild")
}

var fileWords = words.AnyOf("pdf", "document", "file", "scan", "attachment", "archivo", "fichero", "arquivo", "datei", "fichier", "allegat")

// AsksForFile reports whether a text asks to send a picture, or a document, here, and not the number or the name of
// one.
func AsksForFile(text string) bool {
	return (AsksForPicture(text) || fileWords.In(text) && document.MatchString(text)) && !sentElsewhere.MatchString(text)
}

// sentElsewhere is how a text asks for a picture or a document by mail, at an address or at another number, or for none
// at all.
var sentElsewhere = pattern.Lazy(`(?i)[\pL\d._-]@[\pL\d]|https?:|www\.|(?:\b(?:to|an|al?|au|para|per|unter|under)|\Bà)` +
	` (?:\pL+ ){0,3}(?:\+|\(?\d{2})|\b(?:(?:by|via|through|per|por|par|via|tramite) (?:e-?mail|mail|post|` +
	`fax|correo|courriel|whatsapp|portal|app)|e-?mail(?:ed)? (?:us|it|them|the|your|a)|(?:our|the)` +
	` (?:web ?site|portal|app|e-?mail)|(?:on|at|through) (?:our|the) (?:page|site)|to (?:the|our|this|` +
	`that|another|a different) (?:number|address|e-?mail))\b|\b(?:no|not|never|don['’]?t|without|cannot|` +
	`can['’]?t|keine?n?|nicht|nunca|não|nao|ne|pas|aucune?|non|nessun[ao]?) (?:\pL+ ){0,3}?(?:send|` +
	`attach|upload|share|photos?|fotos?|pictures?|images?|im[áa]gen(?:es)?|imagens?|bild(?:er)?|files?|` +
	`documents?|attachments?|pdfs?|archivos?|arquivos?|dateien?|fichiers?|env[ií][ae]r?|envi[ae]s?|` +
	`envoyez|senden|schicken|immagin[ei])\b`)

// AsksForFileAlone reports whether a picture or a document itself is what a text asks to send: nothing that is written
// on it, of it or beside it, no word that brings one, and nothing that is done with it elsewhere.
func AsksForFileAlone(text string) bool {
	return AsksForFile(text) && !besideFile.In(text) && !leavesWords(text) && fileAlone.MatchString(text) && len(In(text)) == 0
}

// besideFile are words for what can be written of a picture, or for other places than the chat.
var besideFile = words.AnyOf("number", "nummer", "mero", "title", "titel", "titul", "titre", "titol", "name", "nombre", "nome", "nom ", "link", "http", "www.", "code", "kode",
	"digo", "codice", "word", "wort", "palabra", "palavra", "mot ", "parola", "text of", "text for", "the text", "date ", "datum", "fecha", "descri", "beschreib", "reading", "stand ", "page", "seite", "site",
	"portal", " app", "mail", "yourself", "yours", "when done", "when you", "once ", "done", "after", "then ", "erlaub", "darf", "may we", "can we", "size", "how many", "which")

const sendVerb = `\b(?:send|attach|upload|share|submit|text|reply with|take|env[ií][ae]|m[áa]nd[ae]|envie|envoyez|envoyer|joignez|adjunt[ae]|anexe|senden|schicken|schick|sende|invi[ai]|inviare|mandi|alleghi)` +
	`(?:[ -]?(?:sie|us|me|here|in|back|over|it|to us|uns|mir|bitte|hier|nos|me|nous|moi|ci|aqui|ici|please)\b|[ -]?aquí\B)*\s+`

const fileNoun = `(?:photos?|fotos?|pictures?|images?|im[áa]gen|imagem|selfie|screenshot|bild|pics?|immagine|pdf|documents?|documento|files?|scan|attachments?|archivo|fichero|arquivo|datei|fichier|allegato)`

var fileAlone = pattern.Lazy(`(?i)` + sendVerb + `(?:(?:an?|your|the|one|some|this|eine?n?|ihre?n?|deine?n?|das|die|der|den|une?|votre|ton|ta|la|le|el|su|tu|una?|uma?|o|a|il|uno|sua|suo)\s+(?:[\pL-]+\s+){0,2}` +
	`|[^.!?,;:\n]{1,40}\b(?:as an?|as|als|en|como|comme|come|in)\s+)` + fileNoun +
	`(?:$|[.!?,;:)\n]|\s+(?:of|for|showing|here|now|to us|with|so|from|de|del|do|da|du|des?|von|vom|der|ihre[rs]?|deine[rs]?|please|aqui|hier|ici|back|dell[ao]|per)\b|\s+aquí\B)`)

var document = pattern.Lazy(`(?i)\b(?:send|attach|upload|share|submit|env[ií][ae]|manda|mande|envie|adjunt[ae]|anexe|envoyez|joignez|senden|schicken|schick|invi[ai]|alleg(?:a|hi))\b[^.!?\n]{0,50}\b(?:pdf|documents?|files?|scan|attachments?|archivos?|ficheros?|arquivos?|datei(?:en)?|fichiers?|allegat[oi])\b` +
	`(?:$|[^\pL\pN\s]|\s+(?:of|for|as|with|from|in|to|here|now|de|del?|do|da|con|como|als|mit|von|der|du|con|come)\b)`)

// leavesWords reports whether a text that asks for a picture leaves it to people to write instead, or beside it.
func leavesWords(text string) bool { return mayBeWords.MatchString(text) }

var mayBeWords = pattern.Lazy(`(?i)\b(?:or|and|o|y|ou|e|oder|und|et)\b[^.!?\n]{0,40}(?:\b(?:describe|write|type|tell|text|message|comment|reply|answer|escrib|describ|cuent|mensaje|escrev|descrev|mensagem|beschreib|schreib|erzähl|nachricht|décri|message|scriv|descriv)|\Bécri)|\b(?:caption|skip|if you (?:have|can)|optional|si tiene|wenn sie|falls)`)
