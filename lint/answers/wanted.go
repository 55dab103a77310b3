package answers

import (
	"strings"

	"studiolint/lint/offer"
	"studiolint/lint/pattern"
	"studiolint/schemas"
)

// Wanted reports whether a text asks for an answer that matters, and not for any sign of life.
func Wanted(text string) bool {
	offers := offer.In(text)
	return len(offers) > 1 || offer.AsksForFile(text) || len(offer.Range(text)) > 0 || len(offers) == 1 && binds(&offers[0]) ||
		len(offers) == 0 && (question.MatchString(text) || requested(text) || offer.AsksUnmarked(text) ||
			offer.FreeSpeech(text))
}

// requested reports whether a text asks a person to send or to tell something here, and not to an
// address that it names.
func requested(text string) bool {
	at := request.FindStringIndex(text)
	if at == nil {
		return false
	}
	line, _, _ := strings.Cut(text[at[0]:], "\n")
	return !strings.Contains(line, "@") && !strings.Contains(line, "http") && !strings.Contains(line, "www.")
}

// binds reports whether a word is the only one that is offered, and for something that not any
// reply should do: "reply YES to confirm it". Twilio itself acts on some.
func binds(o *offer.Offer) bool {
	k := schemas.KeywordOf(o.Answer)
	if len(o.Answer) < 2 || k != nil && !k.Menu && (k.Plain || k.Effect != schemas.KeywordOptIn) {
		return false
	}
	return binding.MatchString(o.Purpose())
}

var binding = pattern.Lazy(`(?i)\b(?:confirm|accept|agree|consent|cancel|buy|order|purchase|pay|book|reserve|delete|subscribe|unsubscribe|enroll?|sign up|approve|authori[sz]e|confirmar|aceptar|aceitar|cancelar|comprar|pagar|reservar|agendar|autorizar|best[äa]tigen|akzeptieren|zustimmen|stornieren|kaufen|buchen|confirmer|accepter|annuler|acheter|réserver|confermare|accettare|annullare|prenotare|bevestigen|annuleren)\b`)

var (
	question = pattern.Lazy(`[?？؟](\s|$|["')])`)
	request  = pattern.Lazy(`(?i)\b(?:(?:(?:choose|select|pick) (?:an?|one|your|the)\b[^.?!\n]{0,15}\b(?:options?|choice|number|` +
		`topic|service|item)\b|(?:enter|type|provide|share|give|tell|state|say|reply with|send)` +
		`\b[^.?!\n]{0,20}\byour|leave (?:us )?(?:a|your) (?:message|comment|feedback)|d[eé]ja(?:nos)? (?:un|` +
		`tu|su) (?:mensaje|comentario)|deje (?:un|su) (?:mensaje|comentario)|deixe (?:uma|sua) mensagem|` +
		`laissez (?:un|votre) message|(?:envi[ea]|env[ií]en?os|mand[ea]|cont[ea]|inform[ea]|descrev[ae]|` +
		`escrev[ae]|insir[ae]|digit[ae]|indi(?:que|ca)|escrib[ae]|ingres[ea]|descri[bv][ae])` +
		`\b[^.?!\n]{0,15}\b(?:seus?|suas?|sus?|tus?)|(?:envoyez|indiquez|saisissez|décrivez)` +
		`\b[^.?!\n]{0,20}\b(?:votre|vos)|(?:senden|schicken|schreiben|nennen|beschreiben|schildern)` +
		` sie\b[^.?!\n]{0,20}\bihren?|(?:inviaci|scrivici|scriva|indichi|invii)\b[^.?!\n]{0,20}\b(?:suo|sua|` +
		`tuo|tua))\b|(?:elij[ae]|elige|seleccion[ae]|escolha|selecione) (?:una?|uma) op(?:c\b|ç\B)|` +
		`(?:me conte|conte-?(?:me|nos)|cu[ée]nt[ea](?:me|nos)|tell (?:me|us)|raconte[zr]?-(?:moi|nous))` +
		`\b[^.?!\n]{0,25}\b(?:(?:about|what|how|sobre|acerca|como|c[óo]mo|ce qu)\b|qu(?:e\b|é\B)))`)
)
