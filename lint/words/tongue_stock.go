package words

// StockTongue returns the language of a short text by what is said in every flow: "please try again later". It is for
// texts that are too short for Tongue, and "" where words of two languages stand, or where it is not clear. Greetings
// and thanks that people say in other languages, too, tell nothing: adiós, merci.
func StockTongue(text string) string {
	if len(text) < shortestTold || len(text) > longestStock {
		return ""
	}
	return stock.Of(text)
}

// longestStock is how many bytes a text has at most that is short.
const longestStock = 90

var stock = NewMemory(func(text string) string {
	code := ""
	for i := range stockPhrases {
		if !stockPhrases[i].said.In(text) {
			continue
		}
		if code != "" {
			return ""
		}
		code = stockPhrases[i].code
	}
	if code == "" {
		return ""
	}
	found := tongueWords(text)
	best := 0
	for i := range tongues {
		if tongues[i].code == code && !tongues[i].rival {
			best = i
		}
	}
	for i := range tongues {
		if i != best && found.apart(i, best) > 0 {
			return ""
		}
	}
	return code
})

var stockPhrases = [...]struct {
	code string
	said *Any
}{
	{"en", AnyOf("please try", "please call", "please wait", "please hold", "please enter", "please press", "please choose", "please select", "please say", "please leave", "please reply", "please type", "please stay", "try again",
		"one moment", "goodbye", "invalid option", "invalid input", "invalid choice", "invalid selection", "invalid entry", "invalid code", "invalid number", "hold the line", "stay on the line")},
	{"es", AnyOf("por favor intent", "por favor, intent", "por favor espere", "por favor, espere", "por favor marque", "por favor, marque", "por favor presione", "por favor ingrese", "por favor, ingrese", "por favor elija",
		"por favor, elija", "por favor llame", "por favor, llame", "por favor seleccion", "por favor deje", "por favor escriba", "por favor, escriba", "intente de nuevo", "intente nuevamente", "intente otra vez", "intente más tarde",
		"inténtelo", "inténtalo", "intentelo de", "intentalo de", "opción no válida", "opción inválida", "opción incorrecta", "opcion no valida", "opcion invalida", "lo sentimos", "un momento por favor", "un momento, por favor")},
	{"pt", AnyOf("por favor tente", "por favor, tente", "por favor aguarde", "por favor, aguarde", "por favor escolha", "por favor, escolha", "por favor ligue", "por favor, ligue", "tente novamente", "tente de novo", "tente mais tarde",
		"opção inválida", "opcao invalida", "um momento por favor", "um momento, por favor")},
	{"fr", AnyOf("veuillez", "un instant", "réessayez", "réessayer", "choix non valide", "choix invalide")},
	{"de", AnyOf("auf wiederhören", "auf wiedersehen", "ungültige eingabe", "ungültige auswahl", "einen moment bitte", "einen moment, bitte", "bitte versuchen sie", "bitte warten sie", "bitte wählen sie", "bitte drücken sie",
		"bitte geben sie", "bitte rufen sie")},
	{"it", AnyOf("riprova", "riprovi", "scelta non valida", "opzione non valida", "attenda in linea", "attendere prego", "un momento per favore", "un momento, per favore")},
	{"nl", AnyOf("probeer het", "probeer opnieuw", "probeer later", "tot ziens", "ongeldige keuze", "ongeldige invoer", "een moment alstublieft", "een moment geduld")},
}
