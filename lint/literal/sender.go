package literal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/words"
)

// IsSenderName reports whether a text is a name from which a text message comes, and no number, address, SID, or word for
// a value that is filled in (SENDER_ID, twilioNumber).
func IsSenderName(text string) bool {
	if text == "" || text[0] == '+' || strings.HasPrefix(text, "MG") || strings.ContainsAny(text, ":@{}<>[]$%/=\\\n") ||
		!strings.ContainsFunc(text, unicode.IsLetter) {
		return false
	}
	small := strings.ToLower(text)
	return !strings.Contains(small, "number") && !strings.Contains(small, "phone") && !strings.Contains(small, "sender") &&
		!(strings.Contains(text, "_") && text == strings.ToUpper(text)) &&
		strings.IndexByte(text, ' ') != 0 && len(text) < len("MG")+32
}

// WrongName says what a name has that Twilio does not take as that of a sender: more than some characters, or another one
// than ASCII letters, digits and certain signs; "" for nothing.
func WrongName(name string, most int, signs string) string {
	i := strings.IndexFunc(name, func(r rune) bool {
		return (r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)) && !strings.ContainsRune(signs, r)
	})
	if i >= 0 {
		r, _ := utf8.DecodeRuneInString(name[i:])
		return "holds " + words.Quote(string(r))
	}
	if count := utf8.RuneCountInString(name); count > most {
		return "has " + words.Plural(count, "character")
	}
	return ""
}
