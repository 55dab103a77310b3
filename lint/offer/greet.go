package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// GreetsNext reports whether a text ends in a greeting, so that the name of somebody comes next: "Hello ".
func GreetsNext(text string) bool { return greeting.MatchString(words.Ending(text)) }

var greeting = pattern.Lazy(`(?i)(?:^|[^\pL])(?:hello|hi|hey|dear|welcome|welcome back|good (?:morning|afternoon|evening|day)|hola|bienvenid[oa]s?|buenos d[ií]as|buenas tardes|estimad[oa]|ol[aá]|bom dia|boa tarde|prezad[oa]|bonjour|bonsoir|cher|ch[eè]re|bienvenue|hallo|guten (?:tag|morgen|abend)|ciao|buongiorno|salve|caro|cara),? *[*_]?$`)

// NamesName reports whether a member is named after what somebody is called.
func NamesName(name string) bool {
	for _, word := range words.In(name) {
		switch word {
		case "name", "firstname", "fullname", "lastname", "nombre", "nome", "vorname", "nachname", "prenom", "nom", "cognome":
			return true
		}
	}
	return false
}
