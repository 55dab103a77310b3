package schemas

import "strings"

// Keyword is a word that Twilio itself acts on when it is the whole of a message, on
// numbers with the default handling; case does not matter.
type Keyword struct {
	Word       string // in capitals
	Effect     KeywordEffect
	Plain      bool // nobody writes it for anything else
	Menu       bool // flows offer it for something of their own as a rule
	Sources    []string
	Confidence Confidence
}

// KeywordEffect says what a keyword does.
type KeywordEffect string

// A person opts out, so that later messages fail (21610), or in again; or gets the
// account's help text. The latter two Twilio answers.
const (
	KeywordOptOut KeywordEffect = "opt-out"
	KeywordOptIn  KeywordEffect = "opt-in"
	KeywordHelp   KeywordEffect = "help"
)

// IsForTwilio reports whether a message is a word that is offered because Twilio itself acts on it.
func IsForTwilio(message string) bool {
	k := KeywordOf(message)
	return k != nil && !k.Menu
}

// IsNamedIn reports whether a text has a word of an effect, in capitals as such a word is offered, be it in a longer one:
// a quick look.
func (e KeywordEffect) IsNamedIn(text string) bool {
	for i := range keywordTable {
		if k := &keywordTable[i]; k.Effect == e && strings.Contains(text, k.Word) {
			return true
		}
	}
	return false
}

// KeywordOf returns the word that Twilio itself acts on that a message is, or nil.
func KeywordOf(message string) *Keyword {
	word := strings.ToUpper(strings.TrimSpace(message))
	for i := range keywordTable {
		if k := &keywordTable[i]; k.Word == word {
			return k
		}
	}
	return nil
}
