package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// FreeSpeech reports whether a text asks a caller for words that nobody knows beforehand: a name,
// an address, what has happened.
func FreeSpeech(text string) bool { return freeSpeech.Of(text) }

var freeSpeech = words.NewMemory(func(text string) bool { return free.MatchString(text) })

var free = pattern.Lazy(`(?i)\b(?:(?:say|state|tell|give|speak|spell|record|what(?:['’]s| is)|provide)\b[^.?!]{0,30}\byour (?:(?:full|first|last|family|business|company) )*(?:name|(?:home |street |mailing |delivery |e-?mail )?address|e-?mail)\b` +
	`|(?:please|briefly|you) describe\b|describe (?:the|your|what|in)\b|in (?:a few|your own) words\b|(?:say|state|tell)\b[^.?!]{0,25}\b(?:reason for|what happened|what is (?:wrong|broken)|how (?:we|i) can help)\b` +
	`|(?:diga|dig[ao]-?nos|diga-nos|indique)\b[^.?!]{0,25}\b(?:su|seu|tu) (?:nombre|nome|direcci[óo]n|endereço|correo)\b|(?:describa|describe|descreva)\b[^.?!]{0,20}\b(?:su|seu|el|la|o|a) ` +
	`|(?:how (?:can|may|could) (?:i|we) (?:help|assist)|what can (?:i|we) (?:do|help)|(?:en )?(?:qué|cómo) (?:le |te )?(?:puedo|podemos) ayudar|(?:em que|como) (?:posso|podemos) (?:te |lhe )?ajud|wie (?:kann|können) (?:ich|wir) (?:ihnen|dir)|comment (?:puis-je|pouvons-nous) vous|come (?:posso|possiamo) aiutar)[^.?!\d]{0,25}\?\s*$` +
	`|(?:dica|dici|indichi)\b[^.?!]{0,20}\b(?:suo|tuo) (?:nome|indirizzo)\b|(?:nennen|sagen) sie\b[^.?!]{0,25}\bihre[n]? (?:vollständigen )?(?:namen|adresse)\b|beschreiben sie\b|(?:dites|donnez|indiquez)\b[^.?!]{0,25}\bvotre (?:nom|adresse)\b|décrivez\b)`)

// AsksForData reports whether a text asks for something that identifies a person or a case: a
// name, a number, an address.
func AsksForData(text string) bool { return data.MatchString(text) }

var data = pattern.Lazy(`(?i)\b(?:your|the) (?:\w+ ){0,2}(?:name|e-?mail|phone|account|order|policy|member(?:ship)?|customer|zip|postal|birth|birthday|address|reference|ticket|case|invoice|tracking|id)\b|\bdate of birth\b` +
	`|\b(?:su|tu) (?:\pL+ ){0,2}(?:nombre|correo|n[úu]mero|direcci[óo]n|c[ée]dula|dni)\b|\b(?:seu|sua) (?:\pL+ ){0,2}(?:nome|e-?mail|n[úu]mero|endere[çc]o|cpf)\b|\bvotre (?:\pL+ ){0,2}(?:nom|e-?mail|num[ée]ro|adresse)\b|\b(?:Ihr(?:en?)?|dein(?:en?)?) (?:\pL+ ){0,2}(?:Name|Namen|E-?Mail|\pL*nummer|Adresse)\b` +
	`|\b(?:suo|sua|tuo|tua) (?:\pL+ ){0,2}(?:nome|numero|indirizzo|e-?mail|codice)\b|\bcome si chiama\b|\b(?:codice (?:cliente|fiscale)|numero (?:cliente|d['’]ordine))\b|\bwho am i speaking (?:with|to)\b`)

// AsksForKnown reports whether a text asks for what only somebody has who is known already: the number of an account.
func AsksForKnown(text string) bool { return known.MatchString(text) }

var known = pattern.Lazy(`(?i)\b(?:account|order|policy|member(?:ship)?|customer|reference|ticket|case|invoice|tracking|booking|reservation|contract|claim|meter|patient|client|loyalty|card|subscriber|student|employee|file|record)(?:['’]s)?[ -](?:id|numbers?|no\.?|code|pin)\b` +
	`|\bn[úu]mero d[eoa] (?:su |tu |seu |sua |la |o |a |el )?(?:cuenta|conta|pedido|p[óo]liza|socio|s[óo]cio|cliente|referencia|referência|caso|factura|fatura|reserva|contrato|afiliado|paciente|expediente|matr[íi]cula)\b|\bnum[ée]ro (?:de |d['’])(?:votre )?(?:compte|commande|police|membre|client|adhérent|dossier|facture|réservation|contrat)\b` +
	`|(?:kunden|konto|auftrags|bestell|vertrags|versicherungs|mitglieds?|rechnungs|vorgangs|patienten|buchungs)-?nummer\b`)

// AsksForName reports whether a text asks for the name of a person.
func AsksForName(text string) bool { return askingName.Of(text) }

var askingName = words.NewMemory(func(text string) bool { return ownName.MatchString(text) })

var ownName = pattern.Lazy(`(?i)\byour (?:(?:full|first|last|complete) )*name\b|\b(?:su|tu) nombre\b|\b(?:seu|teu) nome\b|\bvotre nom\b|\b(?:Ihren?|deinen?) Namen?\b|\b(?:il suo|il tuo|suo|tuo) nome\b|\b(?:who|whom) am i (?:speaking|talking)\b|\bc[óo]mo (?:se|te) llamas?\b|\bcomo (?:você |voce )?(?:se|te) chamas?\b|\bcomment (?:vous appelez-vous|tu t['’]appelles|t['’]appelles-tu)|\bwie hei(?:ß|ss)(?:en sie|t du)\b|\b(?:ihr|dein) name\b|\bcome (?:si chiama|ti chiami)\b`)

// AsksForMark reports whether a text asks how something was, or for a mark.
func AsksForMark(text string) bool { return mark.MatchString(text) }

var mark = pattern.Lazy(`(?i)\bhow (?:was|did (?:we|our|your agent|the agent)|satisfied|would you rate|` +
	`happy)\b|\brate (?:us|our|your|the|this)\b|\b(?:calif[ií]que|calificar[íi]a|eval[úu]e|qu[ée] tal (?:le|te|` +
	`fue))\b|\b(?:avalie|como foi|que nota|qual (?:a )?nota)\b|\b(?:notez|comment s['’]est passé)|` +
	`\b(?:bewerten sie|wie zufrieden|wie war)\b|\b(?:valuti|com['’]è andata)\b`)

// AsksForKeys reports whether a prompt asks for something to be entered.
func AsksForKeys(text string) bool { return asksForKeys.MatchString(text) }

var asksForKeys = pattern.Lazy(`(?i)\b(?:please enter|enter your|enter the|key in|type in your|dial your|ingrese|introduzca|marque su|digite su|digite o seu|geben sie|saisissez|composez votre|inserisca|digiti)\b|\b(?:teclado|clavier|tastiera) (?:de(?:l)? |do |de votre |della? )|\b(?:use|using) (?:your|the) (?:\w+ )?keypad\b|\btastatur\b`)

// WaitsForTone reports whether a text speaks of a tone, after which one answers.
func WaitsForTone(text string) bool {
	return words.HoldsAny(text, " tone", "beep", " tono", "signal", "sinal", "piep", " bip")
}
