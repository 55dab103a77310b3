package words

import (
	"slices"
	"strings"
)

// SharesVerb reports whether a text has, in any form, the word with which the name of a step begins, or ends: bloquear_tarjeta,
// "para bloquearla". What steps of all kinds are called by does not count.
func SharesVerb(name, text string) bool {
	in := In(name)
	if len(in) == 0 {
		return false
	}
	said := In(text)
	return isSaid(in[0], said) || isSaid(in[len(in)-1], said)
}

func isSaid(word string, said []string) bool {
	const shortest, stem = 4, 6 // bytes of a word that is part of no other by chance, and in which its forms are alike
	word = strings.TrimRight(word, "aeiou")
	if len(word) < shortest || slices.Contains(plainVerbs, word) {
		return false
	}
	begin := word[:min(len(word), stem)]
	return slices.ContainsFunc(said, func(other string) bool { return strings.HasPrefix(other, begin) })
}

// plainVerbs are words with which the names of steps begin or end that say nothing of what they do, without their last vowel.
var plainVerbs = []string{"mak", "send", "post", "call", "http", "request", "function", "widget", "step", "repl", "reply", "messag", "answer", "press", "pleas"}

// WithoutVerb returns the words of a label, in small letters, without those before what it names: "if it is open".
func WithoutVerb(label []string) []string {
	for len(label) > 1 && slices.Contains(labelVerbs, label[0]) {
		label = label[1:]
	}
	return label
}

var labelVerbs = []string{"if", "when", "it", "is", "was", "are", "value", "status", "the"}
