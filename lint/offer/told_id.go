package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TellsTimeNext reports whether a text ends where it is told when something is that has a time: "your appointment is on".
func TellsTimeNext(text string) bool {
	const near = 80
	text = text[max(0, len(text)-near):]
	return timed.In(text) && timeNext.MatchString(text)
}

var (
	timed = words.AnyOf("appointment", "booking", "reservation", "visit", "meeting", "slot", "deliver", "pickup", "cita", "reserva", "visita", "entrega", "agendamento", "consulta", "termin", "buchung", "reservierung",
		"lieferung", "besuch", "rendez-vous", "livraison", "visite", "appuntamento", "prenotazione", "consegna", "afspraak")
	timeNext = pattern.Lazy(`(?i)\b(?:(?:appointment|booking|reservation|visit|meeting|slot|delivery|pickup|cita|reserva|visita|entrega|agendamento|consulta|termin|buchung|reservierung|lieferung|besuch|rendez-vous|livraison|visite|appuntamento|prenotazione|consegna|afspraak)\b[^.?!:\n#]{0,30}` +
		`\s(?:on|at|(?:booked|scheduled|set|reserved|planned|confirmed) for|will be|el|para el|a las|em|no dia|para o dia|am|um|le|à|il|alle|op|om)` +
		`|(?:appointment|visit|meeting|cita|consulta|termin|besuch|rendez-vous|appuntamento|afspraak) (?:is|es|é|ist|est|è)) *[*_]?$`)
)
