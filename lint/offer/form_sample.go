package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// FormSample returns what somebody may write who answers in the form that a text says, and the words that say so: a
// number of so many digits, a date; none where it says no form.
func FormSample(text string) (sample, said string) {
	said = Form(text)
	if said == "" {
		return "", ""
	}
	if sample, digits := DigitSample(text); digits == said {
		return sample, said
	}
	if words.HoldsAny(said, "mm") {
		if sample = sampleOfDate(said); sample == "" {
			return "", ""
		}
		return sample, said
	}
	return "", "" // an address of mail: condition-value tells of the sign in it
}

// DigitSample returns a number of as many digits as a text asks for, and the words that say so; none where it
// names no number of them, or one of which nobody makes a form.
func DigitSample(text string) (sample, said string) {
	const least, most = 3, 16
	if n, said := Digits(text); n >= least && n <= most {
		return "1234567891234567"[:n], said
	}
	return "", ""
}

// datePieces are the parts of a date as people are told to write it.
var datePieces = strings.NewReplacer("YYYY", "1999", "JJJJ", "1999", "AAAA", "1999", "YY", "99", "JJ", "99", "AA", "99", "MM", "11", "DD", "12", "TT", "12", "GG", "12", "HH", "10")

// AsksBeyondForm reports whether a text, beside the form that some words of it say, may ask for more than that: for a
// letter, a prefix, or by an example what has another form.
func AsksBeyondForm(text, said string) bool {
	rest := strings.Replace(text, said, " ", 1)
	return besideForm.MatchString(rest) || mixed.MatchString(rest) || exampleWords.In(rest)
}

var (
	besideForm = pattern.Lazy(`(?i)\b(?:letters?|prefix|initials?|alphanumeric|begin(?:s|ning)?|start(?:s|ing)? with|followed|preceded|plus|including|dash(?:es)?|hyphens?|slash(?:es)?|country code|hh ?[:.h] ?mm|a\.?m\b|p\.?m\b` +
		`|letras?|prefijo|prefixo|seguid[ao]s?|empez|empieza|começ|comienz|buchstaben?|vorwahl|beginn|gefolgt|lettres?|pr[ée]fixe|suivie?s?|commen[cç]|letter[ae]|prefisso|seguit[ao]|inizia)|\+`)
	mixed = pattern.Lazy(`(?i)\b[\d-]*(?:[a-z]-?\d|\d-?[a-z])`)
)
