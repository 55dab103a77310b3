package placeholder

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Specimen returns where in a text somebody stands who is nobody: a name, an e-mail address or
// a telephone number as they are on every specimen, in bytes: from and up to. It is none where
// the text only shows how to write one ("reply with your name, like John Doe"). Where what is
// read is no sentence for a person, a name counts only as a whole value.
func Specimen(s string, sentence bool) (span [2]int, ok bool) {
	for _, m := range specimens.Of(s) {
		var group int
		for group = 1; m[2*group] < 0; group++ {
		}
		start, end := m[2*group], m[2*group+1]
		if !isSpecimen(s, start, end, group, sentence) {
			continue
		}
		before := s[:start]
		if showsHow.MatchString(lastWords(before)) || (group == 1 || strings.HasSuffix(before, "(")) && tellsHow.MatchString(before) {
			return span, false
		}
		return [2]int{start, end}, true
	}
	return span, false
}

// isSpecimen reports whether what a group of the expression found belongs to nobody.
func isSpecimen(s string, start, end, group int, sentence bool) bool {
	switch word := s[start:end]; group {
	case 1: // a name: a whole value, or one between quotes, where the text is no sentence
		return sentence || end-start == len(s) || start > 0 && end < len(s) && s[start-1] == '"' && s[end] == '"'
	case 2:
		at := strings.LastIndexByte(word, '@')
		return isNobodys(strings.ToLower(word[:at]), strings.ToLower(word[at+1:]))
	case 3:
		return isFictional(word) || hasNoArea(word)
	default:
		return Number(word)
	}
}

// hasNoArea reports whether a number of ten digits in groups has an area code that there is none of: one that
// begins with 1, or 000. Other countries write other groups, or a 0 first.
func hasNoArea(number string) bool {
	const groups = len("2025550123")
	area := strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, number)
	if len(area) > groups {
		area = area[1:] // the 1 of North America
	}
	return strings.HasPrefix(area, "1") || strings.HasPrefix(area, "000")
}

var specimens = words.NewMemory(func(s string) [][]int {
	if !mayShow(s) {
		return nil
	}
	return specimen.FindAllStringSubmatchIndex(s, -1)
})

// specimen are the names of nobody, e-mail addresses, and numbers with 555 in groups.
var specimen = pattern.Lazy(`(?i)(?:^|[^\pL.@])(?:` +
	`((?:john|jane) (?:doe|smith)|joe bloggs|(?:max|erika) mustermann|fulano de tal|juan p[ée]rez|jean dupont|mario rossi)(?:[^\pL-]|$)` +
	`|([a-z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,})` +
	`|((?:\+?1[ .-]?)?(?:\([0-9]{3}\) ?|[0-9]{3}[ .-])[0-9]{3}[ .-][0-9]{4})(?:[^0-9]|$)` +
	`|(\+[0-9]{8,15})(?:[^0-9]|$))`)

// showsHow is the end of a text after which an example comes.
var showsHow = pattern.Lazy(`(?i)(?:e\.?\s?g\.?,?|\blike|\bsuch as|\bas in|\bexamples?|\bz\. ?b\.?|\bcomo|\bex\.?|\bcomme|\bformat)[\s:,"'“(*_]*$`)

// lastWords returns the end of a text, without the signs that may come after an example is announced: more
// than showsHow matches, and never all of a long text without blanks, of which each placeholder asks.
func lastWords(s string) string {
	const enough = 60 // bytes
	s = strings.TrimRight(s, " \t\n\f\r:,\"'“(*_")
	return s[max(0, len(s)-enough):]
}

// mayShow is a quick look for what every specimen has: an @, 555 or another beginning of a number that
// nobody has, or the last of the names.
func mayShow(s string) bool {
	return strings.IndexByte(s, '@') >= 0 || words.HoldsAny(s, "555", "+1234567", "123-", "(123)", "000-", "111-",
		" doe", " smith", " blogg", " mustermann", " de tal", " perez", " pérez", " pÉrez", " dupont", " rossi")
}

// isNobodys reports whether an e-mail address, in small letters, is one for examples.
func isNobodys(user, host string) bool {
	if isSample(host) {
		return true
	}
	switch user {
	case "test", "foo", "user", "name", "email", "yourname", "your.name", "youremail", "your.email", "your-email",
		"john.doe", "johndoe", "jane.doe", "janedoe", "john.smith", "johnsmith":
	default:
		return false
	}
	switch host {
	case "test.com", "email.com", "mail.com", "gmail.com", "foo.com", "company.com", "test.org":
		return true
	}
	return false
}
