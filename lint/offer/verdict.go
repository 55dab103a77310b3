package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Refuses reports whether a text tells a person that an answer is no good, that nothing was
// found for it, or that there is nothing to be had, and speaks of no trouble: "you have no
// appointments", "that is not a valid code".
func Refuses(text string) bool { return refusing.Of(text) }

var refusing = words.NewMemory(func(text string) bool { return refused().MatchString(text) && !Troubled(text) })

// HasNone reports whether a text tells a person that there is nothing of what was looked for.
func HasNone(text string) bool { return none().MatchString(text) }

var none = pattern.Lazy(`(?i)\b(?:you (?:currently )?(?:have|do not have|don['’]t have)|there (?:are|is)(?: currently)?|we (?:have|found|could(?: not|n['’]t) find)) (?:no|any) (?:\w+ ){0,2}(?:appointments?|orders?|bookings?|reservations?|openings?|slots?|tickets?|records?|results?|accounts?)\b` +
	`|\bno (?:hay|tiene|se encontraron) (?:\pL+ ){0,2}(?:citas|horarios|resultados|pedidos|reservas|turnos)\b|\bnão (?:há|temos|tem) (?:\pL+ ){0,2}(?:vagas|horários|pedidos|reservas|consultas)\b` +
	`|\baucun(?:e)? (?:rendez-vous|commande|réservation|créneau)|\bkeinen? (?:\pL+ )?(?:termine?|bestellung|buchung)\b`)

// Troubled reports whether a text says that something does not work at the moment.
func Troubled(text string) bool { return trouble().MatchString(text) }

var (
	refused = pattern.Lazy(`(?i)(?:\bnot|n['’]t) (?:currently |yet )?(?:(?:an? )?valid|(?:be )?(?:find|found|locate|located|recogni[sz]ed?|exist|match|registered|enrolled|eligible|authori[sz]ed|allowed|permitted|verified|on (?:the|our|file)|in (?:the|our)|an? (?:\w+ )?(?:resident|member|customer|client|patient|student|subscriber|user|guest|attendee|employee|participant)))` +
		`|n['’]t have (?:any|an?) (?:\w+ ){0,3}(?:appointments?|orders?|bookings?|reservations?|accounts?|records?|tickets?|slots?|results?|openings?|profile|registration)` +
		`|\bdo not have (?:any|an?) (?:\w+ ){0,3}(?:appointments?|orders?|bookings?|reservations?|accounts?|records?|tickets?|slots?|results?|openings?|profile|registration)` +
		`|\b(?:n['’]t|not) have (?:the )?(?:permission|access|rights?)\b|\b(?:no permission|access (?:is |was )?denied)|\bno tiene[ns]? (?:permiso|acceso)|acceso denegado|não tem (?:permissão|acesso)|acesso negado|pas (?:autorisé|le droit)|nicht berechtigt|keine berechtigung` +
		`|\bunable to (?:find|locate|recogni[sz]e|verify)` +
		`|\b(?:agents?|teams?|advis[eo]rs?|representatives?|operators?|everybody|everyone)(?: is| are|['’]re) (?:currently |now |all )?(?:away|offline|out of (?:the )?office)\b|\b(?:agentes|asesores|atendentes) (?:no est[áa]n|est[áa]n fuera|não estão)` +
		`|(?:n['’]t|not) (?:\w+ )?(?:legible|readable|clear enough)\b|could(?: not|n['’]t) (?:read|make out) |\bblurr(?:y|ed)\b|ilegible|no (?:es|est[áa]) legible|não (?:está|é) leg[íi]vel|illisible|nicht lesbar|unleserlich|illeggibile` +
		`|\b(?:invalid|incorrect|wrong (?:code|number|pin|id|password|e-?mail)|no (?:such|match)|no [\w' ]{2,30} (?:found|available|left|scheduled|on file|registered)|sold out|fully booked|(?:has|have|is|code) expired)` +
		`|\b(?:you|they)(?: currently)? have no |\bthere (?:are|is) (?:currently )?no |\bno (?:upcoming|open|pending|matching|available|active|free|more) \w+` +
		`|\b(?:we|office|store|shop|clinic|bakery|restaurant)(?: are|['’]re| is)? (?:currently |now |already )?closed` +
		`|(?:não|nao) (?:foi encontr|encontr|existe|há (?:vagas|hor[áa]rios)|temos (?:vagas|hor[áa]rios)|est[áa] cadastrad|consta|(?:é|está) (?:eleg[íi]vel|autorizad))|inv[áa]lid|esgotad|estamos fechad` +
		`|\bno (?:se )?(?:ha )?encontr|\bno existe|\bno hay (?:citas|horarios|resultados|disponib)|\bno (?:es|eres|est[áa]s?) (?:v[áa]lid|registrad|inscrit|elegible|autorizad)|agotad[oa]|estamos cerrad` +
		`|introuvable|\baucun(?:e)? [\pL -]{2,30}(?:trouvé|disponible)|pas (?:trouv[ée]|valide|inscrit|[ée]ligible|enregistr[ée]|reconnu)|sommes fermé` +
		`|\bkeine?n? [\pL -]{2,30}(?:gefunden|verfügbar|frei)|nicht (?:gefunden|gültig|registriert|teilnahmeberechtigt|angemeldet)|ungültig|haben geschlossen` +
		`|\bnon (?:è|sei|siete) (?:valid|registrat|iscritt|idone|autorizzat)|\bnon (?:\pL+ ){0,2}trovat[oaie]\b|\bnessun[oa]? [\pL ]{2,30}(?:trovat|disponibil)|siamo chiusi`)
	trouble = pattern.Lazy(`(?i)\b(?:(?:system|technical|server|connection|unexpected|internal|an|some) errors?|errors? (?:occurred|has occurred|while|when|on our)|problems?|trouble|technical|later|(?:service|system|server|line)s?(?: is| are)? (?:\w+ )?(?:unavailable|not available)|unavailable|(?:is|are|system|service) down|(?:went|gone|is|go|goes) wrong|issues?|` +
		`(?:un|not )able to (?:process|complete|connect|reach|load|retrieve|access|check|get)|(?:could not|couldn['’]t|cannot|can['’]?t) (?:process|complete|connect|reach|load|retrieve|access|check|get)|erros?|erreurs?|errore|fehler|problemas?|probl[èe]mes?|tarde|più tardi|plus tard|später|inconvenientes?|fall[oa])\b`)
)

// SaysWrong reports whether a text tells a person that an answer was wrong.
func SaysWrong(text string) bool {
	return words.HoldsAny(text, "lid", "wrong", "correct", "nrecogni", "not", "did", "opci", "ltig", "nicht") && wrong().MatchString(text)
}

var wrong = pattern.Lazy(`(?i)\b(?:invalid|not (?:a )?valid|wrong (?:choice|option|key|entry|input)|incorrect|unrecogni[sz]ed|not recogni[sz]ed|(?:did ?n[o'’]?t|not) (?:understand|recogni[sz]e|catch)|no (?:es )?válid[ao]|opci[óo]n incorrecta|ungültig|nicht verstanden|invalide|inválid[ao])`)

// WantsValid reports whether a text asks for something valid, as one does after what was not: "send a
// valid document".
func WantsValid(text string) bool {
	return words.HoldsAny(text, "valid", "lid", "ltig") && wantsValid().MatchString(text)
}

var wantsValid = pattern.Lazy(`(?i)\b(?:send|enter|provide|type|give|upload|submit|choose|select|use|env[ií][ae]|ingres[ae]|introdu(?:zca|ce)|escrib[ae]|digit[ae]|informe|insira|adjunt[ae]|anexe|entrez|saisissez|envoyez|inserisc[ai])\b[^.!?\n]{0,30}\b(?:valid|v[áa]lid[ao]s?|valide)\b|\bgültige[nrs]?\b[^.!?\n]{0,30}\b(?:eingeben|ein|senden)\b`)

// AsksAnew reports whether a question says that it is asked once more, or is sorry.
func AsksAnew(text string) bool {
	return words.HoldsAny(text, "again", "oops", "sorry", "de nuevo", "nuevamente", "otra vez", "novamente", "de novo", "noch einmal", "nochmal", "erneut", "essay", "disculp", "desculp", "lo siento", "leider", "riprov")
}

// Unheard reports whether a text tells a person that no answer came: "we did not hear you".
func Unheard(text string) bool { return unheard().MatchString(text) }

var unheard = pattern.Lazy(`(?i)\b(?:hear|heard|catch|receive|received|understand|understood|get (?:that|an?|any|your)|got (?:no|nothing)|no (?:input|response|answer|reply)|(?:input|response|answer|reply|entry|selection)|timed? out|time is up|o[ií](?:r|mos)|recibi\w*|escuch\w*|ouvi\w*|receb\w*|respuesta|resposta|entend\w*|reçu|réponse|gehört|verstanden|antwort|eingabe)\b`)

// Confirms reports whether a text tells a person that something was done: "your order is placed".
func Confirms(text string) bool { return done().MatchString(text) && !undone().MatchString(text) }

var (
	done   = pattern.Lazy(`(?i)\b(?:order|appointment|booking|reservation|request|payment|registration|ticket|pedido|cita|reserva|solicitud|pago|pagamento|agendamento)\b[^.!?\n]{0,20}\b(?:(?:is|was|has been|have been)\s+(?:\w+ )?(?:placed|confirmed|booked|saved|received|registered|scheduled|submitted|stored|accepted|created)|(?:ha sido|está|fue|foi|quedó) (?:confirmad[oa]|registrad[oa]|recibid[oa]|recebid[oa]|agendad[oa]))\b`)
	undone = pattern.Lazy(`(?i)\b(?:not|sorry|unable|cannot|fail(?:ed)?|error|problem|later|unfortunately|lo siento|no (?:pudimos|se ha|ha|fue)|não|erro)\b|n[’']t\b`)
)

// ConfirmsPayment reports whether a text thanks for a payment, or says that it was made.
func ConfirmsPayment(text string) bool {
	return words.HoldsAny(text, "pay", "paid", "pago", "pagam", "zahl", "paie", "charged") && !undone().MatchString(text) && (paid().MatchString(text) || Confirms(text))
}

var paid = pattern.Lazy(`(?i)\b(?:thank you|thanks|gracias|obrigad[oa]|merci|danke|vielen dank)\b[^.!?\n]{0,20}\b(?:payment|pagos?|pagamento|paiement|zahlung)\b` +
	`|\bpayment (?:was |is |has been )?(?:successful(?:ly)?|complete[d]?|approved|accepted|went through|has gone through)\b|\b(?:has|have|was|is) been (?:paid|charged)\b` +
	`|\b(?:pago|pagamento) (?:fue|ha sido|foi) (?:exitos[oa]|aprobad[oa]|procesad[oa]|realizad[oa]|aprovad[oa])\b`)

// Parts reports whether a text ends with thanks or a goodbye: "Leave a message. Thank you."
func Parts(text string) bool {
	const longest = 60 // bytes of such an end
	text = strings.TrimRight(text, ".!?\"') \t\r\n")
	if len(text) > longest {
		text = text[len(text)-longest:]
		text = text[strings.IndexByte(text, ' ')+1:]
	}
	return farewell().MatchString(text)
}

var farewell = pattern.Lazy(`(?i)(?:^|[\s.,!?¡;:-])(?:thank you|thanks|good ?bye|bye|muchas gracias|gracias|adi[óo]s|obrigad[oa]|tchau|merci|au revoir|vielen dank|danke|auf wiederhören|tschüss|grazie|arrivederci)\b[^.!?]{0,30}[.!?\s"')]*$`)

// Echoes reports whether a text does nothing but repeat what a person has chosen: "You said
// payment."
func Echoes(text string) bool { return echo().MatchString(text) }

var echo = pattern.Lazy(`(?i)^[\s"“'¡]*(?:(?:okay|ok|great|perfect|alright|thanks|thank you|gracias|obrigad[oa]|merci|danke)[,.!]*\s+)?(?:you(?:['’]ve| have)? (?:said|chose|chosen|selected|pressed|picked|entered)|(?:usted )?(?:ha )?(?:elegido|eligió|seleccionado|seleccionó|dijo|marcó|presionó)|você (?:escolheu|disse|selecionou|digitou)|sie haben|vous avez (?:choisi|dit|sélectionné))\b(?:[^.!?]{1,40})[.!?]*["”']?\s*$`)

// FreeSpeech reports whether a text asks a caller for words that nobody knows beforehand: a name,
// an address, what has happened.
func FreeSpeech(text string) bool { return freeSpeech.Of(text) }

var freeSpeech = words.NewMemory(func(text string) bool { return free().MatchString(text) })

var free = pattern.Lazy(`(?i)\b(?:(?:say|state|tell|give|speak|spell|record|what(?:['’]s| is)|provide)\b[^.?!]{0,30}\byour (?:(?:full|first|last|family|business|company) )*(?:name|(?:home |street |mailing |delivery |e-?mail )?address|e-?mail)\b` +
	`|(?:please|briefly|you) describe\b|describe (?:the|your|what|in)\b|in (?:a few|your own) words\b|(?:say|state|tell)\b[^.?!]{0,25}\b(?:reason for|what happened|what is (?:wrong|broken)|how (?:we|i) can help)\b` +
	`|(?:diga|dig[ao]-?nos|diga-nos|indique)\b[^.?!]{0,25}\b(?:su|seu|tu) (?:nombre|nome|direcci[óo]n|endereço|correo)\b|(?:describa|describe|descreva)\b[^.?!]{0,20}\b(?:su|seu|el|la|o|a) ` +
	`|(?:nennen|sagen) sie\b[^.?!]{0,25}\bihre[n]? (?:vollständigen )?(?:namen|adresse)\b|beschreiben sie\b|(?:dites|donnez|indiquez)\b[^.?!]{0,25}\bvotre (?:nom|adresse)\b|décrivez\b)`)

// TellsOfError reports whether a name is one for what a service says of a failure.
func TellsOfError(name string) bool {
	return words.HoldsAny(name, "err", "messag", "msg", "detail", "reason", "code", "status", "exception", "fault", "mensaje", "mensagem", "erro")
}

// AsksForData reports whether a text asks for something that identifies a person or a case: a
// name, a number, an address.
func AsksForData(text string) bool { return data().MatchString(text) }

var data = pattern.Lazy(`(?i)\b(?:your|the) (?:\w+ ){0,2}(?:name|e-?mail|phone|account|order|policy|member(?:ship)?|customer|zip|postal|birth|birthday|address|reference|ticket|case|invoice|tracking|id)\b|\bdate of birth\b` +
	`|\b(?:su|tu) (?:\pL+ ){0,2}(?:nombre|correo|n[úu]mero|direcci[óo]n|c[ée]dula|dni)\b|\b(?:seu|sua) (?:\pL+ ){0,2}(?:nome|e-?mail|n[úu]mero|endere[çc]o|cpf)\b|\bvotre (?:\pL+ ){0,2}(?:nom|e-?mail|num[ée]ro|adresse)\b|\b(?:Ihren?|deinen?) (?:\pL+ ){0,2}(?:Name|Namen|E-?Mail|\pL*nummer|Adresse)\b`)

// AsksForPicture reports whether a text asks to send a picture.
func AsksForPicture(text string) bool {
	return words.HoldsAny(text, "photo", "foto", "picture", "image", "imagen", "imagem", "selfie", "screenshot", "bild") && picture().MatchString(text)
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

// NamesCode reports whether a name is one for what a service runs: a formula, a query.
func NamesCode(name string) bool { return namesCode().MatchString(name) }

var namesCode = pattern.Lazy(`(?i)formula|filter|quer(?:y|ies)|expr|jql|sql|where|sort|order|code|script|function|callback|command|^q$|pattern|regex|template`)

// NamesText reports whether a name is one for a text that a service has written to be read.
func NamesText(name string) bool {
	return words.HoldsAny(name, "text", "reply", "respon", "answer", "body", "content", "speech", "prompt", "say", "respuesta", "resposta", "texto", "output", "result", "caption", "summary")
}

// AsksForKeys reports whether a prompt asks for something to be entered.
func AsksForKeys(text string) bool { return asksForKeys().MatchString(text) }

var asksForKeys = pattern.Lazy(`(?i)\b(?:please enter|enter your|enter the|key in|type in your|dial your|ingrese|introduzca|marque su|digite su|digite o seu|geben sie|saisissez|composez votre)\b`)

// WaitsForTone reports whether a text speaks of a tone, after which one answers.
func WaitsForTone(text string) bool {
	return words.HoldsAny(text, " tone", "beep", " tono", "signal", "sinal", "piep", " bip")
}

// AsksForName reports whether a text asks for the name of a person.
func AsksForName(text string) bool { return ownName().MatchString(text) }

var ownName = pattern.Lazy(`(?i)\byour (?:(?:full|first|last|complete) )*name\b|\b(?:su|tu) nombre\b|\b(?:seu|teu) nome\b|\bvotre nom\b|\b(?:Ihren?|deinen?) Namen?\b|\b(?:il suo|il tuo|suo|tuo) nome\b`)

// AsksForMark reports whether a text asks how something was, or for a mark.
func AsksForMark(text string) bool { return mark().MatchString(text) }

var mark = pattern.Lazy(`(?i)\bhow (?:was|did (?:we|our|your agent|the agent)|satisfied|would you rate|happy)\b|\brate (?:us|our|your|the|this)\b|\b(?:calif[ií]que|calificar[íi]a|eval[úu]e|qu[ée] tal (?:le|te|fue))\b|\b(?:avalie|como foi)\b|\b(?:notez|comment s['’]est passé)|\b(?:bewerten sie|wie zufrieden|wie war)\b|\b(?:valuti|com['’]è andata)\b`)

// AsksIfRight reports whether a text asks if something is right, so that who says yes means that it
// is: not whether it is wrong, nor whether it shall be changed.
func AsksIfRight(text string) bool {
	return words.HoldsAny(text, "correct", "right", "korrekt", "richtig", "stimm", "exact", "corret", "cert") && asksIfRight().MatchString(text)
}

var asksIfRight = pattern.Lazy(`(?i)(?:(?:is|are) (?:that|this|it|these|those|the [a-z ]{1,30}) (?:correct|right)\b|(?:^|[.!?,:] *)(?:correct|right|correcto|correcta|correto|exact|richtig|korrekt)\?` +
	`|(?:es|son|est[áa]n?|[ée]|são|sao) (?:esto |eso |isso |isto )?(?:correct[oa]s?|corret[oa]s?|cert[oa]s?)\b|(?:est-ce|c['’]est) (?:bien )?(?:correct|exact|juste)|(?:ist|sind) (?:das|dies|die angaben|diese) (?:richtig|korrekt)|stimmt (?:das|dies))`)

// Agrees reports whether an answer is offered for a yes, "if you agree", and Declines whether it is
// for a no, "if you do not agree".
func Agrees(purpose string) bool {
	return agree().MatchString(purpose) && !decline().MatchString(purpose)
}

// Declines is the contrary of Agrees.
func Declines(purpose string) bool { return decline().MatchString(purpose) }

var (
	agree   = pattern.Lazy(`(?i)\b(?:agree|accept|consent|acept[ao]|acepta[rn]?|de acuerdo|aceit[ao]r?|concord[ao]|d['’]accord|acceptez|einverstanden|zustimmen)\b|^\W*(?:for |para |por |pour |für )?(?:yes|sí|sim|oui|ja)(?:,? (?:or|and|o|y|ou|et|e|oder|und))?\W*$`)
	decline = pattern.Lazy(`(?i)\b(?:(?:do not|don['’]t|not to|not) (?:agree|accept|consent)|disagree|decline|refuse|reject|opt out|no (?:acept[ao]r?|acepta|est[áa] de acuerdo|estoy de acuerdo)|rechaz[ao]r?|não (?:aceit|concord)\pL*|recus[ao]r?|refus(?:ez|er)?|nicht (?:einverstanden|zustimmen)|ablehnen)\b|^\W*(?:for |para |por |pour |für )?(?:no|não|non|nein)(?:,? (?:or|and|o|y|ou|et|e|oder|und))?\W*$`)
)

// Claims reports whether a text that stands for one which is not known says something, and not that
// nothing is known: "0", "none", "closed".
func Claims(text string) bool { return claim().MatchString(text) }

var claim = pattern.Lazy(`(?i)^(?:[$€£]?[0-9]+(?:[.,][0-9]+)?|no|none|never|closed|open|ningun[oa]|nenhuma?|keine?|aucune?|nessuno)$`)
