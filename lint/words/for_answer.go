package words

import "slices"

// forAnswers are words by which names of values say that it is somebody's answer, whatever was asked.
var forAnswers = []string{
	"answer", "reply", "response", "choice", "option", "selection", "selected", "chosen", "rating", "score", "vote", "stars", "digits", "input", "feedback", "survey",
	"antwort", "auswahl", "wahl", "bewertung", "note", "stimme", "respuesta", "eleccion", "elección", "opcion", "opción", "voto", "puntuacion", "puntuación",
	"resposta", "escolha", "opcao", "opção", "nota", "réponse", "reponse", "choix", "avis", "risposta", "scelta", "keuze", "antwoord",
}

// ForAnswer reports whether a word of a name says that it is for somebody's answer.
func ForAnswer(word string) bool { return slices.Contains(forAnswers, word) }

// forOthers are words by which names of values say that it is no answer, though it may be called like one: what holds
// without an answer, of what kind something is, and who is to look after it.
var forOthers = []string{
	"default", "defaults", "usual", "usually", "fallback", "kind", "type", "theme", "queue", "team", "skill", "skills", "department", "dept", "channel", "log", "logs",
	"standard", "vorgabe", "art", "typ", "warteschlange", "abteilung", "kanal", "protokoll",
	"predeterminado", "habitual", "tipo", "tema", "cola", "equipo", "departamento", "canal", "registro",
	"padrão", "padrao", "fila", "equipe", "défaut", "defaut", "équipe", "thème", "département", "departement", "journal", "file",
}

// ForOther reports whether a word of a name says that it is for something else than somebody's answer.
func ForOther(word string) bool { return slices.Contains(forOthers, word) }
