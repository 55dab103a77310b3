package rules

import (
	"slices"
	"strconv"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportGaps reports the splits, or chains of them, on a clock or a number that no person has given whose branches leave
// something out, which is then told that it failed: once.
func reportGaps(p *lint.Pass) {
	var d *finding.Diagnostic
	persons := values.AsksPerson.Of(p)
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || persons[w.Index] || len(reads.Branches.Of(p)[w.Index]) == 0 || !p.Flow.Reachable(w) {
			continue
		}
		all, otherwise := reads.ChainOf(p, p.Flow, w)
		told := effects.Next(otherwise, effects.Tells)
		if len(all) < 2 || told == nil {
			continue
		}
		left, one := leftOut(p, all)
		text := effects.Prompt(told).Text()
		switch failed := offer.SaysFailed(text) || offer.SaysWrong(text); {
		case left == "" || !failed && !(one && offer.OnlyParts(text) && allTell(all)):
		case d == nil:
			d = p.Reportf(all[0], "no branch of %s takes %s, which so goes to %s; let one of them take it", w.Label(), left, told.Label()).
				As(finding.Note).Identify(w.Label()).Relate(otherwise, "where it goes")
		default:
			d.Also(all[0], "nor does one of "+w.Label()+" take "+left)
		}
	}
}

// leftOut tells what no branch takes of all that a clock may say, or between two numbers, "" for nothing; one says that
// it is a single thing.
func leftOut(p *lint.Pass, all []reads.Branch) (left string, one bool) {
	if format := reads.FormatTested(p.Flow, all[0]); format != "" {
		return clockLeftOut(all, liquid.DateTexts(format))
	}
	if r, ok := reads.OnlyRead(p.Flow, all[0].Condition); !ok || reads.InResponse(p.Flow, r) == nil {
		return "", false
	}
	low, high, least := "", "", 0.0
	for _, b := range all {
		n, err := strconv.ParseFloat(b.Comparison.Value(), 64)
		switch operator := b.Comparison.Operator(); {
		case err != nil || operator != split.LessThan && operator != split.GreaterThan:
			return "", false
		case operator == split.LessThan && (low == "" || n > least):
			low, least = b.Comparison.Value(), n
		}
	}
	for _, b := range all {
		if n, _ := strconv.ParseFloat(b.Comparison.Value(), 64); b.Comparison.Operator() == split.GreaterThan {
			if n < least || high != "" {
				return "", false
			}
			high = b.Comparison.Value()
		}
	}
	switch {
	case low == "" || high == "":
		return "", false
	case low == high:
		return low + " itself", true
	}
	return "what is from " + low + " to " + high, false
}

// clockLeftOut returns those of the texts of a clock that no branch takes: "" where all are taken, or more than a few are
// not, or a branch cannot be told.
func clockLeftOut(all []reads.Branch, texts []string) (left string, one bool) {
	const fewest, most, some = 5, 60, 4
	if len(texts) < fewest || len(texts) > most {
		return "", false
	}
	var open []string
	for _, text := range texts {
		taken := false
		for i := range all {
			switch all[i].Comparison.Holds(text) {
			case split.Yes:
				taken = true
			case split.No:
			default:
				return "", false
			}
		}
		if !taken {
			open = append(open, text)
		}
	}
	if len(open) == 0 || len(open) > some || len(open) > len(texts)/2 {
		return "", false
	}
	return words.List(open), len(open) == 1
}

// allTell reports whether all branches lead to more than a goodbye.
func allTell(all []reads.Branch) bool {
	return !slices.ContainsFunc(all, func(b reads.Branch) bool {
		told := effects.PastSetting(b.Transition)
		return told == nil || effects.ActOf(told) == effects.Tells && offer.OnlyParts(effects.Prompt(told).Text())
	})
}
