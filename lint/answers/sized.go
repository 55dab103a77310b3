package answers

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// SizedDigits returns how many digits a question asks for whose answer a branch compares with about
// that many, or with the least or the largest number of so many digits; 0 when it does not.
func SizedDigits(d *project.Document, b reads.Branch) int {
	const many = 12
	operator, value := b.Condition.Operator, b.Comparison.Value()
	equal := operator == split.EqualTo || operator == split.NotEqualTo || split.IsPart(operator)
	if !b.Literal || !split.IsBound(operator) && !equal || value == "" ||
		len(value) > many || strings.Trim(value, "0123456789") != "" {
		return 0
	}
	number, err := strconv.Atoi(value)
	if err != nil || equal && (number <= len(value) || number > many) {
		return 0 // nearly always
	}
	n := digitsAsked(d, b, value)
	if n == 0 {
		return 0
	}
	if equal && (number != n || len(value) >= n) || !equal && !isSize(operator, number, n) {
		return 0
	}
	return n
}

// isSize reports whether a comparison is with about the number of some digits, or with the least or
// the largest number of so many.
func isSize(operator string, number, digits int) bool {
	least, most := pow10(digits-1), pow10(digits)
	near := number >= digits-1 && number <= digits+1
	if operator == split.LessThan {
		return near || number == most || number == most-1 || number == least
	}
	return near || number == least || number == least-1 || number == most-1
}

// digitsAsked returns how many digits, a few at least, the question asks for whose answer, as it came,
// a branch compares; 0 for none, and when the question offers the value itself.
func digitsAsked(d *project.Document, b reads.Branch, value string) int {
	const few, many = 3, 12
	r, ok := reads.TestedAnswer(d.Flow, b.Condition)
	if !ok {
		return 0
	}
	if filters, _ := reads.Printed(r); len(filters) > 0 {
		return 0
	}
	asked := reads.Widget(d.Flow, r)
	if asked == nil || effects.ActOf(asked) != effects.Asks || !reads.IsAnswer(d.Flow, r) {
		return 0
	}
	text := effects.ToldBefore(asked)
	n, _ := offer.Digits(text)
	if n < few || n > many || slices.ContainsFunc(offer.In(text), func(o offer.Offer) bool { return o.Answer == value }) {
		return 0
	}
	return n
}

func pow10(n int) int {
	number := 1
	for range n {
		number *= 10
	}
	return number
}
