package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// OwnFigure returns where a text tells a person a figure or a date as his own, in bytes, though none of it
// is Liquid, so that it says the same to everybody: "your balance is $350", "your last order was on 1 October 2020";
// 0, 0 where it tells none.
func OwnFigure(text string) (start, end int) {
	if strings.Contains(text, "{%") {
		return 0, 0
	}
	var m []int
	if hasYear(text) {
		m = ownDate.FindStringIndex(text)
	}
	if m == nil && ownWords.In(text) {
		m = ownFigure.FindStringIndex(text)
	}
	if m == nil || strings.HasPrefix(strings.TrimLeft(text[m[1]:], " "), "{{") {
		return 0, 0
	}
	from := strings.LastIndexAny(text[:m[0]], "!?¡¿\n") + 1
	if figureIf.MatchString(text[from:m[1]]) {
		return 0, 0
	}
	return m[0], m[1]
}

var ownWords = words.AnyOf("balance", "your last", "your latest", "most recent", "points", "miles", "credits", "appointment is", "delivery is",
	"saldo", "solde", "kontostand")

const (
	// figure is a sum or a number, in digits or as a word.
	figure = `(?:[$€£]|R\$|US\$|USD|EUR)? ?(?:[0-9][0-9.,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|cien|ciento|doscientos|quinientos|mil|cem|cento|duzentos|cent|deux|trois|hundert)\b)`

	// day is a date, or a day of the week.
	day = `(?:(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:the )?[0-9]|[0-9]{1,2}[/.][0-9]{1,2}|tomorrow at|today at)`
)

// ownFigure is how one's own figures are told. A price is the same for everybody, and so is what
// one is to pay.
var ownFigure = pattern.Lazy(`(?i)\byour (?:(?:current|available|remaining|account|bank|card|savings|checking|loyalty|points?|reward|rewards|new) ){0,3}balance(?: today)? is[:.]?\s+` + figure +
	`|\byour (?:last|latest|most recent) (?:transaction|payment|purchase|deposit|order) (?:was|of)\b[^{}!?\n]{0,60}?(?:` + day + `|` + figure + `)` +
	`|\byou (?:currently )?have[:.]?\s+` + figure + `[^{}!?\n]{0,40}?\b(?:(?:reward|loyalty|bonus|plastic|member) )?(?:points|miles|credits)\b(?: left| available| in your|\s*[.!]?\s*$)` +
	`|\byour (?:next )?(?:appointment|delivery) is (?:(?:scheduled|booked|set|confirmed) )?(?:for|on)\s+` + day +
	`|\b(?:su|tu) saldo (?:(?:actual|disponible) )?es(?: de)?:?\s+` + figure + `|\b(?:seu|o seu) saldo (?:(?:atual|disponível) )?é(?: de)?:?\s+` + figure +
	`|\bvotre solde (?:(?:actuel|disponible) )?est(?: de)?:?\s+` + figure + `|\bihr (?:aktueller )?kontostand (?:beträgt|ist):?\s+` + figure)

// hasYear is a quick look for a year of this century or the last one.
func hasYear(text string) bool {
	for i := 0; i+4 <= len(text); i++ {
		if c := text[i : i+2]; (c == "19" || c == "20") && '0' <= text[i+2] && text[i+2] <= '9' && '0' <= text[i+3] && text[i+3] <= '9' {
			return true
		}
	}
	return false
}

const (
	monthName = `(?:jan|feb|m[aä]r|apr|abr|avr|ma[iy]|mag|giu|jun|jui|juil|lug|jul|aug|ago|ao[uû]|set|sep|o[ck]t|ott|out|nov|de[cz]|d[eé]c|dic|ene|fev|f[eé]v|gen)\pL*`

	// date is a day with its month and year.
	date = `(?:[0-3]?[0-9](?:st|nd|rd|th|er|\.)?(?: of| de| di)?[ -]` + monthName + `\.?,?(?: of| de| del)?[ -]?(?:19|20)[0-9]{2}|` + monthName + `\.? (?:the )?[0-3]?[0-9](?:st|nd|rd|th)?,? (?:of )?(?:19|20)[0-9]{2}` +
		`|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-3]?[0-9][/.-][0-3]?[0-9][/.-](?:19|20)[0-9]{2})\b`
	// untilDate are the few words before it.
	untilDate = `[\s:,][^{}!?\n]{0,40}?\b` + date
)

// ownDate is how it is told when somebody last did something, with the year.
var ownDate = pattern.Lazy(`(?i)\byour (?:(?:very )?(?:last|latest|most recent|previous|recent|first) )?(?:order|purchase|visit|appointment|booking|reservation|payment|transaction|delivery|shipment|donation|call|request|claim|prescription|test|exam|check-?up|service|stay|trip|flight|application|registration|subscription|message|conversation)(?: with us| here)? (?:was|were|is dated|dates (?:from|back)|took place|happened|has been|had been)` + untilDate +
	`|\byou (?:last |first |recently )?(?:ordered|visited|called|bought|purchased|paid|contacted us|wrote|booked|signed up|registered|joined|donated|were (?:last )?(?:here|seen)|placed|made)` + untilDate +
	`|\b(?:su|tu) (?:últim[oa] )?(?:pedido|compra|visita|cita|pago|reserva|llamada|donación|solicitud)(?: más reciente)? (?:fue|se realizó|se hizo|tuvo)` + untilDate +
	`|\b(?:seu|sua) (?:últim[oa] )?(?:pedido|compra|visita|consulta|pagamento|reserva|ligação|doação)(?: mais recente)? (?:foi|ocorreu|aconteceu)` + untilDate +
	`|\bvotre (?:dernière |dernier )?(?:commande|achat|visite|rendez-vous|paiement|réservation|appel|don)(?: la plus récente| le plus récent)? (?:date|était|remonte|fut|a été)` + untilDate +
	`|\b(?:ihre|ihr|deine|dein) (?:letzter?|letztes|jüngste[rs]?) (?:bestellung|kauf|besuch|termin|zahlung|buchung|anruf|spende|einkauf) (?:war|erfolgte|ist vom|vom|fand)` + untilDate +
	`|\b(?:suo|sua|tuo|tua) (?:ultim[oa] )?(?:ordine|acquisto|visita|appuntamento|pagamento|prenotazione|chiamata|donazione)(?: più recente)? (?:è|risale|era|fu)` + untilDate)

// figureIf is how a sentence begins that speaks of a case, or of an example.
var figureIf = pattern.Lazy(`(?i)\b(?:if|when|once|unless|until|e\.g|example|ejemplo|exemplo|exemple|si|se|wenn|minimum|at least|more than|less than)\b`)

// JoinedKey returns where in a text a key is written onto the word before it, in bytes, and how it is
// to be written: "press1"; 0, 0 where none is.
func JoinedKey(text string) (start, end int, apart string) {
	if !mayJoin(text) {
		return 0, 0, ""
	}
	m := joinedKey.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0, ""
	}
	return m[2], m[3], text[m[4]:m[5]] + " " + text[m[6]:m[7]]
}

// mayJoin looks for a key after the last letter of such a word.
func mayJoin(text string) bool {
	for i := 1; i < len(text); i++ {
		if c := text[i]; (c == '*' || c == '#' || '0' <= c && c <= '9') && strings.IndexByte("slae", text[i-1]|0x20) >= 0 {
			return true
		}
	}
	return false
}

var joinedKey = pattern.Lazy(`(?i)(?:^|[\s,.;(])((press|dial|oprima|marque|presione|digite)([0-9*#]))(?:[\s,.;:!)]|$)`)
