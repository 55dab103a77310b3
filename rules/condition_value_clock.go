package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// reportClock reports a time that is written in another form than the one in which a branch compares
// times, and whether it is one.
func reportClock(p *lint.Pass, b reads.Branch, format string) bool {
	wanted := reads.FormatCompared(b.Condition.Facts.Value)
	if wanted == "" || strings.HasPrefix(format, wanted) || liquid.IsWholeMoment(format) {
		return false
	}
	severity, wrong := finding.Warning, ""
	switch {
	case strings.Contains(format, "%I") && !strings.ContainsAny(format, "pPr"):
		wrong = "writes 5 p.m. like 5 a.m., so as a time it is compared wrongly"
	case format == "%H:%m":
		wrong = "writes the month where the minutes belong, so as a time it is compared wrongly"
	default:
		severity, wrong = finding.Note, "is no form in which Studio compares, so the branch is a matter of luck"
	}
	at := writtenTime(p, b)
	if d, first := p.ReportOncef(nil, at, "%s %s; write %s", words.Quote(format), wrong, words.Quote(wanted)); first {
		d.As(severity).Relate(b, "what compares it")
	}
	return true
}

// writtenTime returns where the time stands that a branch tests.
func writtenTime(p *lint.Pass, b reads.Branch) source.Node {
	if r, ok := reads.OnlyRead(p.Flow, b.Condition); ok {
		if key, ok := reads.VariableOf(p.Flow, r); ok {
			return p.Flow.Variable(key).Writes[0].Value
		}
	}
	return b.Condition.Arguments.At(0)
}

// hasOtherSigns reports whether a branch compares a date with texts that have other signs between the
// numbers than the format writes.
func hasOtherSigns(b reads.Branch, format string) bool {
	texts, ok := b.Comparison.Texts()
	bare := liquid.DateSigns(format)
	if !ok || bare == format || bare == "" || strings.Contains(bare, "%") {
		return false
	}
	return !slices.ContainsFunc(texts, func(text string) bool {
		return text == "" || strings.Map(withoutDigits, text) == bare
	})
}

func withoutDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return -1
	}
	return r
}
