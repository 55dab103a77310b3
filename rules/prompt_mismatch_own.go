package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOwnNumber reports the texts that tell a person the number that was called as one's own: once.
func reportOwnNumber(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		own := reads.ContactBeside(r)
		if own == "" || !effects.IsTold(r.Widget) || r.Node != effects.Prompt(r.Widget) {
			continue
		}
		start := strings.LastIndex(r.Text[:r.Reference.Span.Start], "{{")
		if start < 0 || !offer.EndsWithYourNumber(r.Text[:start]) || !p.Flow.Reachable(r.Widget) || effects.HeardBy(p.Flow, r.Widget) != effects.Contact {
			continue
		}
		if d == nil {
			d = p.Reportf(r.Place(), "%s tells a person %s as one's own number, which is the one that was called; read %s",
				r.Widget.Label(), reads.Path(r), r.Root()+"."+r.Name(1)+"."+own).As(finding.Warning).Identify(r.Widget.Label())
			continue
		}
		d.Also(r.Place(), "so does "+r.Widget.Label())
	}
}

// reportDoubledCode reports the numbers that are kept with +1 before them, though one has keyed the 1: once.
func reportDoubledCode(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, t := range p.Flow.Templates() {
		if t.Literal || !strings.HasPrefix(t.Text, "+1{{") || len(t.Refs()) != 1 {
			continue
		}
		r := t.Refs()[0]
		asked := reads.Widget(p.Flow, r)
		if filters, ok := reads.Printed(r); !ok || len(filters) > 0 || asked == nil || asked.Facts.KeyEntry == nil ||
			reads.Holds(p.Flow, r) != schemas.HoldsKeys || !p.Flow.Reachable(t.Widget) {
			continue
		}
		const most = 10 // digits of a number in North America
		digits, said := offer.Digits(effects.ToldBefore(asked))
		if said == "" {
			n, _ := asked.Property(asked.Facts.KeyEntry.Count).Number()
			digits = int(n)
		}
		if digits != most+1 {
			continue
		}
		if d == nil {
			d = p.Reportf(t.Node, "%s writes +1 before the %d digits of %s, which have the 1: +11…, a number that nobody has; write + alone", t.Widget.Label(), digits, asked.Label()).
				As(finding.Warning).Relate(asked, "where it is asked for").Identify(t.Widget.Label(), words.Quote(asked.Name))
			continue
		}
		d.Also(t.Node, "so does "+t.Widget.Label())
	}
}
