package answers

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
)

// A Sister is a branch for a number that does not take it in a form in which all its sisters take theirs: "1" and "1.",
// "3" and "3.", and 2 by itself alone.
type Sister struct {
	Branch reads.Branch
	Other  *reads.Branch // one that does
	Lacks  string        // what it would take
	Has    string        // what the other one takes
}

// Sisters are those of a flow, one a split.
var Sisters = lint.NewFact(func(d *project.Document) (all []Sister) {
	for i, branches := range reads.Branches.Of(d) {
		if s, ok := oddSister(branches); ok && d.Flow.Reachable(d.Flow.Widgets[i]) {
			all = append(all, s)
		}
	}
	return all
})

// numbered are the branches of a split that take one number each, with all that they take.
type numbered struct {
	branch *reads.Branch
	number int
	texts  []string
}

func oddSister(branches []reads.Branch) (Sister, bool) {
	const fewest, most = 3, 24
	if len(branches) < fewest || len(branches) > most || !slices.ContainsFunc(branches, func(b reads.Branch) bool {
		return len(b.Comparison.Entries()) > 1 || strings.HasSuffix(b.Comparison.Value(), ".") || strings.HasSuffix(b.Comparison.Value(), ")")
	}) {
		return Sister{}, false
	}
	var all []numbered
	for i := range branches {
		b := &branches[i]
		if n, ok := ownNumber(b); ok && b.Subject == branches[0].Subject {
			all = append(all, n)
		}
	}
	if len(all) < fewest {
		return Sister{}, false
	}
	for form := range forms {
		var without, with *numbered
		several := false
		for j := range all {
			if slices.Contains(all[j].texts, inForm(form, all[j].number)) {
				with = &all[j]
				continue
			}
			several = several || without != nil
			without = &all[j]
		}
		if with != nil && without != nil && !several && isWritten(form, without.number, all) {
			return Sister{*without.branch, with.branch, inForm(form, without.number), inForm(form, with.number)}, true
		}
	}
	return Sister{}, false
}

// ownNumber returns the single number that a branch takes, by itself or with a mark behind it.
func ownNumber(b *reads.Branch) (n numbered, ok bool) {
	texts, listed := b.Comparison.Texts()
	if !b.Literal || !listed {
		return n, false
	}
	const most = 9 // the last number with a key
	n = numbered{branch: b, texts: texts}
	for _, text := range texts {
		number, err := strconv.Atoi(strings.TrimRight(text, ".)"))
		if err != nil || number < 0 || number > most {
			continue
		}
		if ok && number != n.number {
			return n, false
		}
		n.number, ok = number, true
	}
	return n, ok
}

// isWritten reports whether people write a number in one of the forms where branches take some numbers.
func isWritten(form, number int, all []numbered) bool {
	marked := form >= firstMarked && form < firstWord
	return inForm(form, number) != "" && (!marked || isInRow(all, number))
}

// isInRow reports whether a number is one of those from 1 on that branches take without a gap: a 0 or a 9 by which one
// leaves stands in no numbered list, and nobody writes it as one of its items.
func isInRow(all []numbered, number int) bool {
	for ; number > 1; number-- {
		if !slices.ContainsFunc(all, func(n numbered) bool { return n.number == number-1 }) {
			return false
		}
	}
	return number == 1
}

// inForm writes the number of a choice in one of the forms in which people write it, "" where there is none; from
// firstMarked to firstWord they are those of an item of a list, and from firstWord on those of the languages.
func inForm(form, n int) string {
	figure := strconv.Itoa(n)
	switch {
	case form < firstMarked:
		return figure
	case form < firstWord:
		return [...]string{figure + ".", figure + ")", "option " + figure}[form-firstMarked]
	case n < 1:
		return ""
	}
	return offer.Numeral(figure, offer.NumeralTongues[form-firstWord])
}

const firstMarked, firstWord = 1, 4

const forms = firstWord + len(offer.NumeralTongues)
