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
