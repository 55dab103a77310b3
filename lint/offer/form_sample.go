package offer

import (
	"strings"

	"studiolint/lint/words"
)

// FormSamples returns what people write who answer in the form that a text says, and the words that say so: numbers of so
// many digits, a date, an address of mail; none where it says no form.
func FormSamples(text string) (samples []string, said string) {
	const least, most = 3, 16
	said = Form(text)
	if said == "" {
		return nil, ""
	}
	if n, digits := Digits(text); digits == said {
		if n < least || n > most {
			return nil, ""
		}
		for _, first := range "1234567890" {
			samples = append(samples, (string(first) + "234567891234567")[:n], strings.Repeat(string(first), n))
		}
		return samples, said
	}
	if words.HoldsAny(said, "mm", "MM") {
		written := strings.ToUpper(said)
		if strings.Contains(written, "AA") {
			written = strings.ReplaceAll(written, "JJ", "DD") // jour
		}
		sample := datePieces.Replace(written)
		if strings.Trim(sample, "0123456789./- ") != "" {
			return nil, ""
		}
		return []string{sample}, said
	}
	return nil, "" // an address of mail: condition-value tells of the sign in it
}

// datePieces are the parts of a date as people are told to write it.
var datePieces = strings.NewReplacer("YYYY", "1999", "JJJJ", "1999", "AAAA", "1999", "YY", "99", "JJ", "99", "AA", "99", "MM", "11", "DD", "12", "TT", "12", "GG", "12")
