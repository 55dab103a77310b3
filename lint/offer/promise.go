package offer

import (
	"regexp"
	"strings"

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
	CallBack                // that somebody will call back
	promises
)

// A promise in words: letters of which one is in each text that has it, what it is, and what
// in the same sentence makes it no promise.
type wording struct {
	letters  []string
	said, no func() *regexp.Regexp
}

var wordings = [promises]wording{
	Retry: {
		letters: []string{"again", "retry", "nuev", "otra vez", "noch", "erneut", "ssaye", "novamente", "de novo"},
		said: pattern.Lazy(`(?i)\b(?:try|let['’]s try|please retry)(?: (?:that|it|this|once|one more time))? again\b|\bplease retry\b|\b(?:int[ée]nt[ea]l?o?|pruebe|trate)(?: por favor)? (?:de nuevo|nuevamente|otra vez)` +
			`|\btente(?: de novo| novamente)|\bversuchen Sie es(?: bitte)? (?:noch ?(?:ein)?mal|erneut)|\b(?:veuillez )?r[ée]essaye[zr]\b`),
		no: pattern.Lazy(`(?i)\b(?:later|tomorrow|press|dial|if|hang|call|calling|visit|website|hours?|minutes?|moments?|while|soon|time|next|to try|day|tarde|luego|mañana|si|presione|marque|oprima|llame|horas?|minutos?|wenn|rufen|tard|appelez|ligue|se (?:quiser|desejar))\b|sp[äa]ter|drücken|amanhã`),
	},
	Transfer: {
		letters: []string{"transf", "connect", "forward", "comunic", "conect", "verb", "weiter", "relation", "through"},
		said: pattern.Lazy(`(?i)\b(?:transferring|connecting|forwarding) (?:you|your call)\b|\bputt?(?:ing)? you through\b` +
			`|\b(?:(?:I|we)(?:['’]ll| will)|let me|while (?:I|we))(?: now| just)? (?:transfer|connect|forward) (?:you|your call)\b` +
			`|\byou(?:['’]ll| will|['’]re| are)(?: now| just)? be(?:ing)? (?:transferred|connected|forwarded)\b` +
			`|\b(?:le|lo|la|te) (?:transferimos|transferiremos|transfiero|comunico|comunicaremos|comunicamos|conectamos|conectaremos)\b|\btransfiriendo (?:su|tu|la) llamada|\btransferindo (?:sua|a) (?:ligação|chamada)|\bvou (?:te |lhe )?transferir` +
			`|\b(?:ich|wir) verbinden? Sie\b|\bSie werden (?:jetzt |nun )?(?:\w+ )*(?:verbunden|weitergeleitet)|\bje vous transf[èe]re|\bnous vous (?:transf[ée]rons|mettons en relation)`),
		no: pattern.Lazy(`(?i)\b(?:if|press|dial|unable|cannot|not|never|would|menu|beginning|start|when|before|after|until|unless|once|please (?:say|tell|enter|choose)|website|link|online|sms|text message|whatsapp|failed|tried|trying|sorry|menú|men[uü]|si|presione|marque|wenn|falls|si vous|nicht|pas|não|no)\b|n['’]t\b|\?`),
	},
	Message: {
		letters: []string{"beep", "tone", "tono", "deje", "grabe", "signal", "ton", "bip", "sinal"},
		said: pattern.Lazy(`(?i)\b(?:leave|record|speak|state|say|give|deje|grabe|hinterlassen|sprechen|laissez|deixe|grave)\b[^.!?\n]{0,90}\b(?:after|at|following|upon|nach|despu[ée]s de|al o[íi]r|tras|apr[èe]s|ap[óo]s|depois d[eo])l?\b[^.!?\n]{0,12}\b(?:beep|tone|tono|señal|signalton|piepton|ton|bip|sinal)\b` +
			`|\b(?:after|at|following|nach|despu[ée]s de|tras|apr[èe]s|ap[óo]s|depois d[eo])l?\b[^.!?\n]{0,12}\b(?:beep|tone|tono|señal|signalton|piepton|ton|bip|sinal)\b[^.!?\n]{0,40}\b(?:leave|record|speak|state|say|deje|grabe|hinterlassen|sprechen|laissez|deixe|grave)\b`),
		no: pattern.Lazy(`(?i)\b(?:if|press|dial|presione|marque|oprima|si|wenn|drücken|appuyez|not|no)\b|n['’]t\b|\?`),
	},
	CallBack: {
		letters: []string{"you", "touch", "llam", "comunic", "contact", "devolver", "ligar", "retorn", "entrar", "zur", "bei ihnen", "rappel"},
		said: pattern.Lazy(`(?i)(?:\bwill|['’]ll|\bgoing to)(?: \w+){0,2} (?:(?:call|phone|ring) you(?: back)?|return your call|get back to you|contact you|be in touch)\b` +
			`|\b(?:le|lo|la|te) (?:llamaremos|contactaremos|devolveremos)\b|\bdevolveremos (?:su|tu|la) llamada|\bnos (?:comunicaremos|pondremos en contacto)|\b(?:ligaremos|retornaremos|entraremos em contato)\b` +
			`|\bwir (?:rufen Sie|melden uns)\b[^.!?\n]{0,40}\b(?:zurück|bei Ihnen)|\b(?:rufen|melden) wir (?:Sie|uns)\b[^.!?\n]{0,40}\b(?:zurück|bei Ihnen)|\bnous vous (?:rappellerons|rappelons|recontacterons)\b`),
		no: pattern.Lazy(`(?i)\b(?:if|press|dial|not|never|unless|when you|after you|once you|wait|si|presione|marque|wenn|nicht|no|não)\b|n['’]t\b|\?`),
	},
}

// Promises reports whether a text promises something, and returns the words that do.
func Promises(text string, p Promise) (said string, ok bool) {
	w := &wordings[p]
	if !words.HoldsAny(text, w.letters...) {
		return "", false
	}
	m := w.said().FindStringIndex(text)
	if m == nil {
		return "", false
	}
	const ends = ".!?¡¿\n"
	from := strings.LastIndexAny(text[:m[0]], ends) + 1
	to := len(text)
	if i := strings.IndexAny(text[m[1]:], ends); i >= 0 {
		to = m[1] + i + 1
	}
	if w.no().MatchString(text[from:to]) || p == Retry && parting().MatchString(text) {
		return "", false
	}
	return text[m[0]:m[1]], true
}

// parting is how one parts: whoever is to try again then is to call again.
var parting = pattern.Lazy(`(?i)\b(?:good ?-?bye|bye|have a (?:nice|good|great)|adi[óo]s|hasta luego|tchau|até logo|auf wiederh[öo]ren|tsch[üu]ss|au revoir)\b`)
