package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// StateWord returns the word after which the field of an answer is named, that says what holds when it is true: pending
// of isPending, debt of has_debt. Ok is false where there are several, or one that says a no.
func StateWord(field string) (word string, ok bool) {
	const shortest = 5 // letters that tell a word
	for _, part := range words.In(field) {
		switch {
		case denying.MatchString(part):
			return "", false
		case len(part) < shortest || words.IsSmall(part) || words.IsCommonName(part):
		case word != "":
			return "", false
		default:
			word = part
		}
	}
	return word, word != ""
}

// DeniesOnly reports whether a text has a word, or a longer form of it, and each time behind a no in one clause.
func DeniesOnly(text, word string) bool { return clausesHave(text, word, true) }

// HasPlainly reports whether a text has a word, or a longer form of it, and says no no.
func HasPlainly(text, word string) bool {
	return clausesHave(text, word, false) && !denying.MatchString(text) && !ifAny.MatchString(text)
}

// clausesHave reports whether each clause with a word has a no, or none has, and there is one.
func clausesHave(text, word string, denied bool) bool {
	const stem = 5 // letters in which the forms of a word agree
	found := false
	word = word[:max(stem, len(word)-2)]
	endsClause := func(r rune) bool { return strings.ContainsRune(".!?;:,\n", r) }
	for clause := range strings.FieldsFuncSeq(strings.ToLower(text), endsClause) {
		if !holdsStem(clause, word) {
			continue
		}
		if denying.MatchString(clause) != denied || ifAny.MatchString(clause) {
			return false
		}
		found = true
	}
	return found
}

func holdsStem(clause, stem string) bool {
	for _, part := range words.In(clause) {
		if strings.HasPrefix(part, stem) {
			return true
		}
	}
	return false
}

var (
	denying = pattern.Lazy(`(?i)\b(?:no|not|none|nothing|never|without|cannot|kein\pL*|nicht|nichts|ohne|` +
		`aucune?|pas|rien|sans|ning[uú]n\pL*|nunca|sin|nada|sem|nenhuma?|non|nessun\pL*|senza)\b|n['’]t\b|(?:^|` +
		`[^\pL])não(?:[^\pL]|$)`)
	ifAny = pattern.Lazy(`(?i)\b(?:if|unless|when|whenever|once|whether|wenn|falls|sobald|ob|cuando|si|se|` +
		`caso|quando|quand|lorsque|only|longer|more than|nur|solo|seulement|apenas)\b`)
)
