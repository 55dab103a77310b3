package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksForPicture reports whether a text asks to send a picture.
func AsksForPicture(text string) bool {
	return words.HoldsAny(text, "photo", "foto", "picture", "image", "imagen", "imagem", "selfie", "screenshot", "bild") &&
		picture().MatchString(text)
}

var picture = pattern.Lazy(`(?i)\b(?:send|attach|upload|share|submit|text|reply with|take an?|env[ií][ae]|manda|mande|envie|adjunt[ae]|anexe|envoyez|joignez|senden|schicken|schick)\b[^.!?\n]{0,50}\b(?:photos?|fotos?|pictures?|images?|im[áa]gen|imagem|selfie|screenshot|bild)\b`)

// AsksForPictures reports whether a text asks for several pictures, or for any number of them.
func AsksForPictures(text string) bool {
	return words.HoldsAny(text, "photos", "fotos", "pictures", "images", "imágenes", "imagenes", "imagens", "bilder", "screenshots", "selfies", "both sides", "front and back")
}

// IsPicture reports whether a thing that is to be sent is a picture.
func IsPicture(thing string) bool {
	return words.HoldsAny(thing, "photo", "foto", "picture", "image", "bild")
}
