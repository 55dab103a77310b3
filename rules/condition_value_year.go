package rules

import (
	"time"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkOneYear reports a list of days spread over a year, as holidays are, with which today's date is compared and all
// of which are of that one year: from the next on none of them comes. Days near each other are those of an event, and
// where none comes each year those of a season.
func checkOneYear(p *lint.Pass, b reads.Branch) {
	const fewest, apart = 4, 120 * 24 * time.Hour
	if t := p.Flow.TemplateAt(b.Condition.Arguments.At(0)); b.Condition.Operator != split.MatchesAnyOf || t == nil || !t.Liquid.HoldsNow(t.Text) {
		return
	}
	var first, last time.Time
	yearly := 0 // a concert may be on one of them by chance
	entries := b.Comparison.Entries()
	for _, entry := range entries {
		day, ok := words.FullDate(entry)
		if !ok {
			return
		}
		if offer.OfEachYear(day) {
			yearly++
		}
		if first.IsZero() || day.Before(first) {
			first = day
		}
		if day.After(last) {
			last = day
		}
	}
	if len(entries) >= fewest && yearly > 1 && first.Year() == last.Year() && last.Sub(first) >= apart {
		p.Reportf(b, "all %d days of this list are of %d, so from %d on none of them comes; keep them where they are renewed each year",
			len(entries), first.Year(), first.Year()+1).As(finding.Note)
	}
}
