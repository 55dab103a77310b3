package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// BidsEnter reports whether a sentence of a text begins by telling a caller to enter or to say something of
// which it names what: "Enter your PIN."; not "press any key", nor where one may as well wait.
func BidsEnter(text string) bool { return bids.Of(text) }

var bids = words.NewMemory(func(text string) bool {
	return words.HoldsAny(text, "enter", "key in", "type in", "say ", "speak ", "state ", "ngres", "ntrodu", "arque ", "eclee ", "diga ", "igite ", "nsira ", "nform", "aisissez", "ntrez ", "omposez ", "ites ", "geben sie", "sagen sie", "nennen sie") &&
		bidding.MatchString(text) && !OffersRest(text) && !Elsewhere(text)
})

var bidding = pattern.Lazy(`(?i)(?:^|[.!?:;,\n]\s*|\b(?:please|then|now|and|por favor|bitte)[, ]+)` +
	`(?:(?:enter|key in|type in|say|speak|state|ingrese|introduzca|marque|teclee|diga|digite|insira|informe|saisissez|entrez|composez|dites)\s+(?:(?:in|us|now)\s+)?(?:your|the|an?|su|el|la|un|una|o|a|seu|sua|votre|le|\d|random|pin\b|otp\b|zip|account|member|order|code)|(?:geben|sagen|nennen) sie (?:bitte )?(?:Ihre?n?|die|den|das|eine?n?)\b)`)
