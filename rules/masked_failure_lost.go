package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// losesAnswer reports whether a request is given what a person answered, and nothing reads
// what comes back.
func losesAnswer(p *lint.Pass, w *flow.Widget, read func() map[string]bool) bool {
	return w.Facts.Request != nil && !read()[w.Name] && !read()[""] && !mayFail(w.Name) && reads.GivenAnswer(p.Flow, w)
}

// reportLostAnswers reports the requests whose failure loses an answer: once.
func reportLostAnswers(p *lint.Pass, lost []*flow.Transition) {
	if len(lost) == 0 {
		return
	}
	first := lost[0]
	var d *finding.Diagnostic
	if effects.PastIdle(p.Flow, first) == nil {
		d = p.Reportf(first, "%s ends also when it fails, so the answer that it is given is lost unseen; lead %s elsewhere", first.From.Label(), words.Quote(first.Event))
	} else {
		d = p.Reportf(first.NextNode, "%s is given an answer, leads to %s also when it fails, and nothing reads what comes back: the answer is then lost unseen; lead %s elsewhere",
			first.From.Label(), effects.PastIdle(p.Flow, first).Label(), words.Quote(first.Event))
	}
	d.Identify(first.From.Label())
	for _, t := range lost[1:] {
		d.Also(t.PlaceOfNext(), "so is "+t.From.Label())
	}
}

// near is how many steps after a failure are looked at.
const near = 100

// isGivenAgain reports whether a request that comes later is given an answer, too, that the one
// that failed was given, before the question is asked once more.
func isGivenAgain(f *flow.Flow, failed *flow.Transition) bool {
	given := map[string]bool{}
	walk := flow.WalkFrom(failed.Meant)
	walk.Omit(failed.From)
	for _, r := range answersGiven(f, failed.From) {
		given[r.Reference.String()] = true
		walk.Omit(reads.Widget(f, r))
	}
	for w := range walk.First(near) {
		if w.Facts.Request != nil && slices.ContainsFunc(answersGiven(f, w), func(r flow.Ref) bool { return given[r.Reference.String()] }) {
			return true
		}
		walk.AddNext(w)
	}
	return false
}
