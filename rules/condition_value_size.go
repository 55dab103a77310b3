package rules

import (
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
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
				switch n := answers.SizedDigits(p.Document, b); {
				case n == 0:
				case d == nil:
					d = p.Reportf(b, "%s %s, not how many digits it has%s; for %d digits write regex [0-9]{%d}",
						strings.ReplaceAll(b.Condition.Operator, "_", " ")+" "+words.Quote(b.Comparison.Value()),
						lookedAt(b), tooShort(b, n), n, n).As(finding.Note).Identify(w.Label())
				default:
					d.Also(b, "so does this, where "+strconv.Itoa(n)+" are asked for")
				}
			}
		}
	}
}

// lookedAt says what a branch compares instead of the number of digits.
func lookedAt(b reads.Branch) string {
	if split.IsPart(b.Condition.Operator) {
		return "asks which digits are in the number"
	}
	return "compares how large the number is"
}

// tooShort tells of numbers of fewer digits, which a branch takes that only has an upper bound.
func tooShort(b reads.Branch, digits int) string {
	if b.Condition.Operator == split.LessThan && (len(b.Comparison.Value()) > digits || strings.Trim(b.Comparison.Value(), "9") == "") {
		return ": 5 passes, too"
	}
	return ""
}
