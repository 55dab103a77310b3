package rules

import (
	"slices"
	"strings"
	"unicode"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

const labelWords = 3 // of a label that says what it stands for, and nothing else

// namesRefused reports whether a label of the author's own names what its condition lets through
// everything but: "Cancel", of what is not equal to "cancel appt".
func namesRefused(label string, c flow.Condition) bool {
	if !split.Negates(c.Operator) || liquid.HasMarkup(c.Value.Text()) {
		return false
	}
	said := words.WithoutVerb(plainWords(label))
	if len(said) == 0 || len(said) > labelWords || words.IsAssent(said[0]) {
		return false
	}
	return slices.ContainsFunc(refused(c), func(text string) bool { return isWithin(said, plainWords(text)) }) ||
		refusesTrue(c) && isWithin(slices.DeleteFunc(said, words.IsAssent), stateTested(c))
}

// refused are the texts that a condition of a negative operator does not let through.
func refused(c flow.Condition) []string {
	comparison := split.Compare(c.Operator, c.Value.Text())
	if c.Facts.Value == schemas.ValueList {
		return comparison.Entries()
	}
	return []string{comparison.Value()}
}

// refusesTrue reports whether a condition of a negative operator is one for what does not hold.
func refusesTrue(c flow.Condition) bool {
	return !slices.ContainsFunc(refused(c), func(text string) bool { return !words.IsTrue(text) })
}

// stateTested returns the words of the name of what a condition tests, when that says what holds
// where it is true: is and admin, of participant.isAdmin.
func stateTested(c flow.Condition) []string {
	if c.Arguments.Len() != 1 {
		return nil
	}
	return reads.StateNamed(c.Arguments.At(0).Text())
}

// isWithin reports whether each of some words is among others.
func isWithin(some, others []string) bool {
	return !slices.ContainsFunc(some, func(word string) bool { return !slices.Contains(others, word) })
}

// plainWords returns the words and numbers of a text, in lower case.
func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// saysOtherBlank reports whether a text names the contrary of an operator for what is blank or
// not, as Twilio's editor writes it ("Is Not Blank") or an author does.
func saysOtherBlank(text string, c flow.Condition) bool {
	if c.Facts.Value != schemas.ValueNone || !split.NamesBlank(text) {
		return false
	}
	said := plainWords(strings.ReplaceAll(text, "_", " "))
	if len(said) > labelWords {
		return false
	}
	return slices.Contains(said, "not") != (c.Operator == split.IsNotBlank)
}
