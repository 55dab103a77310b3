package rules

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportSizes reports the branches that compare how large a number is that somebody enters, where
// how many digits it has is meant: once.
func reportSizes(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !p.Flow.Reachable(w) {
			continue
		}
		for _, t := range w.Transitions {
			for _, b := range reads.BranchesOf(p, t) {
				switch n := sizedDigits(p, b); {
				case n == 0:
				case d == nil:
					d = p.Reportf(b, "%s %s, not how many digits it has%s; for %d digits write regex [0-9]{%d}",
						strings.ReplaceAll(b.Condition.Operator, "_", " ")+" "+words.Quote(b.Comparison.Value()), lookedAt(b), tooShort(b, n), n, n).As(finding.Note).Identify(w.Label())
				case len(d.Related) < lint.MaxRelated:
					d.Relate(b, "so does this, where "+strconv.Itoa(n)+" are asked for")
				}
			}
		}
	}
}

// lookedAt says what a branch compares instead of the number of digits.
func lookedAt(b reads.Branch) string {
	if slices.Contains(partly, b.Condition.Operator) {
		return "asks which digits are in the number"
	}
	return "compares how large the number is"
}

// partly are the operators that look for a text in another one.
var partly = []string{"contains", "does_not_contain"}

// tooShort tells of numbers of fewer digits, which a branch takes that only has an upper bound.
func tooShort(b reads.Branch, digits int) string {
	if b.Condition.Operator == "less_than" && (len(b.Comparison.Value()) > digits || strings.Trim(b.Comparison.Value(), "9") == "") {
		return ": 5 passes, too"
	}
	return ""
}

// sizedDigits returns how many digits a question asks for whose answer a branch compares with about
// that many, or with the least or the largest number of so many digits; 0 when it does not.
func sizedDigits(p *lint.Pass, b reads.Branch) int {
	const many = 12
	operator, value := b.Condition.Operator, b.Comparison.Value()
	equal := operator == "equal_to" || operator == "not_equal_to" || slices.Contains(partly, operator)
	if !b.Literal || operator != "less_than" && operator != "greater_than" && !equal || value == "" || len(value) > many || strings.Trim(value, "0123456789") != "" {
		return 0
	}
	number, err := strconv.Atoi(value)
	if err != nil || equal && (number <= len(value) || number > many) {
		return 0 // nearly always
	}
	n := digitsAsked(p, b, value)
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
	if operator == "less_than" {
		return near || number == most || number == most-1 || number == least
	}
	return near || number == least || number == least-1 || number == most-1
}

// digitsAsked returns how many digits, a few at least, the question asks for whose answer, as it came,
// a branch compares; 0 for none, and when the question offers the value itself.
func digitsAsked(p *lint.Pass, b reads.Branch, value string) int {
	const few, many = 3, 12
	r, ok := reads.OnlyRead(p.Flow, b.Condition)
	if !ok {
		return 0
	}
	if filters, _ := reads.Printed(r); len(filters) > 0 {
		return 0
	}
	asked := reads.Widget(p.Flow, r)
	if asked == nil || effects.ActOf(asked) != effects.Asks || !reads.IsAnswer(p.Flow, r) {
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
