package rules

import (
	"strings"
	"time"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// checkOneYear reports a list of days spread over a year, as holidays are, with which today's date is compared and all of
// which are of that one year: from the next on none of them comes. Days near each other are those of an event, and
// where none comes each year those of a season.
func checkOneYear(p *lint.Pass, b reads.Branch) {
	const fewest, apart = 4, 120 * 24 * time.Hour
	if b.Condition.Operator != split.MatchesAnyOf || !strings.Contains(b.Subject, `"now"`) && !strings.Contains(b.Subject, "'now'") {
		return
	}
	var first, last time.Time
	yearly := 0 // a concert may be on one of them by chance
	entries := b.Comparison.Entries()
	for _, entry := range entries {
		day, ok := fullDate(entry)
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

// fullDate reads a date with its year.
func fullDate(text string) (day time.Time, ok bool) {
	for _, form := range []string{"2006-01-02", "2006/01/02", "20060102", "02.01.2006", "02/01/2006", "01/02/2006", "02-01-2006"} {
		if day, err := time.Parse(form, strings.TrimSpace(text)); err == nil {
			return day, true
		}
	}
	return time.Time{}, false
}
