package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportWhole reports the branches of a split that compare an object or a list with a text: once
// a flow for each of them.
func reportWhole(p *lint.Pass, all []reads.Branch) {
	for _, b := range all {
		if b.Condition.Facts.Value == schemas.ValueNone {
			continue // whether there is anything
		}
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok || r.Liquid.TakesPart() {
			continue
		}
		whole := reads.WholeAt(p.Document, r)
		if !whole.Exists() {
			continue
		}
		searches := split.IsPart(b.Comparison.Operator()) || b.Comparison.Operator() == split.Regex
		then := "so no text is equal to it"
		if searches {
			then = "so " + words.Quote(b.Comparison.Value()) + " may stand anywhere in it"
		}
		cure := "test a part of it"
		if whole.Known {
			cure = "test {{" + reads.Path(r) + ".NAME}}"
		}
		d, first := p.ReportOncef(nil, r.Place(), "%s is tested whole, as {name=value}, %s; %s", reads.Path(r), then, cure)
		switch {
		case !first:
		case !whole.Known:
			d.As(finding.Note).Relate(whole.Part, "a part of it is read here")
		case searches:
			d.As(finding.Note)
		}
	}
}
