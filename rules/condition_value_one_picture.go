package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOnePicture reports the branches for more than one picture after a question for a picture, where
// no other one takes a single picture: once.
func reportOnePicture(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		all := reads.Branches.Of(p)[w.Index]
		i := slices.IndexFunc(all, func(b reads.Branch) bool {
			return b.Comparison.Operator() == split.GreaterThan && isPictureCount(p.Flow, b)
		})
		if i < 0 || slices.ContainsFunc(all, func(b reads.Branch) bool { return !b.Literal || b.Comparison.Holds("1") != split.No }) {
			continue
		}
		r, _ := reads.TestedAnswer(p.Flow, all[i].Condition)
		question := reads.Widget(p.Flow, r)
		switch {
		case question == nil || !offer.AsksForPicture(effects.ToldBefore(question)) || offer.AsksForPictures(effects.ToldBefore(question)):
		case d == nil:
			d = p.Reportf(all[i], "%s asks for a picture, and %s refuses one (%s): whoever sends it fits no branch; write 0",
				question.Label(), w.Label(), all[i].Words()).As(finding.Note).Relate(question, "the question").Identify(w.Label())
		default:
			d.Also(all[i], "so does "+w.Label()+" for "+words.Quote(question.Name))
		}
	}
}

// isPictureCount reports whether a branch tests how many pictures were sent.
func isPictureCount(f *flow.Flow, b reads.Branch) bool {
	r, ok := reads.TestedAnswer(f, b.Condition)
	if !ok || !b.Literal {
		return false
	}
	about := reads.About(f, r)
	return about != nil && about.Holds == schemas.HoldsMediaCount
}
