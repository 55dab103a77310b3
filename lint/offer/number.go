package offer

import (
	"strings"
	"sync"
)

// numbers are keys that are written as words.
var numbers = sync.OnceValue(func() map[string]byte {
	all := map[string]byte{}
	for _, name := range longHashes {
		all[name] = '#'
	}
	for name := range strings.SplitSeq(hashes, "|") {
		if name != "gato" {
			all[name] = '#'
		}
	}
	for name := range strings.SplitSeq(stars, "|") {
		all[name] = '*'
	}
	for _, words := range []string{
		"zero one two three four five six seven eight nine",
		"cero uno dos tres cuatro cinco seis siete ocho nueve",
		"zero um dois três quatro cinco seis sete oito nove",
		"null eins zwei drei vier fünf sechs sieben acht neun",
		"zéro un deux trois quatre cinq six sept huit neuf",
		"zero uno due tre quattro cinque sei sette otto nove",
	} {
		for i, word := range strings.Fields(words) {
			all[word] = byte('0' + i)
		}
	}
	return all
})

// longHashes are the names of the hash that have several words, or are no key without them: say gato, a cat.
var longHashes = [...]string{"number sign", "jogo da velha", "signo de número", "signo de numero", "tecla gato", "signo gato"}

// number returns the key that a text begins with as a word, and how many bytes the word
// has, 0 for none. It is a key only where nothing is counted by it: press one of them,
// press one key.
func number(text string) (key byte, n int) {
	const longest = 13
	if n = letters(text); n == 0 || n > longest {
		return 0, 0
	}
	if long := longSign(text, n); long > 0 {
		n = long
	}
	key, ok := numbers()[strings.ToLower(text[:n])]
	if !ok {
		return 0, 0
	}
	if key == '*' || key == '#' {
		word := n + skip(text[n:], space)
		if more, is := wordIn([]string{"key", "sign", "symbol", "button"}, text[word:]); is {
			n = word + more
		}
	}
	rest := text[n+skip(text[n:], space):]
	if _, purpose := wordIn(purposes, rest); rest != "" && strings.IndexByte(",.;:!?)", rest[0]) < 0 && !purpose &&
		(joint(rest) == 0 || strings.HasPrefix(rest, "of ")) ||
		strings.HasPrefix(rest, "to ") && strings.EqualFold(text[:n], "due") {
		return 0, 0
	}
	return key, n
}

// longSign returns how many bytes the name of a key has that is of several words, of whose first one it is given
// how many; 0 for none.
func longSign(text string, first int) int {
	for _, name := range longHashes {
		if len(name) > first && name[first] == ' ' && len(text) >= len(name) &&
			strings.EqualFold(text[:len(name)], name) {
			return len(name)
		}
	}
	return 0
}

// presses reports whether the verb that a text begins with asks for keys, and not for a
// choice (select one) or a number of things.
func presses(text string) bool {
	n := letters(text)
	if n == len(text) {
		return false
	}
	switch strings.ToLower(text[:n]) {
	case "press", "dial", "push", "hit", "touch", "say", "presione", "presiona", "oprima", "oprime", "marque",
		"marca", "pulse", "pulsa", "digite", "digita", "diga",
		"teclee", "teclea", "toque", "toca", "premi", "prema", "premere", "digiti", "digitare", "drücke", "drück", "wähle", "tippe",
		"drücken", "drucken", "wählen", "wahlen", "tippen", "sagen", "appuyez", "tapez", "tape", "composez", "faites",
		"dites", "pressione", "tecle", "aperte", "disque", "naciśnij", "wciśnij",
		"druk", "drukt", "toets", "toetst", "kies", "kiest":
		return true
	}
	return false
}

// pause returns how many bytes a text begins with that only make the voice wait: dots with
// blanks between, two of them or more.
func pause(text string) int {
	rest := strings.TrimLeft(text, space+".")
	if n := len(text) - len(rest); strings.Count(text[:n], ".") > 1 && rest != "" {
		if text[n-1] == ' ' {
			n-- // what comes next begins with it
		}
		return n
	}
	return 0
}

// keycap returns how many bytes a text begins with that make an emoji of the key before it.
func keycap(text string) int {
	const emoji, mark = "\ufe0f", "\u20e3"
	if rest, ok := strings.CutPrefix(text, emoji); ok && strings.HasPrefix(rest, mark) {
		return len(emoji + mark)
	}
	if strings.HasPrefix(text, mark) {
		return len(mark)
	}
	return 0
}

// plain is an answer as a person gives it: without quotes, a key as itself.
func plain(written string) string {
	answer := strings.Trim(written, "\"'“”‘’„«» .\ufe0f\u20e3")
	if inner := strings.Trim(answer, "*"); inner != "" {
		answer = inner
	}
	if key, n := number(answer); n > 0 && n == len(answer) {
		return string(key)
	}
	return answer
}
