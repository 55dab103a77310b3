package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TellsToWrite reports whether a text tells a person to write something.
func TellsToWrite(text string) bool { return tellsToWrite.MatchString(text) }

var tellsToWrite = pattern.Lazy(`(?i)(?:\b(?:reply|respond|send|text|type|write|responda|responde|escrib[ae]|escreva|conteste|contesta|env[ií][ae]|digit[ae]|répondez|envoyez|tapez|antworten|schreiben|rispond[ai]|scriv[ai])|\Bécrivez)\b`)

// AsksAnything reports whether a text may ask for something, in whatever words.
func AsksAnything(text string) bool { return asks.MatchString(text) }

var asks = pattern.Lazy(`(?i)[?？؟]|(?:\Bécrivez\b|\b(?:(?:reply|respond|answer|send|text|type|enter|write|tell|say|choose|select|pick|please|let (?:us|me) know|what|which|how|who|when|where|responda|responde|escrib[ae]|env[ií][ae]|elij[ae]|por favor|que|cuál|antworten|schreiben|bitte|répondez|envoyez)\b|qué\B))`)

// OffersRest reports whether a prompt offers something for all other answers.
func OffersRest(text string) bool { return restOffers.Of(text) }

var restOffers = words.NewMemory(func(text string) bool { return offersRest.MatchString(text) })

var offersRest = pattern.Lazy(`(?i)\b(?:any(?:thing)?|whatever|else|others?|otherwise|wait|hold|cualquier|otr[oa]s?|espere|sonst|anderes?|autres?|qualquer|outr[oa]s?|altr[oiae])\b`)

// OffersRestToStay reports whether a prompt offers something for all other answers than to hang up.
func OffersRestToStay(text string) bool {
	if !OffersRest(text) {
		return false
	}
	for text != "" {
		end := strings.IndexAny(text, ".!?") + 1
		if end == 0 {
			end = len(text)
		}
		if sentence := text[:end]; offersRest.MatchString(sentence) &&
			!words.HoldsAny(sentence, "hang up", "colgar", "cuelgue", "desligar", "desligue", "legen sie", "auflegen", "raccroch", "riagganc", "riattacc") {
			return true
		}
		text = text[end:]
	}
	return false
}

// EndsAsking reports whether the last sentence of a text asks the person for something.
func EndsAsking(text string) bool {
	text = strings.TrimRight(text, " \n\t\"'”»)")
	if !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, "？") {
		return false
	}
	last := text[strings.LastIndexAny(text[:len(text)-1], ".!?¿\n")+1:]
	return words.HoldsAny(last, "you", "anything else", "usted", "algo más", "desea", "puedo", "ayud", "você", "ajud", "sie ", "ihnen", "vous") &&
		!words.HoldsAny(last, "did you know", "why not", "sabía", "wussten")
}

// SeemsToAsk reports whether a text has a sign of asking for an answer.
func SeemsToAsk(text string) bool { return asksSomething.MatchString(text) }

var asksSomething = pattern.Lazy(`[?？؟]|(?i)\b(reply|answer|enter|type|provide|share|tell|send|let us know)\b`)

// AsksWho reports whether the answer to a question may tell who a person is.
func AsksWho(text string) bool {
	return words.HoldsAny(text, "name", "mail", "phone", "number", "account", "code", "birth", "policy", "order",
		"member", "ident", "ticket", "nombre", "correo", "tel", "mero", "cuenta",
		"digo", "cpf", "dni", "rut", "dula", "docum", "nome", "conta", "numm", "konto", "kunden", "nom ", "compte",
		"who ", "id?", " id", "_id", "ssn", "address", "direcc", "endere", "adresse", "addr")
}
