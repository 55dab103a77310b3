package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Refuses reports whether a text tells a person that an answer is no good, that nothing was
// found for it, or that there is nothing to be had, and speaks of no trouble: "you have no
// appointments", "that is not a valid code".
func Refuses(text string) bool { return refusing.Of(text) }

var refusing = words.NewMemory(func(text string) bool { return refused.MatchString(text) && !Troubled(text) })

// HasNone reports whether a text tells a person that there is nothing of what was looked for.
func HasNone(text string) bool { return none.MatchString(text) }

var none = pattern.Lazy(`(?i)\b(?:you (?:currently )?(?:have|do not have|don['’]t have)|there (?:are|is)(?: currently)?|we (?:have|found|could(?: not|n['’]t) find)) (?:no|any) (?:\w+ ){0,2}(?:appointments?|orders?|bookings?|reservations?|openings?|slots?|tickets?|records?|results?|accounts?)\b` +
	`|\bno (?:hay|tiene|se encontraron) (?:\pL+ ){0,2}(?:citas|horarios|resultados|pedidos|reservas|turnos)\b|\bnão (?:há|temos|tem) (?:\pL+ ){0,2}(?:vagas|horários|pedidos|reservas|consultas)\b` +
	`|\baucun(?:e)? (?:rendez-vous|commande|réservation|créneau)|\bkeinen? (?:\pL+ )?(?:termine?|bestellung|buchung)\b`)

// Troubled reports whether a text says that something does not work at the moment.
func Troubled(text string) bool { return trouble.MatchString(text) }

var (
	refused = pattern.Lazy(`(?i)(?:\bnot|n['’]t) (?:currently |yet )?(?:(?:an? )?valid|(?:be )?(?:find|found|locate|located|recogni[sz]ed?|exist|match|registered|enrolled|eligible|authori[sz]ed|allowed|permitted|verified|on (?:the|our|file)|in (?:the|our)|an? (?:\w+ )?(?:resident|member|customer|client|patient|student|subscriber|user|guest|attendee|employee|participant)))` +
		`|n['’]t have (?:any|an?) (?:\w+ ){0,3}(?:appointments?|orders?|bookings?|reservations?|accounts?|records?|tickets?|slots?|results?|openings?|profile|registration)` +
		`|\bdo not have (?:any|an?) (?:\w+ ){0,3}(?:appointments?|orders?|bookings?|reservations?|accounts?|records?|tickets?|slots?|results?|openings?|profile|registration)` +
		`|\b(?:n['’]t|not) have (?:the )?(?:permission|access|rights?)\b|\b(?:no permission|access (?:is |was )?denied)|\bno tiene[ns]? (?:permiso|acceso)|acceso denegado|não tem (?:permissão|acesso)|acesso negado|pas (?:autorisé|le droit)|nicht berechtigt|keine berechtigung` +
		`|\b(?:we|you) (?:do not|don['’]t) (?:\w+ )?(?:qualify|deliver|ship|serve)\b` +
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

var wrongWords = words.AnyOf("lid", "wrong", "correct", "nrecogni", "not", "did", "opci", "ltig", "nicht", "n't", "n’t", "no ", "não", "pas ", "non ")

// SaysWrong reports whether a text tells a person that an answer was wrong.
func SaysWrong(text string) bool {
	return wrongWords.In(text) && wrong.MatchString(text)
}

var wrong = pattern.Lazy(`(?i)\b(?:invalid|(?:not|(?:is|was|are)n['’]t) (?:an? )?valid|wrong (?:choice|option|key|entry|input)|incorrect|unrecogni[sz]ed|not recogni[sz]ed|(?:d(?:id|o) ?n[o'’]?t|not) (?:understand|recogni[sz]e|catch)|did(?: not|n['’]t) get that|not (?:one of (?:the|our|these)|an?) (?:\w+ )?(?:options?|choices?)\b` +
	`|no (?:es )?válid[ao]|opci[óo]n incorrecta|(?:opci[óo]n|respuesta) no existe|no (?:le |lo |te |la )?(?:entend[íi]|entendimos|comprend[íi])|inválid[ao]|não (?:é )?válid[ao]|não (?:entendi|entendemos|compreend|reconhec)` +
	`|ungültig|keine gültige|nicht (?:verstanden|erkannt)|invalide|n['’](?:ai|avons) pas (?:bien )?compris|n['’]est pas (?:valide|valable)|non (?:è )?valid[ao]|non (?:ho|abbiamo) capito)`)

// WantsValid reports whether a text asks for something valid, as one does after what was not: "send a
// valid document".
func WantsValid(text string) bool {
	return words.HoldsAny(text, "valid", "lid", "ltig") && wantsValid.MatchString(text)
}

var wantsValid = pattern.Lazy(`(?i)\b(?:send|enter|provide|type|give|upload|submit|choose|select|use|env[ií][ae]|ingres[ae]|introdu(?:zca|ce)|escrib[ae]|digit[ae]|informe|informar|enviar|ingresar|introducir|escribir|digitar|escolher|elegir|insira|adjunt[ae]|anexe|entrez|saisissez|envoyez|inserisc[ai])\b[^.!?\n]{0,30}\b(?:valid|v[áa]lid[ao]s?|valide)\b|\bgültige[nrs]?\b[^.!?\n]{0,30}\b(?:eingeben|ein|senden)\b`)

// AsksAnew reports whether a question says that it is asked once more, or is sorry.
func AsksAnew(text string) bool {
	return words.HoldsAny(text, "again", "oops", "sorry", "de nuevo", "nuevamente", "otra vez", "novamente",
		"de novo", "noch einmal", "nochmal", "erneut", "essay", "disculp", "desculp", "lo siento", "leider", "riprov")
}

// Unheard reports whether a text tells a person that no answer came: "we did not hear you".
func Unheard(text string) bool { return unheard.MatchString(text) }

var unheard = pattern.Lazy(`(?i)\b(?:hear|heard|catch|receive|received|understand|understood|get (?:that|an?|any|your)|got (?:no|nothing)|no (?:input|response|answer|reply)|(?:input|response|answer|reply|entry|selection)|timed? out|time is up|o[ií](?:r|mos)|recibi\w*|escuch\w*|ouvi\w*|receb\w*|respuesta|resposta|entend\w*|reçu|réponse|gehört|verstanden|antwort|eingabe)\b`)

// Echoes reports whether a text does nothing but repeat what a person has chosen: "You said
// payment."
func Echoes(text string) bool { return echo.MatchString(text) }

var echo = pattern.Lazy(`(?i)^[\s"“'¡]*(?:(?:okay|ok|great|perfect|alright|thanks|thank you|gracias|obrigad[oa]|merci|danke)[,.!]*\s+)?(?:you(?:['’]ve| have)? (?:said|chose|chosen|selected|pressed|picked|entered)|(?:usted )?(?:ha )?(?:elegido|eligió|seleccionado|seleccionó|dijo|marcó|presionó)|você (?:escolheu|disse|selecionou|digitou)|sie haben|vous avez (?:choisi|dit|sélectionné)|(?:lei )?ha (?:scelto|selezionato|detto)) ?[:"“«*]*(?:[^.!?]{1,40})[.!?]*["”']?\s*$`)

// Claims reports whether a text that stands for one which is not known says something, and not that
// nothing is known: "0", "none", "closed".
func Claims(text string) bool { return claim.MatchString(text) }

var claim = pattern.Lazy(`(?i)^(?:[$€£]?[0-9]+(?:[.,][0-9]+)?|no|none|never|closed|open|ningun[oa]|nenhuma?|keine?|aucune?|nessuno)$`)
