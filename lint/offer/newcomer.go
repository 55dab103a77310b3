package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var newcomerWords = words.AnyOf("new", "unknown", "unregistered", "not", "nuev", "nov", "descon", "neu", "unbek", "nouv", "incon", "nuov", "scon", "guest", "first", "prospect")

// NamesNewcomer reports whether a word, or the name of a step, is one for somebody who is not known yet: new,
// new_customer, not_found, unregistered.
func NamesNewcomer(name string) bool { return newcomerWords.In(name) && newcomer.MatchString(name) }

var newcomer = pattern.Lazy(`(?i)(?:^|[\s_-])(?:new|not?[\s_-]?(?:found|registered|known)|unknown|unregistered|guest|first[\s_-]?time|prospect|nuev[oa]s?|nov[oa]s?|desconocid[oa]|desconhecid[oa]|neu(?:e[rs]?)?(?:kunde)?|unbekannt|nouve(?:au|lle)|inconnue?|nuov[oa]|sconosciut[oa])(?:[\s_-]*(?:customers?|clients?|callers?|contacts?|users?|patients?|members?|leads?|clientes?|pacientes?|kunden?|patienten?))?(?:$|[\s_-])|^(?:new|unknown)[A-Z]`)

// NamesKnown reports whether a name is one for whether somebody is known: found, is_member, verified; by its last
// word, as member_discount is something else.
func NamesKnown(name string) bool {
	parts := words.In(name)
	return len(parts) > 0 && slices.Contains(knownWords, parts[len(parts)-1])
}

var knownWords = []string{"found", "known", "exists", "existing", "verified", "authenticated", "recognized", "recognised", "registered", "identified", "member", "customer",
	"encontrado", "existe", "conocido", "conhecido", "verificado", "registrado", "cadastrado", "cliente", "bekannt", "gefunden", "verifiziert", "registriert", "kunde",
	"connu", "trouvé", "vérifié", "inscrit", "trovato", "conosciuto", "verificato"}

// TellsNewcomer reports whether a text speaks to somebody as to one who is not known yet: "welcome, new customer",
// "sign up at …". One that asks, or offers something, lets people say whether they are.
func TellsNewcomer(text string) bool {
	return words.HoldsAny(text, "new ", "sign up", "register", "first time", "join", "account", "nuev", "regístr",
		"registr", "nov", "cadastr", "neu", "nouve", "inscri", "nuov", "iscri") &&
		speaksToNew.MatchString(text) && !Troubled(text) && !strings.ContainsAny(text, "?¿") && len(In(text)) == 0 && len(Said(text)) == 0
}

var speaksToNew = pattern.Lazy(`(?i)\bnew (?:customer|client|patient|member|user|caller|subscriber|guest)s?(?:[.,:;!]|$| please\b| and\b)|\bnew (?:here|to us)\b|\b(?:sign up|register|create an account|open an account)(?: (?:now|here|online|today|first|yourself))*(?: at | on | via |:? https?:|[.!])` +
	`|\b(?:your|the) first time\b|\bnuev[oa] (?:cliente|paciente|usuari[oa])\b|\breg[íi]str(?:es?e|ate|arse)\b|\bnov[oa] (?:cliente|paciente|usuári[oa])\b|\bcadastre-se\b|\bneue[nrs]? (?:kunde|patient|nutzer)|\bregistrieren sie sich\b` +
	`|\bnouve(?:au|lle) (?:client|patient)|\binscrivez-vous\b|\bnuov[oa] (?:cliente|paziente|utente)\b|\bsi registri\b|\bregistrati\b`)

// Accuses reports whether a text tells a person that he is not who may come in: "this number belongs to no customer",
// "members only".
func Accuses(text string) bool { return accusing.Of(text) }

var accusing = words.NewMemory(func(text string) bool {
	return accuses.MatchString(text) && !Troubled(text) && !Refuses(text) && !momentary.MatchString(text)
})

var accuses = pattern.Lazy(`(?i)(?:\bnot|n['’]t) (?:\w+ )?(?:belong to|who you|the person|know (?:you|who you|this (?:number|phone)|your (?:number|phone)))\b|(?:could|can|did|do|able to)(?: ?not|n['’]t)? (?:\w+ )?(?:verify|identify|authenticate) (?:you\b|your (?:identity|account|number|phone)|who you|this (?:number|phone))` +
	`|\bi(?:m|mpo)poster\b|\bimpostor\b|\bunverified\b|\b(?:is|are) (?:for|open to) (?:\w+ )?(?:members|customers|residents|employees|clients|patients|subscribers) only\b|\bonly (?:for )?(?:\w+ )?(?:members|customers|residents|employees|clients|subscribers)\b` +
	`|\bno (?:le |te |lo |la )?(?:conocemos|reconocemos|pud(?:e|imos) (?:verificar|identificar))|\bno pertenece a|\bsolo (?:para )?(?:clientes|miembros|socios)|\bnão (?:o |a |te )?(?:conhecemos|reconhecemos|pertence|(?:foi possível|conseguimos) (?:verificar|identificar))|\b(?:só|somente|apenas) (?:para )?(?:clientes|membros|sócios)` +
	`|\bkennen (?:sie|wir sie) nicht|\bnicht (?:verifizieren|identifizieren|bestätigen)|\bnur für (?:kunden|mitglieder)|\bne vous (?:connaissons|reconnaissons) pas|\bpas pu (?:vérifier|identifier)|\bréservée? aux (?:clients|membres)|\bnon (?:la |ti )?(?:conosciamo|riconosciamo)|\bnon (?:è stato possibile|siamo riusciti a) (?:verificare|identificare)|\bsolo per (?:clienti|soci|membri)`)

var momentary = pattern.Lazy(`(?i)\b(?:at th(?:is|e) (?:time|moment)|right now|currently|again|ahora mismo|en este momento|neste momento|no momento|gerade|im moment|derzeit|momentan|en ce moment|al momento|now|yet|agora|ahora|jetzt|system|sistema|système|offline|panne|guasto|störung|fault)\b|\bno responde|antwortet`)

// NamesFound reports whether a name is one for whether somebody was found: found, exists, isKnown, customer_found. One who
// is no member, or not verified, has a name all the same, and so has one whose order was not found.
func NamesFound(name string) bool {
	parts := words.In(name)
	last := len(parts) - 1
	if last < 0 || !slices.Contains(foundWords, parts[last]) {
		return false
	}
	return !slices.ContainsFunc(parts[:last], func(word string) bool {
		return !slices.Contains(besideFound, word) && !slices.Contains(acquaintances, word)
	})
}

// NamesKnownPerson reports whether a name holds a word for a person whom a business knows: find_customer. It need not be
// one for a telephone number: see NamesPersonsNumber.
func NamesKnownPerson(name string) bool {
	return words.Overlap(words.In(name), acquaintances)
}

// NamesOwnName reports whether a member is named after what the person himself is called: name, first_name, customerName;
// not after what a team, a shop or an agent is.
func NamesOwnName(name string) bool {
	return NamesName(name) && !slices.ContainsFunc(words.In(name), func(word string) bool {
		return !NamesName(word) && !slices.Contains(acquaintances, word) && !slices.Contains(besideName, word)
	})
}

var besideName = []string{"first", "last", "full", "given", "family", "display", "preferred", "de", "del", "do", "da", "completo"}

var foundWords = []string{"found", "known", "exists", "existing", "encontrado", "encontrada", "existe", "gefunden", "bekannt", "trouvé", "trouve", "connu", "trovato", "trovata"}

// besideFound are the words that stand before such a word, beside those for a person.
var besideFound = []string{"is", "was", "es", "foi", "fue", "ist", "est", "é"}

// acquaintances are words for a person whom a business knows.
var acquaintances = []string{"customer", "client", "contact", "user", "member", "patient", "guest", "caller", "person", "cliente", "paciente", "usuario", "contacto",
	"contato", "kunde", "patientin", "paziente", "utente", "persona", "pessoa"}

// TellsOfBeginning reports whether a text may tell somebody who is new that he is taken in: "you are registered now".
func TellsOfBeginning(text string) bool {
	return words.HoldsAny(text, "new ", "regist", "sign", "added", "subscri", "enrol", "creat", "open", "welcome",
		"inscri", "cadastr", "nuev", "nouv", "neu")
}
