package offer

import (
	"strings"
	"unicode/utf8"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// A Promise is what a text says will come without anything that the person does for it.
type Promise uint8

// What a text may promise.
const (
	Retry    Promise = iota // that one may try again
	Transfer                // that the caller is put through
	Message                 // that a message can be left after a tone
	CallBack                // that somebody will call back, write or take over
	Stored                  // that something was stored, sent or passed on
	Reply                   // that a message can be answered
	Later                   // that a message will come
	Done                    // that an order or an appointment is, or will be, cancelled, changed or confirmed
	Sent                    // that a text, an e-mail or a link was sent to the person
	promises
)

// A promise in words: what says it, and what in the same sentence makes it no promise.
type wording struct {
	quick *pattern.Some // holds a part of what says it
	said  []*pattern.Expression
	no    *pattern.Expression
}

var wordings = [promises]wording{
	Retry: {
		quick: pattern.AnyOf("again", "retry", "one more", "intento", "nuev", "otra vez", "noch", "erneut", "ssaye", "novamente", "de novo"),
		said: []*pattern.Expression{
			pattern.Lazy(`(?i)\b(?:try|let['’]s try|please retry)(?: (?:that|it|this|once|one more time))? again\b|\bplease retry\b|\b(?:int[ée]nt[ea]l?o?|pruebe|trate)(?: por favor)? (?:de nuevo|nuevamente|otra vez)`),
			pattern.Lazy(`(?i)\bplease (?:enter|type|say|repeat|answer|choose|select)(?: (?:it|that|your \w+|the \w+))? (?:once )?again\b|\btente(?: de novo| novamente)|\bversuchen Sie es(?: bitte)? (?:noch ?(?:ein)?mal|erneut)|\b(?:veuillez )?r[ée]essaye[zr]\b`),
			pattern.Lazy(`(?i)\byou (?:still |only )?have (?:only |just )?one more (?:try|attempt|chance)\b|\b(?:le|te) queda un intento\b|\bsie haben noch einen versuch\b`),
		},
		no: pattern.Lazy(`(?i)\b(?:we|I)(?:['’]ll| will| are going to| (?:just )?have to)?(?: now)? (?:re)?try\b|\b(?:later|tomorrow|press|dial|if|hang|call|calling|visit|website|hours?|minutes?|moments?|while|soon|time|next|to try|day|tarde|luego|mañana|si|presione|marque|oprima|llame|horas?|minutos?|wenn|rufen|tard|appelez|ligue|se (?:quiser|desejar))\b|sp[äa]ter|drücken|amanhã`),
	},
	Transfer: {
		quick: pattern.AnyOf("transf", "connect", "forward", "comunic", "conect", "verb", "weiter", "durch", "leit", "relation", "through", "trasf", "collegand", "mettendo", "desviad", "encaminhad", "direcionad", "pasando", "communication", "inoltr",
			"paso ", "pasamos ", "pasaré", "pasaremos", "deriv", "atendid", "atiende ", "atender", "pond", "metto", "mess", "passo ", "passiamo", "kopplar", "konsultant", "doradc", "temsilci", "r sie da", "r dich da", "medewerker", "collega"),
		said: []*pattern.Expression{
			pattern.Lazy(`(?i)\byou(?:['’]re| are)(?: now)? connected (?:to|with) (?:an?|your|our|one of our) (?:\w+ ){0,2}(?:agent|advis[eo]r|representative|specialist|operator)\b|\b(?:est[áa]s?|ha sido|has sido)(?: siendo)? (?:comunicad|conectad|transferid)[oa] (?:con|a) (?:un|una|tu|su|nuestr[oa]) (?:asesora?|agente|ejecutiv[oa]|operadora?)\b`),
			pattern.Lazy(`(?i)\b(?:transferring|connecting|forwarding) (?:you|your call)\b|\bputt?(?:ing)? you through\b`),
			pattern.Lazy(`(?i)\b(?:(?:I|we)(?:['’]ll| will)|let me|while (?:I|we))(?: now| just)? (?:transfer|connect|forward) (?:you|your call)\b`),
			pattern.Lazy(`(?i)\byou(?:['’]ll| will|['’]re| are)(?: now| just)? be(?:ing)? (?:transferred|connected|forwarded)\b`),
			pattern.Lazy(`(?i)\b(?:le|lo|la|te) (?:transferimos|transferiremos|transfiero|transfiro|comunico|comunicaremos|comunicamos|conectamos|conectaremos)\b|\btransfiriendo (?:su|tu|la) llamada|\btransferindo (?:sua|a) (?:ligação|chamada)|\bvou (?:te |lhe )?transferir`),
			pattern.Lazy(`(?i)\b(?:le|lo|la|te) (?:estamos|estoy) (?:transfiriendo|comunicando|conectando|pasando)\b|\b(?:estamos|estoy) (?:transfiriendo|comunicando|conectando)(?:lo|la|le|te)?\b|\bvamos a (?:transferir|comunicar|conectar)(?:lo|la|le|te)\b|\b(?:será|está siendo) (?:transferid|comunicad|conectad|desviad)[oa]\b` +
				`|\bestamos transferindo\b|\bvamos (?:te |lhe )?(?:transferir|encaminhar) (?:você|o senhor|a senhora|sua (?:ligação|chamada)|para)|\b(?:sua (?:ligação|chamada)|você) (?:será|está sendo) (?:transferid|encaminhad|direcionad)[oa]\b`),
			pattern.Lazy(`(?i)\bvous allez être (?:mise? en (?:relation|communication)|transférée?|redirigée?)|\b(?:je|nous) vous met(?:s|tons) en (?:relation|communication|ligne)\b|\bvotre appel est (?:transféré|en cours de transfert)` +
				`|\bla (?:stiamo|sto) (?:trasferendo|collegando|mettendo in contatto)\b|\bla (?:trasferisco|trasferiamo|metto in contatto)\b|\bchiamata (?:verrà|sarà|sta per essere) (?:trasferita|inoltrata)\b` +
				`|\b(?:ich|wir) (?:leiten?|stellen?) (?:Sie|dich|Ihren Anruf) (?:\pL+ ){0,3}(?:weiter|durch)\b|\bIhr Anruf wird (?:\pL+ ){0,3}(?:weitergeleitet|verbunden)\b`),
			pattern.Lazy(`(?i)\b(?:ich|wir) verbinden? (?:Sie|dich)\b|\bSie werden (?:jetzt |nun )?(?:\w+ )*(?:verbunden|weitergeleitet)|\bje vous transf[èe]re|\bnous vous (?:transf[ée]rons|mettons en relation)`),
			passedOn, attended, putInTouch, connected,
		},
		no: pattern.Lazy(`(?i)\b(?:(?:if|press|dial|unable|cannot|not|never|would|menu|beginning|start|when|before|after|until|unless|once|please (?:say|tell|enter|choose)|website|link|online|sms|text message|whatsapp|failed|tried|trying|sorry|si|presione|marque|wenn|falls|si vous|nicht|pas|não|no|orden|ordem|horario|horário|hábil\pL*|mañana|als|niet|toets)\b|menú\B|men(?:u\b|ü\B))|n['’]t\b|\?`),
	},
	Message: {
		quick: pattern.AnyOf("beep", " tone", " tono", "señal", "signal", " ton", "piepton", " bip", "sinal", "segnal", "toon", "piep", "sygna", "sinyal"),
		said: []*pattern.Expression{
			pattern.Lazy(`(?i)\b(?:leave|record|speak|state|say|give|deje|grabe|hinterlassen|sprechen|laissez|deixe|grave)\b[^.!?\n]{0,90}\b(?:after|at|following|upon|nach|despu[ée]s de|al o[íi]r|tras|apr[èe]s|ap[óo]s|depois d[eo])l?\b[^.!?\n]{0,12}\b(?:beep|tone|tono|señal|signalton|piepton|ton|bip|sinal)\b`),
			pattern.Lazy(`(?i)\b(?:after|at|following|nach|despu[ée]s de|tras|apr[èe]s|ap[óo]s|depois d[eo])l?\b[^.!?\n]{0,12}\b(?:beep|tone|tono|señal|signalton|piepton|ton|bip|sinal)\b[^.!?\n]{0,40}\b(?:leave|record|speak|state|say|deje|grabe|hinterlassen|sprechen|laissez|deixe|grave)\b`),
			pattern.Lazy(`(?i)\b(?:lasci(?:a|are|ate)?|registr(?:i|a|are|ate)|parl(?:i|a|are|ate)|spreek|laat|l[äa]mna|tala|lægg|legg|zostaw|nagraj|prosimy o|b[ıi]rak)\b[^.!?\n]{0,90}\b(?:dopo|al|na|efter|etter|po|sonra)\b[^.!?\n]{0,12}\b(?:segnale|bip|tono|(?:piep)?toon|piep|tonen|signalen|pipet|sygnale)\b` +
				`|\b(?:dopo|na|efter|etter|po)\b[^.!?\n]{0,12}\b(?:segnale|bip|tono|(?:piep)?toon|piep|tonen|signalen|pipet|sygnale)\b[^.!?\n]{0,40}\b(?:lasci(?:are|ate)?|registr(?:i|are|ate)|parl(?:i|are|ate)|spreken|achterlaten|laat|l[äa]mna|tala|lægg|legg|zostaw|nagraj)\b` +
				`|\bsinyal(?:den|inden)? sonra\b[^.!?\n]{0,40}\bmesaj`),
		},
		no: pattern.Lazy(`(?i)\b(?:if|press|dial|presione|marque|oprima|si (?:[^p]|p[^r])|wenn|drücken|appuyez|not|no|niet|non|prema|toets|tryck)\b|n['’]t\b|\?`),
	},
	CallBack: {
		quick: pattern.AnyOf("call you", "phone you", "ring you", "return your call", "back to you", "contact", "in touch", "llamaremos", "devolveremos", "comunicaremos", "pondremos",
			"ligaremos", "retornaremos", "entraremos", "rufen", "melden", "rappel", "reach ", "with you", "join ", "falar com", "assist you", "follow", "respond", "reply", "text you", "mail you",
			"message you", "notify you", "let you know", "be called", "be notified", "hear ", "avisaremos", "escribiremos", "pondrons", "appellerons", "kontakt", "benachrichtig",
			"you a call", "you a ring", "ing you", "getting back", "reaching out", "expect a", "get a call", "receive a call", "pondr", "comunicar", "llamar", "contactar", "responder", "melde", "ruft", "contactera",
			"répondra", "appellera", "vers vous", "vers toi", "em contato", "ligar", "retornar", "chiamer", "contatter",
			"take care of", "take over", "en charge", "atender", "encargar", "mmert sich", "bernimmt", "occuper", "occupera"),
		said: []*pattern.Expression{
			pattern.Lazy(`(?i)(?:\bwill|['’]ll|\bgoing to)(?: \w+){0,2} (?:(?:call|phone|ring) you(?: back)?|return your call|get back to you|contact you|be in touch)\b`),
			pattern.Lazy(`(?i)\b(?:le|lo|la|te) (?:llamaremos|contactaremos|devolveremos)\b|\bdevolveremos (?:su|tu|la) llamada|\bnos (?:comunicaremos|pondremos en contacto)|\b(?:ligaremos|retornaremos|entraremos em contato)\b`),
			pattern.Lazy(`(?i)\bwir (?:rufen Sie|melden uns)\b[^.!?\n]{0,40}\b(?:zurück|bei Ihnen)|\b(?:rufen|melden) wir (?:Sie|uns)\b[^.!?\n]{0,40}\b(?:zurück|bei Ihnen)|\bnous vous (?:rappellerons|rappelons|recontacterons)\b`),
			pattern.Lazy(`(?i)\b` + people + `(?:['’]ll| will| (?:is|are) going to)(?: (?:also|then|soon|shortly|personally|gladly|be happy to|try to|do (?:our|their) best to))? (?:reach (?:out|you)|be (?:right )?with you|join (?:this|the|our|your) (?:chat|conversation)|assist you|follow[ -]up|respond|reply|text you|e-?mail you|message you|notify you|let you know)\b`),
			pattern.Lazy(`(?i)\byou(?:['’]ll| will) (?:be (?:contacted|called|notified)|hear (?:back )?from (?:us|our|an?|one))\b|\b(?:te|le|les) (?:responderemos|avisaremos|escribiremos)\b|\b(?:responderemos|avisaremos) (?:em|assim|o mais)`),
			pattern.Lazy(`(?i)\bnous vous (?:contacterons|répondrons|appellerons)\b|\bwir (?:kontaktieren|benachrichtigen) (?:Sie|dich)\b`),
			pattern.Lazy(`(?i)\b` + people + `(?:['’]ll| will| (?:is|are) going to)(?: (?:also|then|soon|shortly|personally|try to|do (?:our|their) best to))? (?:get (?:back )?in (?:touch|contact)|give you a (?:call|ring)|be (?:reaching out|following up|contacting you|calling you|texting you|getting back))\b` +
				`|\byou (?:can |should )?expect a (?:call|reply|response|call ?back) (?:from|within|in|by|soon|shortly)\b|\byou(?:['’]ll| will) (?:get|receive) a (?:call|call ?back) (?:from|within|in|soon|shortly)\b`),
			pattern.Lazy(`(?i)\b(?:alguien|(?:un|una|nuestr[oa]|el|la)(?: de nuestr[oa]s)?(?: \pL+){1,3}) (?:se (?:pondrá en contacto|comunicará)|(?:te|le|lo|la) (?:llamará|contactará|responderá|devolverá la llamada))|\bnos pondremos en contacto|\bnos comunicaremos (?:contigo|con (?:usted|ustedes|vos))` +
				`|\b(?:alguém|um(?:a)?(?: d[eo] nossos)?(?: \pL+){1,3}|noss[ao] \pL+) (?:entrará em contato|vai (?:te |lhe )?(?:ligar|retornar|entrar em contato)|(?:te|lhe) (?:ligará|responderá)|retornará)`),
			pattern.Lazy(`(?i)\b(?:jemand|(?:eine?|unsere?)[rsn]?(?: \pL+){1,3}) (?:meldet sich\b|wird sich [^.!?\n]{0,40}\bmelden\b|ruft (?:Sie|dich) [^.!?\n]{0,40}(?:zurück|\ban\b)|wird (?:Sie|dich) [^.!?\n]{0,40}(?:zurückrufen|anrufen|kontaktieren)\b)` +
				`|\b(?:quelqu['’]un|une?(?: de nos)?(?: \pL+){1,3}|notre \pL+) (?:vous|te) (?:rappellera|recontactera|contactera|répondra|appellera)\b|\bnous (?:reviendrons|revenons) vers (?:vous|toi)\b` +
				`|\b` + someone + ` (?:prendra(?: \pL+)? en charge|va (?:prendre(?: \pL+)? en charge|s['’]occuper de)|s['’]occupera de|(?:te |le |la |lo |lhe |o |a )?(?:atenderá|vai (?:te |lhe )?(?:atender|falar com você)|irá (?:te |lhe )?(?:atender|falar com você))|se encargará de)` +
				`|\b` + someone + ` (?:kümmert sich (?:\pL+ )?um (?:Ihre?n?|deine?n?)|übernimmt (?:Ihre?n?|deine?n?))|\b` + people + `(?:['’]ll| will)(?: \w+)? (?:take care of|take over) (?:your|this|it|from here)\b` +
				`|\b(?:la|ti) (?:richiameremo|contatteremo|ricontatteremo)\b|\b(?:un|una|un nostro)(?: \pL+){1,2} (?:la|ti) (?:richiamerà|contatterà|ricontatterà)`),
		},
		no: pattern.Lazy(`(?i)\b(?:if|press|dial|not|never|unless|when you|after you|once you|wait|si|presione|marque|wenn|nicht|no|não)\b|n['’]t\b|\?`),
	},
	Stored: {
		quick: pattern.AnyOf("we have", "we've", "we’ve", "i have", "i've", "i’ve", "been ", "hemos", "he enviado", "he registrado", "he guardado", "he agendado", "he notificado", "ha sido", "amos ", "foi ",
			"avons", "tÉ", "té", "wir haben", "we will", "we'll", "we’ll", "remos ", "you are now", "you're now", "you’re now", " lista", "liste"),
		said: []*pattern.Expression{
			pattern.Lazy(`(?i)\bwe(?: will|['’]ll)(?: now| also)? (?:add|put|pass|forward|record|register|note|report|log|save|store|send) (?:it|this|that|your [\w ]{2,20}?) (?:to|on|onto|into|in) (?:our|the|a)\b|\b(?:lo|la|los|las) (?:a[ñn]adiremos|agregaremos|registraremos|anotaremos|guardaremos|enviaremos) (?:a|en|al)\b|\b(?:adicionaremos|registraremos|anotaremos|encaminharemos) (?:isso|sua|seu|a sua|o seu)\b`),
			pattern.Lazy(`(?i)\b(?:we|I)(?: have|['’]ve)(?: just| also| now| already)? (?:sent|e-?mailed|texted|mailed|forwarded|notified|saved|stored|recorded|registered|booked|scheduled|passed (?:on|it|your|this)|added you)\b`),
			pattern.Lazy(`(?i)\byour [\w ]{2,30} (?:has|have) been (?:(?:successfully|now) )?(?:sent|forwarded|e-?mailed|passed|stored|saved|recorded|submitted|registered|booked|scheduled|rescheduled|logged|updated|placed|processed|cancell?ed)\b`),
			pattern.Lazy(`(?i)\byou(?: have|['’]ve) been (?:(?:successfully|now) )?(?:registered|added to|signed up|subscribed|placed on|enrolled)\b`),
			pattern.Lazy(`(?i)\byou(?: are|['’]re) now (?:on (?:the|our) (?:[\w'’-]+ ){0,4}(?:[\w-]*list)\b|(?:registered|signed up|subscribed|enrolled)\b)|\bya est[áa]s? en (?:la|nuestra) lista\b|\b(?:você )?já está na (?:nossa )?lista\b` +
				`|\bSie stehen (?:jetzt|nun) auf (?:der|unserer) [\pL-]*liste\b|\bvous êtes (?:maintenant|désormais|bien) (?:inscrite?|sur (?:la|notre) liste)`),
			pattern.Lazy(`(?i)\b(?:hemos|he)(?: también)? (?:enviado|registrado|guardado|agendado|notificado)\b|\b(?:su|tu) [\pL ]{2,30} ha sido (?:enviad|registrad|guardad|agendad|cancelad|program)[oa]`),
			pattern.Lazy(`(?i)\b(?:enviamos|registramos|salvamos|agendamos)(?: também)? (?:seu|sua|o seu|a sua|um|uma)\b|\b(?:seu|sua) [\pL ]{2,30} foi (?:enviad|registrad|salv|agendad|cancelad|encaminhad)[oa]`),
			pattern.Lazy(`(?i)\bnous (?:avons|vous avons) (?:envoyé|enregistré|transmis)|\bvotre [\pL ]{2,30} a (?:bien )?été (?:envoyé|enregistré|transmis)`),
			pattern.Lazy(`(?i)\bwir haben (?:Ihnen|dir|Ihre?n?|deine?n?) [\pL ]{2,40}(?:gesendet|geschickt|gespeichert|weitergeleitet)\b`),
		},
		no: pattern.Lazy(`(?i)\b(?:if|not|never|unless|once|when|after|until|si|nicht|no|não|pas)\b|n['’]t\b|\?`),
	},
	Reply: {
		quick: pattern.AnyOf("reply", "respond", "text", "message", "write", "pond", "antwort"),
		said: []*pattern.Expression{
			pattern.Lazy(`(?i)\b(?:reply|respond) (?:to|with|by|back|here|directly)\b(?: this (?:text|message|number))?|\b(?:reply|text|respond):? (?:with )?["“'‘*]?(?-i:[A-Z0-9]{1,12})["”'’*]?(?: to| for| if| and| or|[.,!]|$)`),
			pattern.Lazy(`(?i)\b(?:text|message|write to) (?:us )?(?:back )?(?:at |to |on )?this number|\btext (?:us )?back\b|\brespond[ea] a este (?:mensaje|n[úu]mero)|\bresponda (?:a |con |com )|\bresponde (?:a |con )|\brépond(?:s|ez)(?: simplement| juste)? (?:(?:à|par|avec)(?: |$)|["“«*]+ ?\pL{1,12}["”»*]*)|\bantworten? (?:Sie )?(?:einfach |bitte )?(?:auf|mit)\b` +
				`|\b(?:responda|responde)(?: simplemente| solo| sólo| apenas| simplesmente| só)? ["“«*]+\pL{1,12}["”»*]*`),
		},
		no: pattern.Lazy(`(?i)\b(?:not|never|don['’]t|no|nicht|não|pas|unmonitored)\b`),
	},
	Later: {
		quick: pattern.AnyOf(" you a", " you the", " you your", "receive", "get ", "be sent", "enviaremos", "enviará", "recibir", "receber", "recevrez", "erhalten", "senden", "schicken", "envoyons", "enverrons", "invieremo", "invio", "riceverà",
			"sending", "texting", "mailing", " to your", "be sent", "llegará", "mandar", "mando ", "envío", "enviando", "enviar", "recevoir", "vous ser", "manderemo", "inviando", "ricevera", "bekomm", "erhält", "wird ihnen", "wird dir", "sturen ", "stuur ", "mailen ", "ontvangt", "krijgt"),
		said: []*pattern.Expression{
			pattern.Lazy(`(?i)\b(?:we|I)(?:['’]ll| will| are going to)(?: also| then| soon| shortly)? (?:send|text|e-?mail|message) you (?:an?|the|your) (?:[\w-]+ ){0,2}` + messages),
			pattern.Lazy(`(?i)\byou(?:['’]ll| will| should)(?: also| then| soon| shortly| now)? (?:receive|get) (?:an?|the|your) (?:[\w-]+ ){0,2}` + messages),
			pattern.Lazy(`(?i)\b(?:an?|your) (?:[\w-]+ ){0,3}` + messages + `(?: (?:and|or) (?:an? )?(?:[\w-]+ ){0,2}` + messages + `)?(?: message)? (?:will|is going to) be (?:sent|texted|e-?mailed)\b|\bse (?:le|te) enviará (?:un|una|el|la|su) (?:[\pL-]+ ){0,2}(?:recordatorio|mensaje|sms|correo|confirmaci[óo]n)`),
			pattern.Lazy(`(?i)\bwir (?:senden|schicken) (?:Ihnen|dir) (?:\pL+ ){0,2}eine?n? (?:[\pL-]+ ){0,2}(?:erinnerung|nachricht|sms|e-mail|bestätigung)\b|\bnous vous (?:enverrons|envoyons) (?:un|une) (?:[\pL-]+ ){0,2}(?:rappel|message|sms|e-mail|confirmation)\b` +
				`|\b(?:le|ti) (?:invieremo|mandiamo|manderemo) (?:un|una) (?:[\pL-]+ ){0,2}(?:promemoria|messaggio|sms|e-?mail|conferma)\b|\briceverà (?:un|una) (?:[\pL-]+ ){0,2}(?:promemoria|messaggio|sms|e-?mail|conferma)\b`),
			pattern.Lazy(`(?i)\b(?:le|te) enviaremos (?:un|una|el|la|su) (?:[\pL-]+ ){0,2}(?:recordatorio|mensaje|sms|correo|confirmaci[óo]n)|\brecibir(?:á|ás) (?:un|una) (?:[\pL-]+ ){0,2}(?:recordatorio|mensaje|sms|correo|confirmaci[óo]n)`),
			pattern.Lazy(`(?i)\b(?:enviaremos|você receberá) (?:um|uma) (?:[\pL-]+ ){0,2}(?:lembrete|mensagem|sms|e-mail|confirmação)|\bvous recevrez (?:un|une) (?:[\pL-]+ ){0,2}(?:rappel|message|sms|e-mail|confirmation)|\bsie erhalten (?:\pL+ ){0,2}eine?n? (?:[\pL-]+ ){0,2}(?:erinnerung|nachricht|sms|e-mail|bestätigung)`),
			sendsToYou, sentToYou, sendsRomance, sendsGermanic,
		},
		no: pattern.Lazy(`(?i)\b(?:if|press|reply|text|dial|call|not|never|unless|until|when you|after you|once you|si|presione|marque|responda|wenn|nicht|não)\b(?: (?:us|the|(?-i:[A-Z])|to))|\b(?:if|not|never|unless|si|wenn|falls|nicht|não|als|niet|se (?:vuole|vuoi|desidera|quiser)|previously|earlier|yesterday|ayer)\b|https?:|n['’]t\b|\?`),
	},
	Done: {
		quick: pattern.AnyOf("cancel", "confirm", "schedul", "book", "agend", "annul", "program", "remarc", "reserv", "storn", "bestätigt", "absag", "abgesagt", "verleg", "remove", "update",
			"changed", "moved", "saved", "actualizad", "atualizad", "alterad", "reporté", "modifié", "geändert", "aktualisiert"),
		said: []*pattern.Expression{
			pattern.Lazy(`(?i)\b(?:we|I)(?:['’]ll| will| are going to)(?: now| just)? (?:go ahead and )?(?:cancel|reschedule|book|confirm|update|remove) (?:your|that|this|the) ` + things + `\b`),
			pattern.Lazy(`(?i)\b(?:your|the) ` + things + ` (?:is|will be|was|were|has been|have been)(?: now| hereby| successfully)? (?:cancell?ed|confirmed|rescheduled|booked|removed)\b` +
				`|\byou(?:['’]re| are)(?: now| all)? booked (?:for|on|in)\b|(?:^|[.!\n])[^\pL\n]*(?:appointment|booking|reservation|order|subscription|delivery)(?: successfully)? (?:cancell?ed|confirmed|rescheduled|updated)(?: successfully)?(?:[.!]|$)`),
			pattern.Lazy(`(?i)\b(?:we|I)(?: have|['’]ve)(?: just| now| also| successfully)? (?:cancell?ed|rescheduled|updated|removed|changed|moved) (?:your|that|this) ` + things + `\b` +
				`|\byour (?:\w+ )?` + details + ` (?:(?:was|were|has been|have been|is now|are now)(?: successfully)? (?:updated|changed|saved)\b|(?:is|are) updated(?:[.!]|$))`),
			pattern.Lazy(`(?i)\bhemos (?:cancelado|reprogramado|actualizado|cambiado) (?:su|sus|tu|tus|la|el) \pL+|\b(?:sus|tus|su|tu) (?:datos|direcci[óo]n|preferencias|correo|n[úu]mero|informaci[óo]n) (?:ha sido|han sido|fue|fueron) (?:actualizad|cambiad|guardad)[oa]s?\b` +
				`|\b(?:cancelamos|remarcamos|atualizamos|alteramos) (?:sua|seu|seus|suas|a|o) \pL+|\b(?:seus|suas|seu|sua) (?:dados|endereço|preferências|e-mail|n[úu]mero|informações) (?:foi|foram) (?:atualizad|alterad|salv)[oa]s?\b`),
			pattern.Lazy(`(?i)\bnous avons (?:bien )?(?:annulé|reporté|modifié|mis à jour) (?:votre|vos) [\pL-]+|\b(?:votre|vos) (?:données|coordonnées|adresse|préférences|numéro|e-mail) (?:a|ont) (?:bien )?été (?:modifiée?s?|mise?s? à jour|enregistrée?s?)` +
				`|\bwir haben (?:Ihren?|Ihr|deinen?|dein) (?:\pL+ )?(?:termin|bestellung|buchung|reservierung|daten|adresse|nummer)(?: \pL+)? (?:storniert|abgesagt|verlegt|geändert|aktualisiert)\b` +
				`|\b(?:Ihre?|deine?) (?:daten|adresse|nummer|einstellungen|e-mail-adresse) (?:wurden?|ist|sind)(?: nun| jetzt| erfolgreich)? (?:geändert|aktualisiert|gespeichert)\b`),
			pattern.Lazy(`(?i)\b(?:vamos a|procederemos a) (?:cancelar|confirmar|reprogramar|agendar|reservar) (?:su|tu|la|el)\b|\b(?:cancelaremos|confirmaremos|reprogramaremos|agendaremos) (?:su|tu|la|el)\b|\b(?:su|tu|la) (?:cita|reserva|orden|visita|entrega|suscripci[óo]n|pedido|turno) (?:ya )?(?:est[áa]|queda|ha quedado|qued[óo]|fue|ha sido|ser[áa]) (?:confirmad|cancelad|reprogramad|agendad|reservad)[oa]\b`),
			pattern.Lazy(`(?i)\b(?:vamos|iremos) (?:cancelar|remarcar|confirmar|agendar) (?:sua|seu|a|o)\b|\b(?:sua|seu) (?:consulta|reserva|pedido|visita|entrega|agendamento|hor[áa]rio) (?:está|fica|ficou|será) (?:confirmad|cancelad|remarcad|agendad|reservad)[oa]\b`),
			pattern.Lazy(`(?i)\bnous (?:allons )?(?:annuler|annulerons|confirmer|confirmerons|reporter) votre\b|\bvotre (?:rendez-vous|commande|réservation|visite) (?:est|a été|a bien été|sera) (?:bien )?(?:annulé|confirmé|reporté|réservé)e?`),
			pattern.Lazy(`(?i)\bwir (?:stornieren|bestätigen|verlegen) Ihren?\b|\bihre?n? (?:termin|bestellung|buchung|reservierung) (?:ist|wird|wurde) (?:nun |jetzt |hiermit )?(?:abgesagt|storniert|bestätigt|verlegt|gebucht)\b`),
			pattern.Lazy(`(?i)\b(?:il suo|la sua|il tuo|la tua) (?:appuntamento|prenotazione|ordine|visita) (?:è|sarà) (?:stat[oa] )?(?:confermat|annullat|cancellat|prenotat)[oa]\b`),
		},
		no: pattern.Lazy(`(?i)\b(?:if|not|never|unless|until|when|once|after|before|reply|press|text|dial|call|click|to (?:confirm|cancel)|si|presione|marque|responda|escriba|cuando|wenn|falls|sobald|nicht|não|quando|se|quand|lorsque|no)\b|n['’]t\b|\?`),
	},
	Sent: sentWording,
}

// things are what is ordered or agreed on.
const things = `(?:\w+ ){0,2}(?:order|appointment|booking|reservation|visit|delivery|subscription|request|session|slot|registration|service|class|meeting)s?`

// details are what is known of a person.
const details = `(?:address|details|information|info|profile|preferences?|settings?|changes|account|(?:phone )?number|e-?mail(?: address)?|answers?)`

// messages are what may come later.
const messages = `(?:reminder|text|sms|message|e-?mail|confirmation|notification|receipt)\b`

// people are those of the author's side.
const people = `(?:we|I|(?:someone|somebody)(?: (?:from|on|in) (?:our|the) \w+(?: \w+)?)?|one of our \w+(?: \w+)?|(?:an?|our|the|a member of (?:our|the)) (?:(?:\w+|\{\{[^{}]*\}\}) ){0,3}(?:agents?|representatives?|reps?|teams?|colleagues?|staff|specialists?|advis[eo]rs?|operators?|managers?|nurses?|doctors?|experts?|consultants?|coordinators?|schedulers?|person|members?|technicians?|counsell?ors?|assistants?))`

// someone is who does so in other languages: one of those who answer.
const someone = `(?:un|une|un[ao]|um|uma|eine?|nuestr[oa]|noss[oa]|notre|unsere?)(?: (?:de nos|de nuestr[oa]s|d[eo] nossos))? (?:[\pL'’-]+ ){0,2}(?:conseill[eè]re?s?|agente?s?|op[ée]rateur|opératrice|coll[eè]gue|collaborateur|responsable|asesora?|ejecutiv[oa]|operador[ao]?|atendente|consultora?|Mitarbeiter(?:in)?|Berater(?:in)?|Kolleg(?:e|in))(?: [\pL'’-]+){0,2}`

// ToPerson reports whether what is said to have been done is a message to the person, which the
// flow may have sent itself.
func ToPerson(said string) bool {
	return words.HoldsAny(said, "sent", "texted", "envia", "envoy", "gesendet", "geschickt")
}

// ByMessage reports whether what is promised is a message in writing, and no call.
func ByMessage(said string) bool { return byMessageWords.In(said) }

var byMessageWords = words.AnyOf("text", "sms", "message", "whatsapp", "writ", "mail", "mensaje", "escrib", "mensage", "escrev", "nachricht", "schreib", "écri", "messag", "scriv")

// Promises reports whether a text promises something, and returns the words that do.
func Promises(text string, p Promise) (said string, ok bool) {
	said = promised[p].Of(text)
	return said, said != ""
}

// promised are the memories of what texts promise, one for each promise: most texts are asked of a few.
var promised = func() (all [promises]*words.Memory[string]) {
	for p := range promises {
		all[p] = words.NewMemory(func(text string) string { return promiseIn(text, p) })
	}
	return all
}()

func promiseIn(text string, p Promise) string {
	w := &wordings[p]
	if !w.quick.In(text) {
		return ""
	}
	var m []int // what says it first
	for _, said := range w.said {
		if at := said.FindStringIndex(text); at != nil && (m == nil || at[0] < m[0]) {
			m = at
		}
	}
	if m == nil {
		return ""
	}
	const ends = ".!?¡¿\n"
	from := strings.LastIndexAny(text[:m[0]], ends) + 1
	to := len(text)
	if i := strings.IndexAny(text[m[1]:], ends); i >= 0 {
		to = m[1] + i + 1
	}
	sentence := text[from:to]
	if p == CallBack {
		sentence = withoutWhether(sentence)
	}
	if w.no.MatchString(sentence) || p == Retry && parting.MatchString(text) {
		return ""
	}
	start := m[0] // of a word: we'll
	for start > 0 && (isASCIILetter(rune(text[start-1])) || text[start-1] >= utf8.RuneSelf) {
		start--
	}
	return strings.TrimRight(strings.TrimLeft(text[start:m[1]], ".!\n •*-"), ".! ")
}

// withoutWhether returns a sentence without an "if" that asks for something, and makes nothing of what is said
// depend on it: we will call you to find out if you qualify.
func withoutWhether(sentence string) string {
	if !words.HoldsAny(sentence, " if ", " si ") {
		return sentence
	}
	return whether.ReplaceAllString(sentence, "")
}

var whether = pattern.Lazy(`(?i)\b(?:determine|see|find out|check|know|learn|decide|assess|discuss|ver|saber|determinar|decidir|confirmar|savoir|voir|déterminer) (?:if|si)\b`)

// OutsideTags returns a text with a break in place of each tag of Liquid: each piece is said in some execution.
func OutsideTags(text string) string { return outsideTags.Of(text) }

var outsideTags = words.NewMemory(func(text string) string { return tag.ReplaceAllString(text, "\n") })

var tag = pattern.Lazy(`\{%[^%]*%\}`)

// parting is how one parts: whoever is to try again then is to call again.
var parting = pattern.Lazy(`(?i)\b(?:good ?-?bye|bye|have a (?:nice|good|great)|adi[óo]s|hasta luego|tchau|até logo|auf wiederh[öo]ren|tsch[üu]ss|au revoir)\b`)

// Goodbye reports whether a text ends with a word of parting, and returns that.
func Goodbye(text string) (said string, ok bool) {
	said = goodbyes.Of(text)
	return said, said != ""
}

var goodbyes = words.NewMemory(func(text string) string {
	if !words.HoldsAny(text, "bye", "adi", "hasta luego", "tchau", "logo", "wiederh", "tsch", "revoir", "day", "evening", "weekend", "bom dia", "buen d", "journée", " tag", "arrived", "giornata") {
		return ""
	}
	m := parted.FindStringSubmatchIndex(text)
	if m == nil || noParting.MatchString(text[strings.LastIndexAny(text[:m[2]], ".!?\n")+1:m[2]]) {
		return ""
	}
	return text[m[2]:m[3]]
})

// noParting are what a word of parting follows by which one does not part: this is not goodbye.
var noParting = pattern.Lazy(`(?i)(?:\b(?:(?:not|never|no|nicht|kein|não|non|pas|without|before)(?: (?:es|un|uma?|a|the|yet|ein|einen?|saying|say|é|our|your))*|n['’]t)\s+|\bn['’]est pas (?:un )?)$`)

var parted = pattern.Lazy(`(?i)\b(good ?-?bye|bye(?:[ -]bye)?|adi[óo]s|hasta luego|tchau|até logo|auf wiederh[öo]ren|tsch[üu]ss|au revoir` +
	`|have a (?:very )?(?:nice|good|great|wonderful|lovely) (?:day|evening|weekend|rest of your day)|(?:tenha|ten) um (?:bom|[óo]timo|excelente) dia|(?:que )?(?:tenga|tengas|ten) un (?:buen|gran|excelente|lindo) d[íi]a|bonne journée|(?:noch )?(?:einen )?schönen tag(?: noch)?|noch einen guten tag|arrivederci|buona giornata)\W*$`)

// passedOn is how Spanish says that a call is put through. It stands beside what it is made of, for quick looks are worked out
// beforehand of what one file holds.
var passedOn = pattern.Lazy(`(?i)\b(?:le|lo|la|te|les|los) (?:(?:paso|pasamos|derivo|derivamos|pasaré|pasaremos|derivaré|derivaremos) (?:con |al? (?:un|una|uno|el|la|nuestr[oa]|área|departamento|equipo|sector)\b)|(?:atiende|atenderá|va a atender) ` + someone + `)` +
	`|\b(?:desviamos|transferimos|transferiremos|derivamos) (?:su|tu|la) llamada\b`)
