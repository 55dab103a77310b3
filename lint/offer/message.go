package offer

import "studiolint/lint/words"

// MaySpeakOfMessage reports whether a text may tell a caller that there is a message to be left.
func MaySpeakOfMessage(text string) bool {
	return words.HoldsAny(text, "messag", "mail", "beep", "tone", "record", "leave", "say", "speak", "tell", "state", "describe", "name",
		"mensaj", "tono", "grab", "deje", "diga", "hable", "nombre", "mensag", "recado", "sinal", "bip", "deix", "fale", "nome", "nachricht", "ton", "sprech", "sag", "hinterlass", "laiss", "parle", "dites", "nom", "lasci", "parli")
}

// TellsOfMessage reports whether a text tells of a message that was left as of somebody else's: "new
// voicemail from …".
func TellsOfMessage(text string) bool {
	return words.HoldsAny(text, "new voicemail", "new message", "new voice", "voicemail from", "message from", "left a ", "has left", "caller", "nuevo mensaje", "mensaje de voz de", "mensaje de {", "neue nachricht", "nachricht von", "nouveau message", "message de {", "nova mensagem", "mensagem de {") &&
		!words.HoldsAny(text, "your", "you ", "tu mensaje", "su mensaje", "ihre", "votre")
}
