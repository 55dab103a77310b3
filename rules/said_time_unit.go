package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportUnits reports the values in a text that have one unit of time in their name and another one after them.
func reportUnits(p *lint.Pass, w *flow.Widget) {
	for _, t := range p.Flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			filters, printed := reads.Printed(r)
			if !printed || !r.IsContent() || len(r.Segments) < 2 ||
				!reads.OnlyAlter(filters, schemas.AltersMissing, schemas.AltersBlanks) {
				continue
			}
			_, after, found := strings.Cut(r.Text[r.Reference.End:], "}}")
			said, named, other := offer.OtherUnit(r.Name(len(r.Segments)-1), after)
			if found && other {
				p.Reportf(r, "%s is by its name in %s, and %s says %s after it; convert it, or say %s", reads.Path(r),
					named, w.Label(), words.Quote(said), named).As(finding.Warning)
			}
		}
	}
}
