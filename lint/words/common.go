package words

import "slices"

// IsCommonName reports whether a word, in small letters, is one that widgets are called by for what
// they do, whatever leads there.
func IsCommonName(word string) bool { return slices.Contains(commonNames, word) }

var commonNames = []string{"call", "message", "text", "menu", "end", "start", "send", "get", "set", "check", "ask", "say", "play", "reply", "main", "new", "more",
	"next", "back", "other", "wait", "the", "for", "and", "not"}

// IsHandOver reports whether a word, in small letters, says in the name of a widget that somebody else takes the
// call there, whoever that is: dial_billing, billing_queue.
func IsHandOver(word string) bool { return slices.Contains(handOvers, word) }

var handOvers = []string{"dial", "connect", "enqueue", "queue", "transfer", "forward", "redirect", "route", "flex", "task", "line", "desk", "team", "department", "dept",
	"to", "conectar", "transferir", "fila", "cola", "verbinden", "weiterleiten", "departamento", "abteilung", "equipo", "equipe", "setor"}

// IsChoice reports whether a word, in small letters, is a name for whatever somebody chooses or enters.
func IsChoice(word string) bool { return slices.Contains(choiceNames, word) }

var choiceNames = []string{
	"digit", "digits", "key", "keys", "option", "options", "choice", "choices", "selection", "selected",
	"chosen", "result", "code", "speech", "keypress", "dtmf",
	"opcion", "opción", "opcao", "opção", "tecla", "teclas", "digito", "dígito", "respuesta", "resposta",
	"réponse", "reponse", "choix", "touche", "auswahl", "taste", "antwort", "eingabe",
}
