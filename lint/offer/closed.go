package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SaysClosed returns the words by which a text says that somebody is closed at this hour; "" when it says
// no such thing, or why or how long.
func SaysClosed(text string) string {
	if !maySayClosed.In(text) {
		return "" // nearly always, and sooner than it is remembered
	}
	return closeds.Of(text)
}

var maySayClosed = pattern.AnyOf("closed", "cerrad", "fechad", "ferm", "geschlossen", "chius")

var closeds = words.NewMemory(func(text string) string {
	if ofItsOwn.In(text) {
		return ""
	}
	return closed.FindString(text)
})

// ofItsOwn is by what one is closed for more than the night.
var ofItsOwn = pattern.AnyOf("until", "permanent", "season", "renovat", "due to", "because", "holiday", "if we", "when we", "whenever", "hasta", "debido", "feriado", "até ", "jusqu", " bis ", "wegen", "fino a", "for lunch")

var closed = pattern.Lazy(`(?i)\b(?:(?:(?:is|are) (?:currently|now|presently|already) closed|(?:currently|presently) closed|closed (?:at (?:this|the) (?:time|moment)|right now|now)|(?:actualmente|ahora) (?:estamos|est[áa]n?) cerrad[oa]s?|cerrad[oa]s? en este momento|fechad[oa]s? no momento|actuellement fermé(?:es?|s)|(?:derzeit|zurzeit|momentan) geschlossen)\b|actuellement fermé\B)`)

// TellsOwnHours reports whether a text tells when the author's own place is open, at all times of the year:
// "we are open from 9 a.m. to 5 p.m.", "our hours are".
func TellsOwnHours(text string) bool {
	return words.HoldsAny(text, "open", "hours", "abiert", "abrimos", "horario", "geöffnet", "ffnungszeiten", "ouvert", "horaires", "abert", "horário") &&
		ownHours.MatchString(text) && !otherHours.MatchString(text)
}

var (
	ownHours = pattern.Lazy(`(?i)\b(?:we(?:['’]re| are)(?: only| usually| normally| now)? open|(?:our|the) (?:(?:regular|normal|usual|business|office|opening|store|shop|clinic) ){0,2}hours|when we(?:['’]re| are) open` +
		`|(?:estamos )?abiertos?|abrimos|nuestro horario|horario de atenci[óo]n|wir (?:haben|sind)[^.!?\n]{0,60}geöffnet|unsere öffnungszeiten|nous sommes ouverts|nos horaires|estamos abertos|nosso horário|horário de atendimento)\b`)
	otherHours = pattern.Lazy(`(?i)(?:\b(?:(?:summer|winter|holidays?|christmas|easter|until further|special|temporar\pL+|today|` +
		`tomorrow|this week|verano|invierno|festivos?|navidad|hoy|mañana|sommer|feiertag\pL*|weihnacht\pL*|` +
		`heute|morgen|hiver|noël|verão|inverno|feriados?|hoje|january|february|march|april|june|july|august|` +
		`september|october|november|december)\b|amanhã\B)|\Bété\B)`)
)

// SaysNobody returns the words by which a text says that nobody is there at this hour, closed or not; "" when it
// says no such thing.
func SaysNobody(text string) string {
	if said := SaysClosed(text); said != "" {
		return said
	}
	if !mayBeAway.In(text) {
		return ""
	}
	return away.FindString(text)
}

var mayBeAway = pattern.AnyOf("closed", "nobody", "no one", "hours", "horario", "horário", "cerrad", "fechad", "geschlossen", "niemand", "zeiten", "ferm", "personne", "heures", "chius", "nadie", "ninguém", "open", "for the day")

var away = pattern.Lazy(`(?i)\b(?:(?:we|our (?:office|offices|shop|store|clinic))(?: are| is|['’]re) (?:now |already )?closed|not open (?:right now|now|at (?:this|the) (?:time|hour|moment))|(?:agents|team|staff|everyone|everybody)\b[^.!?\n]{0,15}\b(?:have|has) (?:left|gone home) for the day|(?:no hay nadie|não há ninguém) (?:en este momento|ahora|disponible|no momento|agora)|siamo chiusi|uffici sono chiusi|reached us after[ -]hours|(?:nobody|no one) is (?:in the office|here|in|available) (?:at this (?:hour|time)|now|right now)|(?:you have called |you are calling |call(?:ed|ing) )?(?:outside|after) (?:of )?(?:our |normal |regular )*(?:office|business|opening|working) hours` +
	`|(?:estamos|est[áa]) cerrad[oa]s?|fuera de(?:l| nuestro) horario|(?:estamos|está) fechad[oa]s?|` +
	`fora do (?:nosso )?horário|(?:wir haben|ist|sind)(?: derzeit| leider| jetzt)? geschlossen|` +
	`außerhalb (?:unserer|der) (?:öffnungs|geschäfts|büro|service|sprech|telefon|arbeits|bürosprech)zeiten|` +
	`nous sommes (?:actuellement )?fermés|en dehors (?:de nos|des) (?:heures|horaires)|fuori orario|` +
	`al di fuori (?:del nostro|dei nostri|dell['’]) ?orari[oi])\b`)

// Busy reports whether a text says that somebody cannot be spoken to now.
func Busy(text string) bool { return busy.MatchString(text) }

var busy = pattern.Lazy(`(?i)\b(?:busy|available|unavailable|hours|open|closed|later|answer(?:ed)?|ocupad[oa]s?|disponibles?|disponíve(?:l|is)|horario|horário|besetzt|erreichbar|später|occupées?|occupés|plus tard|team|staff|colleagues?|office)\b|\boccupé\B`)
