package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportMeasures reports the values in a text that have one unit in their name, of length, weight, warmth or money, and
// another one beside them: once. Of time, said-time tells.
func reportMeasures(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		if !strings.Contains(n.Text(), "{{") || liquid.HasTags(n.Text()) || !p.Flow.Reachable(w) {
			continue
		}
		t := p.Flow.TemplateAt(n)
		if t == nil {
			continue
		}
		for _, r := range t.Refs() {
			said, named := otherMeasure(p.Flow, r)
			switch {
			case said == "":
			case d == nil:
				d = p.Reportf(r, "%s is by its name in %s, and %s says %s beside it; convert it, or say that unit", reads.Path(r), named, w.Label(),
					words.Quote(said)).As(finding.Warning).Identify(w.Label())
			default:
				d.Also(r, "so does "+w.Label())
			}
		}
	}
}

// otherMeasure returns the unit that a text gives a value, and another one after which it is named; "" where they are
// one, or something may have converted it.
func otherMeasure(f *flow.Flow, r flow.Ref) (said, named string) {
	filters, printed := reads.Printed(r)
	if !printed || len(r.Segments) < 2 || !reads.OnlyAlter(filters, schemas.AltersMissing, schemas.AltersBlanks) {
		return "", ""
	}
	begin := strings.LastIndex(r.Text[:r.Reference.Start], "{{")
	_, after, found := strings.Cut(r.Text[r.Reference.End:], "}}")
	if begin < 0 || !found {
		return "", ""
	}
	said, named, ok := offer.OtherMeasure(r.Name(len(r.Segments)-1), r.Text[:begin], after)
	if !ok || isConverted(f, r) {
		return "", ""
	}
	return said, named
}
