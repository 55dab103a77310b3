package offer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// LoneQuote returns where in a text a quote stands that nothing opens or closes, with the word beside
// it, in bytes; 0, 0 for none. Inches are written with one, and the quotes of Liquid and of tags are
// another matter.
func LoneQuote(text string) (start, end int) {
	const quote = '"'
	if strings.Count(text, `"`)%2 == 0 || strings.ContainsAny(text, "{}<>“”„«»") {
		return 0, 0
	}
	open := -1
	for i := range len(text) {
		if text[i] != quote {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+1:])
		opens := (i == 0 || unicode.IsSpace(before) || before == '(') && unicode.IsLetter(after)
		closes := (unicode.IsLetter(before) || strings.ContainsRune(".,!?", before)) &&
			(i+1 == len(text) || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)", after))
		switch {
		case opens == closes:
			return 0, 0
		case opens && open < 0:
			open = i
		case closes && open >= 0:
			open = -1
		case opens:
			return wordAt(text, open)
		default:
			return wordAt(text, i)
		}
	}
	if open < 0 {
		return 0, 0
	}
	return wordAt(text, open)
}

// wordAt returns the word at a place, with its signs.
func wordAt(text string, at int) (start, end int) {
	start, end = at, len(text)
	for start > 0 && !isBlank(text[start-1]) {
		start--
	}
	if i := strings.IndexAny(text[at:], " \t\n"); i >= 0 {
		end = at + i
	}
	return start, end
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// LowerAfterStop returns where in a text a line begins with a small letter after a full stop, in
// bytes, with the word before, though every other line begins with a capital; 0, 0 for none.
func LowerAfterStop(text string) (start, end int) {
	if !strings.Contains(text, ".\n") || strings.Contains(text, "{%") || text[0] < 'A' || text[0] > 'Z' {
		return 0, 0
	}
	capitals := 0
	for i := 0; i < len(text); {
		line := text[i:]
		if n := strings.IndexByte(line, '\n'); n >= 0 {
			line = line[:n]
		}
		if first, size := utf8.DecodeRuneInString(line); unicode.IsUpper(first) {
			capitals++
		} else if second, _ := utf8.DecodeRuneInString(line[size:]); unicode.IsLower(first) && unicode.IsLower(second) {
			before := strings.TrimSuffix(text[:max(i-1, 0)], ".")
			from := strings.LastIndexAny(before, " \n") + 1
			const least = 4 // letters, else it may be short for another word
			if end > 0 || !strings.HasSuffix(text[:max(i-1, 0)], ".") || len(before)-from < least || strings.ContainsAny(before[from:], "./@") {
				return 0, 0
			}
			start, end = from, i+endOfWord(line, 0)
		} else if unicode.IsLower(first) {
			return 0, 0
		}
		i += len(line) + 1
	}
	if capitals < 2 {
		return 0, 0
	}
	return start, end
}

// ExampleApart returns where in a text an example of an answer stands, in bytes, of whose letters none
// is one of those that the lines of the text offer: "(e.g. abd)" over "h. Halal"; 0, 0 for none.
func ExampleApart(text string) (start, end int) {
	if strings.IndexByte(text, '(') < 0 || !words.HoldsAny(text, "(ex", "(e.g", "(eg", "(for ex", "(ej", "(p. ej", "(por ej", "(z.b", "(z. b") {
		return 0, 0
	}
	m := exampleOfLetters.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0
	}
	const few = 3
	labels := letterLines.FindAllStringSubmatch(text, -1)
	if len(labels) < few {
		return 0, 0
	}
	example := strings.ToLower(text[m[2]:m[3]])
	for _, label := range labels {
		if strings.Contains(example, strings.ToLower(label[1])) {
			return 0, 0
		}
	}
	return m[2], m[3]
}

var (
	exampleOfLetters = pattern.Lazy(`(?i)\((?:ex|e\.?g|for example|example|ej|p\. ?ej|por ejemplo|por exemplo|z\. ?b)[.:,]?\s*([a-z](?:[, ]*[a-z]){0,5})\s*\)`)
	letterLines      = pattern.Lazy(`(?im)^\s*([a-z])[.):]\s*\S`)
)

// AsksForDate reports whether a text asks for a date with keys and does not say how it is written.
func AsksForDate(text string) bool {
	return words.HoldsAny(text, "birth", "expir", "month and", "nacimiento", "vencimiento", "nascimento", "geburt", "naissance") &&
		dateAsked.MatchString(text) && !dateForm.MatchString(text)
}

var (
	dateAsked = pattern.Lazy(`(?i)\b(?:enter|key in|type(?: in)?|dial|ingrese|introduzca|digite|marque|geben sie|saisissez|entrez)\b[^.?!\n]{0,40}\b(?:date of birth|birth ?date|expir(?:y|ation) (?:date|month)|month and (?:the )?year|fecha de (?:nacimiento|vencimiento)|data de (?:nascimento|vencimento)|geburtsdatum|date de naissance)\b`)
	dateForm  = pattern.Lazy(`(?i)digit|format|\bm{1,2}\b|mmdd|ddmm|mmyy|yyyy|aaaa|jjmm|ttmm|[0-9]|example|ejemplo|exemplo|exemple|beispiel|followed by|seguid|suivi|gefolgt|first|then|two|four|six|eight|dígito|cifra|chiffre|ziffer|cifre|primero|primeiro|zuerst|d[’']abord|luego|dann|puis|poi|\blike\b|such as`)
)
