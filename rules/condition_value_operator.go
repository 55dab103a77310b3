package rules

import (
	"errors"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

func checkBranchValue(p *lint.Pass, b reads.Branch) {
	value := strings.TrimSpace(b.Condition.Value.Text())
	operator := b.Condition.Facts
	switch operator.Value {
	case schemas.ValueNumber:
		checkCountable(p, b, value)
	case schemas.ValueTime:
		checkClock(p, b, value, "a time as HH:MM on the 24 hour clock", split.OtherTimes)
	case schemas.ValueDate:
		checkClock(p, b, value, "a date as YYYY-MM-DD", split.OtherDates)
	case schemas.ValueList:
		checkOneYear(p, b)
		switch {
		case len(b.Comparison.Entries()) == 1 && checkNothing(p, b, value):
		case len(b.Comparison.Entries()) == 0:
			p.ReportSomef("", b, "%s wants entries between commas, and there is none; write them", operator.Name)
		case len(b.Comparison.Entries()) == 1 && split.PartedOtherwise(value):
			commas := split.WithCommas(b.Condition.Value.Text())
			p.Reportf(b, "%s wants entries between commas; %s is a single entry, so only that whole text matches; write commas",
				operator.Name, words.Quote(value)).
				SuggestName(true, commas, b.Condition.Value.SetText(commas))
		}
	case schemas.ValueRegex:
		checkRegex(p, b, value)
	case schemas.ValueText:
		if words.HasLoneQuote(value) {
			bare := strings.Trim(value, "\"“”")
			p.Reportf(b, "%s has a quote that nothing closes, and only a text with it fits; take it away", words.Quote(value)).
				SuggestName(true, bare, b.Condition.Value.SetText(bare))
		} else if checkNothing(p, b, value) || checkExpression(p, b, value) {
			return
		} else if split.HasOneText(operator.Name) && (looksLikeList(value) || isAllListed(p, value)) {
			hint := "use matches_any_of for a list"
			if operator.Name != split.EqualTo {
				hint = "write one condition for each entry"
			}
			d := p.Reportf(b, "%s compares with the whole of %s; %s", operator.Name, words.Quote(value), hint)
			if operator.Name == split.EqualTo {
				d.SuggestName(false, split.MatchesAnyOf, b.Condition.Node.Get("type").SetText(split.MatchesAnyOf))
			}
		}
	}
}

// checkUntested looks at the values of conditions that name nothing to test.
func checkUntested(p *lint.Pass, w *flow.Widget) {
	for _, b := range reads.Untested(p.Document, w) {
		if b.Literal {
			checkBranchValue(p, b)
		}
	}
}

// checkNothing looks at a value that no text that is tested has: one in quotes, and the word for
// no value. It reports whether it is one.
func checkNothing(p *lint.Pass, b reads.Branch, value string) bool {
	bare, isNothing := "", false
	switch b.Condition.Operator {
	case split.EqualTo, split.NotEqualTo, split.MatchesAnyOf, split.DoesNotMatchAnyOf:
		bare, isNothing = words.Unquoted(value), words.IsNull(value)
	case split.Contains, split.DoesNotContain:
		isNothing = words.IsNull(value)
	}
	if bare == "" && !isNothing {
		return false // nearly always
	}
	r, ok := reads.OnlyRead(p.Flow, b.Condition)
	if !ok || !isBrought(p, r) {
		return false // a person may write quotes
	}
	filters, _ := reads.Printed(r)
	if len(filters) > 0 && reads.Through(filters, "to_json", "json", "default", "append", "prepend", "replace") {
		return false
	}
	if bare != "" {
		p.Reportf(b, "%s is compared with its quotes, which what a service sends rarely has; write %s", words.Clip(value, 40), words.Clip(bare, 40)).
			As(finding.Note).SuggestName(false, bare, b.Condition.Value.SetText(bare))
		return true
	}
	format := "what is null or missing comes out blank, and not as %s; use is_blank"
	if split.Negates(b.Condition.Operator) {
		format = "what is null or missing comes out blank, and not as %s: it takes this branch, too; use is_not_blank"
	}
	p.ReportSomef("", b, format, words.Quote(value)).As(finding.Note)
	return true
}

// isBrought reports whether a reference reads what a request has brought, itself or by a variable that
// holds nothing else.
func isBrought(p *lint.Pass, r flow.Ref) bool {
	parsed := func(r flow.Ref) bool { return reads.Response(p.Flow, r) != nil }
	key, variable := reads.VariableOf(p.Flow, r)
	if !variable {
		return parsed(r)
	}
	v := p.Flow.Variable(key)
	return v != nil && len(v.Writes) > 0 && !slices.ContainsFunc(v.Writes, func(write flow.Write) bool {
		t := p.Flow.TemplateAt(write.Value)
		if t == nil || len(t.Refs()) != 1 {
			return true
		}
		filters, _ := reads.Printed(t.Refs()[0])
		return len(filters) > 0 || !reads.IsAll(t.Refs()[0]) || !parsed(t.Refs()[0])
	})
}

// mayGoOn reports whether what a reference reads are words of a person, which may go on: not keys.
func mayGoOn(f *flow.Flow, r flow.Ref) bool {
	v := reads.Value(f, r)
	return reads.IsAnswer(f, r) && (v == nil || v.Holds != schemas.HoldsKeys)
}

func checkRegex(p *lint.Pass, b reads.Branch, value string) {
	wrong, instead, doubt := split.CheckPattern(value)
	var refused *pattern.Error
	switch {
	case wrong == "" && errors.As(pattern.Check(value), &refused):
		before := strings.Index(b.Condition.Value.Text(), value)
		p.ReportSomef(refused.Error(), b.Condition.Value.Part(before+refused.Start, before+refused.End), "%s is not a Java regular expression: %s",
			words.Quote(value), refused)
	case wrong == "":
	case doubt == split.Narrow:
		if r, ok := reads.TestedAnswer(p.Flow, b.Condition); ok && mayGoOn(p.Flow, r) {
			p.Reportf(b, "%s looks for how the answer begins, but a regular expression must match all of it; write %s",
				words.Quote(value), words.Quote(instead)).As(finding.Note)
		}
	case doubt == split.Perhaps:
		p.Reportf(b, "the regular expression %s must match the whole text, so it is the same as equal_to; write %s to find it anywhere in the text",
			words.Quote(value), words.Quote(instead)).As(finding.Note)
	default:
		d := p.Reportf(b, "the regular expression %s does not match what it seems to: %s; write %s", words.Quote(value), wrong, words.Quote(instead))
		d.SuggestName(doubt == split.Certain, instead, b.Condition.Value.SetText(instead))
	}
}
