package offer

import "studiolint/lint/words"

// NamesOtherWay reports whether a text may tell a person whose answer is refused what else to do: where to call or write,
// or to wait for somebody.
func NamesOtherWay(text string) bool { return otherWay.In(text) }

var otherWay = words.AnyOf("http", "www.", "@", "call ", "contact", "write to", "hang up", "wait", "stay on", "hold", "operator", "agent", "menu", "cancel", "exit", "back", "skip", "stop",
	"llame", "llama", "comun", "ligue", "contat", "contato", "salir", "sair", "voltar", "volver", "asesor", "atendente", "anruf", "rufen", "wenden", "appel", "chiam", "rappel")
