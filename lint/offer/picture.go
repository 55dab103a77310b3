package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksForPicture reports whether a text asks to send a picture.
func AsksForPicture(text string) bool {
	return words.HoldsAny(text, "photo", "foto", "picture", "image", "imagen", "imagem", "selfie", "screenshot", "bild", "pic ") && picture().MatchString(text) && !ourPicture().MatchString(text)
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

// AsksForFile reports whether a text asks to send a picture, or a document, and not the number or the name of one.
func AsksForFile(text string) bool {
	return AsksForPicture(text) || fileWords.In(text) && document().MatchString(text)
}

var document = pattern.Lazy(`(?i)\b(?:send|attach|upload|share|submit|env[ií][ae]|manda|mande|envie|adjunt[ae]|anexe|envoyez|joignez|senden|schicken|schick|invi[ai]|alleg(?:a|hi))\b[^.!?\n]{0,50}\b(?:pdf|documents?|files?|scan|attachments?|archivos?|ficheros?|arquivos?|datei(?:en)?|fichiers?|allegat[oi])\b` +
	`(?:$|[^\pL\pN\s]|\s+(?:of|for|as|with|from|in|to|here|now|de|del?|do|da|con|como|als|mit|von|der|du|con|come)\b)`)

// MayBeWords reports whether a text that asks for a picture leaves it to people to write instead, or beside it.
func MayBeWords(text string) bool { return mayBeWords().MatchString(text) }

var mayBeWords = pattern.Lazy(`(?i)\b(?:or|and|o|y|ou|e|oder|und|et)\b[^.!?\n]{0,40}(?:\b(?:describe|write|type|tell|text|message|comment|reply|answer|escrib|describ|cuent|mensaje|escrev|descrev|mensagem|beschreib|schreib|erzähl|nachricht|décri|message|scriv|descriv)|\Bécri)|\b(?:caption|skip|if you (?:have|can)|optional|si tiene|wenn sie|falls)`)
