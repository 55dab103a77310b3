package offer

import "slices"

// IsUnasked reports whether a word, in small letters, is one that people write without being told to.
func IsUnasked(word string) bool { return slices.Contains(unasked, word) }

var unasked = []string{
	"hello", "hey", "hola", "ola", "olá", "hallo", "bonjour", "menu", "menú", "menü", "back", "exit", "quit", "restart", "reset", "home", "main",
	"again", "repeat", "agent", "human", "operator", "person", "representative", "thanks", "thank", "gracias", "obrigado", "obrigada", "danke", "merci",
	"yes", "no", "sim", "não", "nao", "oui", "non", "nein", "okay", "test",
}
