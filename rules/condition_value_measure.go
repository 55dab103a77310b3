package rules

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// checkMeasure reports a comparison with a number that an output never comes to.
func checkMeasure(p *lint.Pass, b reads.Branch, r flow.Ref) {
	operator := b.Comparison.Operator()
	if b.Condition.Facts.Value != schemas.ValueNumber && operator != split.EqualTo || !split.IsNumber(b.Comparison.Value()) || r.Liquid.HasFilter() {
		return
	}
	v := reads.Value(p.Flow, r)
	if v == nil || v.Range == nil || v.Name != r.Name(len(r.Segments)-1) {
		return
	}
	number, err := strconv.ParseFloat(b.Comparison.Value(), 64)
	if err != nil {
		return
	}
	least, most := float64(v.Range.Min), float64(v.Range.Max)
	is := strconv.Itoa(v.Range.Min) + " to " + strconv.Itoa(v.Range.Max)
	switch {
	case operator == split.LessThan && number > most:
		p.Reportf(b, "%s is %s, so it is always %s; write a number between", reads.Path(r), is, b.Words())
	case operator == split.EqualTo && (number < least || number > most), operator == split.LessThan &&
		number <= least, operator == split.GreaterThan && number >= most:
		p.Reportf(b, "%s is %s, so it is never %s; write a number between", reads.Path(r), is, b.Words())
	}
}
