package answers

import (
	"studiolint/lint"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// Keywords returns the words that Twilio itself acts on for which a comparison holds as its
// author meant it.
func Keywords(c split.Comparison) []*schemas.Keyword {
	var found []*schemas.Keyword
	for _, text := range texts(c) {
		if k := schemas.KeywordOf(text); k != nil && c.Holds(text) == split.Yes && c.Holds("") != split.Yes && isWord(c, k) {
			found = append(found, k)
		}
	}
	return found
}

// TakenKeywords are the words that Twilio itself acts on for which the branches of a flow look.
var TakenKeywords = lint.NewFact(func(d *project.Document) map[string]bool {
	taken := map[string]bool{}
	for b := range reads.EachBranch(d) {
		if b.Literal {
			for _, k := range Keywords(b.Comparison) {
				taken[k.Word] = true
			}
		}
	}
	return taken
})

// SaidByTwilio reports whether a comparison holds only for words that Twilio answers, and
// that nobody writes to choose something else.
func SaidByTwilio(c split.Comparison) bool {
	found := Keywords(c)
	for _, k := range found {
		if k.Menu || k.Effect == schemas.KeywordOptOut && !k.Plain {
			return false
		}
	}
	return len(found) > 0 && len(found) == len(texts(c))
}

// texts are the entries of a list, or else the value.
func texts(c split.Comparison) []string {
	if entries := c.Entries(); len(entries) > 0 {
		return entries
	}
	if c.Operator() == split.Regex {
		if listed, ok := c.Texts(); ok {
			return listed
		}
	}
	return []string{c.Value()}
}

// isWord reports whether a comparison means the word, and not letters of another: "end"
// is in "weekend".
func isWord(c split.Comparison, k *schemas.Keyword) bool {
	return len(k.Word) > len("END") || c.Holds("x"+c.Value()) != split.Yes
}
