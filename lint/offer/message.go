package offer

import (
	"slices"
	"strings"
	"unicode"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// MaySpeakOfMessage reports whether a text may tell a caller that there is a message to be left: what is
// written in other letters than ours may.
func MaySpeakOfMessage(text string) bool {
	return maySpeakOfMessage.In(text) || strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
}

var maySpeakOfMessage = pattern.AnyOf("messag", "mail", "beep", "tone", "record", "leave", "say", "speak", "tell", "state", "describe", "name",
	"mensaj", "tono", "grab", "deje", "diga", "hable", "nombre", "mensag", "recado", "sinal", "bip", "deix", "fale", "nome", "nachricht", "ton", "sprech", "sag", "hinterlass", "laiss", "parle", "dites", "nom", "lasci", "parli",
	"bericht", "spreek", "inspre", "toon", "piep", "naam", "signal", "segnal", "pitido", "cuent", "cuént", "raccont", "erzähl",
	"meddel", "tala ", "pipet", "besked", "melding", "viesti", "wiadomo", "mesaj")

// TellsOfMessage reports whether a text tells of a message that was left as of somebody else's: "new
// voicemail from …".
func TellsOfMessage(text string) bool {
	return words.HoldsAny(text, "new voicemail", "new message", "new voice", "voicemail from", "message from",
		"left a ", "has left", "caller", "nuevo mensaje", "mensaje de voz de", "mensaje de {", "neue nachricht",
		"nachricht von", "nouveau message", "message de {", "nova mensagem", "mensagem de {") &&
		!words.HoldsAny(text, "your", "you ", "tu mensaje", "su mensaje", "ihre", "votre")
}

// SpeaksOfBeep reports whether a text speaks of the tone after which a caller is to speak: of one that comes, not
// "without a beep".
func SpeaksOfBeep(text string) bool { return beep.MatchString(text) && !noBeep.MatchString(text) }

var (
	beep   = pattern.Lazy(`(?i)\b(?:beep|tone|pip|tono|señal|signalton|piepton|bip|pieptoon|piep|pitido)\b`)
	noBeep = pattern.Lazy(`(?i)\b(?:no|not|never|without|don['’]t|won['’]t|isn['’]t|sin|sans|pas|aucun|kein|keinen|ohne|sem|não|senza|non|zonder|geen)\b(?:[ ,]+[\pL'’]+){0,4} (?:beep|tone|pip|tono|señal|signalton|piepton|bip|pieptoon|piep|pitido)\b`)
)

// SpeaksOfLength returns how many seconds a text says that a message may have, and the words that
// do; "" when
// it says nothing of it, or several things.
func SpeaksOfLength(text string) (seconds int, said string) {
	if !words.HoldsAny(text, "econd", "minut", "egundo", "unden") {
		return 0, ""
	}
	all := lengths.FindAllStringSubmatchIndex(text, -1)
	if len(all) != 1 {
		return 0, ""
	}
	m := all[0]
	before, after := text[:m[0]], text[m[1]:]
	if isMoment(before, after) || !ofRecording.MatchString(clauseAround(before, after)) {
		return 0, ""
	}
	seconds = Count(text[m[2]:m[3]])
	if strings.HasPrefix(strings.ToLower(text[m[4]:m[5]]), "min") {
		seconds *= 60
	}
	return seconds, text[m[0]:m[1]]
}

// isMoment reports whether what stands around a time makes of it when, or how often, something comes: within five
// minutes, every five minutes, five minutes later.
func isMoment(before, after string) bool {
	word, _ := lastWord(before)
	n := letters(strings.TrimLeft(after, space))
	next := strings.ToLower(strings.TrimLeft(after, space)[:n])
	return slices.Contains(momentsBefore, strings.ToLower(word)) || slices.Contains(momentsAfter, next)
}

var (
	momentsBefore = []string{
		"every", "within", "in", "about", "after", "each", "than", "next", "cada", "dentro", "en", "tras", "alle", "innerhalb", "binnen", "nach", "toutes", "dans", "sous",
		"après", "entro", "ogni", "tra", "fra", "dopo", "em", "após", "elke", "na",
	}
	momentsAfter = []string{"of", "later", "ago", "early", "delay", "late", "away", "más", "después", "später", "vorher", "dopo", "tard", "mais", "depois"}
)

// clauseAround is the part of a sentence in which a place stands.
func clauseAround(before, after string) string {
	const between = ".!?;:\n"
	before = before[strings.LastIndexAny(before, between)+1:]
	if i := strings.IndexAny(after, between); i >= 0 {
		after = after[:i]
	}
	return before + " … " + after
}

// ofRecording is what a clause has that tells how long a message may be.
var ofRecording = pattern.Lazy(`(?i)\b(?:messag|mensa|mensaj|nachricht|bericht|messagg|record|grab|grav|aufnahme|aufzeichn|enregistr|registr|opnam|inspre|spreek|speak|talk|say|tell|describe|leave|hable|diga|deje|cuent|fale|deix|sprech|sag|hinterlass|parle|dites|laiss|parli|dica|lasci|recado|voicemail|you have|you['’]ve|up to|at most|maximum|max|no more|no longer|limit|tiene|hasta|máximo|tem|até|sie haben|maximal|höchstens|vous avez|jusqu|ha |fino|massimo|u hebt|u heeft|hooguit|long|beep|tone|tono|señal|sinal|ton|signal|bip|piep|toon)`)

var lengths = pattern.Lazy(`(?i)\b(\d{1,3}|one|two|three|four|five|ten)[\s-]*(seconds?|minutes?|segundos?|minutos?|sekunden|minuten?)\b`)

// SpeaksOfMessage reports whether a prompt says that something is sent.
func SpeaksOfMessage(text string) bool { return offersMessage.MatchString(text) }

var offersMessage = pattern.Lazy(`(?i)\b(?:text|sms|e-?mail|link|send|sent|whats ?app|mensaje|enviar\w*|enlace|mensagem|nachricht|senden|lien|envoy\w+)\b`)

// AsksForMessage reports whether what a text asks a caller to leave is a message, and not a name alone.
func AsksForMessage(text string) bool {
	return words.HoldsAny(text, "message", "mensaje", "mensagem", "recado", "nachricht", "messaggio", "bericht") &&
		!words.HoldsAny(text, "say your name", "only your name", "just your name", "name only", "short message",
			"brief")
}

// BidsMessage reports whether a text tells a caller to leave a message, whether it names a beep or not.
func BidsMessage(text string) bool { return bidsMessage.MatchString(text) && AsksForMessage(text) }

var bidsMessage = pattern.Lazy(`(?i)\b(?:leave|record|deje|deja|grabe|graba|deixe|deixa|grave|hinterlassen|sprechen|laissez|enregistrez|lasci|lasciate|registri|laat|spreek)\b[^.!?\n]{0,60}(?:messag|mensaje|mensagem|recado|nachricht|bericht)`)
