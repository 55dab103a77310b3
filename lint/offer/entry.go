package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksForEntry reports whether a sentence of a text begins by asking for something of many figures or letters that
// differs from person to person: a ZIP code, a number, a date, an amount, an address of mail; not for a key.
func AsksForEntry(text string) bool { return entries.Of(text) }

var entries = words.NewMemory(func(text string) bool {
	if AnyKey(text) {
		return false
	}
	for _, form := range entryForms {
		if !form.quick.In(text) {
			continue
		}
		at := form.full.FindStringIndex(text)
		if at == nil {
			continue
		}
		end := at[1]
		for end < len(text) && !strings.ContainsRune(".!?\n", rune(text[end])) {
			end++
		}
		return !notHere.MatchString(text[at[0]:end])
	}
	return false
})

// notHere is what says in a request that it is meant for another place or time.
var notHere = pattern.Lazy(`(?i)\b(?:online|web ?site|app|portal|page|www|when(?:ever)?|later|next time|before|nunca|never|cuando|página|sitio|seite|später)\b`)

// entryForms are the words for such a request by language, each with a quick look.
var entryForms = []struct {
	quick *pattern.Some
	full  *pattern.Expression
}{
	{pattern.AnyOf("enter", "key in", "type", "dial", "input", "say", "speak", "spell", "state", "give", "tell", "provide", "reply", "respond", "send", "text", "what"), entryEnglish},
	{pattern.AnyOf("ngres", "ntrodu", "arque", "ecle", "dig", "ndi", "scrib", "env", "cu", "nform", "nsir", "screv", "qua"), entryIberian},
	{pattern.AnyOf(" sie ", "wie ", "saisi", "ompose", "apez", "ntrez", "ites", "ndi", "nvoy", "quel", "nseri", "digi", "omponga", "dica", "qual", "voer", "toets", "noem", "wat "), entryElse},
}

// entryBid is what stands before a verb that begins a request.
const entryBid = `(?i)(?:^|[.!?:;,¿¡\n]\s*|\b(?:please|then|now|or|kindly|por favor|o|ou|bitte|oder|veuillez|per favore|alstublieft)[, ]+)`

var (
	entryEnglish = pattern.Lazy(entryBid + `(?:enter|key in|type(?: in)?|dial|input|say|speak|spell|state|give|tell|provide|(?:reply|respond) with|text|send|what(?:['’]s| is| are))\b[^.?!\n]{0,40}` +
		`\b(?:zip(?: ?codes?)?|post(?:al )?code|postcode|pin|e-?mail|date|birthday|amount|ssn|social security|id|numbers?|codes?|digits|extension|meter reading)\b`)
	entryIberian = pattern.Lazy(entryBid + `(?:ingres[ea]|introdu(?:zca|ce|za)|marque|teclee|digit[ea]|diga(?:nos)?|dig[ao]|indi(?:que|ca)|escrib[ae]|escreva|env[ií][ae]|informe|insira|tecle|cu[áa]l(?:es)? (?:es|son)|qual [ée])[^.?!\n\pL][^.?!\n]{0,40}` +
		`\b(?:c[óo]digo|cep|n[úu]mero|correo|e-?mail|fecha|data|monto|importe|valor|quantia|nip|pin|senha|cpf|c[ée]dula|dni|d[íi]gitos)\b`)
	entryElse = pattern.Lazy(entryBid + `(?:(?:geben|nennen|sagen|senden|schreiben) sie|wie lautet|(?:saisi(?:ssez|r)|compose[rz]|tape[rz]|entre[rz]|dites|indique[rz]|envoye[rz]|quel(?:le)? est)|(?:inserisca|digiti|componga|dica|indichi|invii|qual è)|(?:voer|toets|noem|wat is))[^.?!\n\pL][^.?!\n]{0,40}` +
		`(?:\b(?:postleitzahl|plz|datum|geburtsdatum|betrag|pin|code|e-?mail(?:-adresse)?|ziffern)\b|\b\pL*nummer\b|\b(?:num[ée]ro|courriel|date|montant|chiffres|codice|cap|numero|data|importo|cifre|postcode|bedrag|pincode|cijfers)\b)`)
)
