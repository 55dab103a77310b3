package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A Decided is a split right after a question that tests the answer to an earlier one, which is known there:
// each way to it takes a branch for one answer. The question offers what it takes.
type Decided struct {
	Split    *flow.Widget
	Ref      flow.Ref     // what it tests
	Question *flow.Widget // what was asked right before
	By       reads.Branch // what each way takes
}

// Decideds are those of a flow.
var Decideds = lint.NewFact(func(d *project.Document) (all []Decided) {
	const most = 24 // branches whose ways are looked at
	var splits map[string][]*flow.Widget
	looked := 0
	for _, w := range d.Flow.Widgets {
		question := answeredBefore(d.Flow, w)
		if question == nil || testsNamed(reads.Branches.Of(d)[w.Index], question) {
			continue
		}
		ref, ok := onlyAnswer(d.Flow, w)
		if !ok || len(fitting(question, reads.Branches.Of(d)[w.Index])) == 0 {
			continue
		}
		if splits == nil {
			splits = splitsOnAnswers(d.Flow)
		}
		earlier := splits[reads.Path(ref)]
		for _, s := range earlier[:min(len(earlier), most)] {
			for _, b := range reads.Branches.Of(d)[s.Index] {
				texts, listed := b.Comparison.Texts()
				if s == w || !listed || len(texts) != 1 || texts[0] == "" || !b.Literal ||
					len(b.Transition.Conditions) != 1 || b.Transition.Meant == nil {
					continue
				}
				if looked++; looked > most {
					return all
				}
				if !d.Flow.Routes(func(t *flow.Transition) bool { return t != b.Transition }).Reach(w) {
					all = append(all, Decided{w, ref, question, b})
				}
			}
		}
	}
	return all
})

// answeredBefore returns the question whose answers alone lead to a split, nil when there is none.
func answeredBefore(f *flow.Flow, w *flow.Widget) (question *flow.Widget) {
	const most = 8 // ways to it
	if !w.Facts.Split || w.Incomplete || !f.Reachable(w) {
		return nil
	}
	into := effects.Into(w)
	if len(into) > most {
		return nil
	}
	for _, t := range into {
		if t.Dangling() || t.Facts.Kind != schemas.KindInput || effects.ActOf(t.From) != effects.Asks || question != nil && t.From != question {
			return nil
		}
		question = t.From
	}
	return question
}

// testsNamed reports whether some branch tests what a question has stored, and so not another's answer alone.
func testsNamed(all []reads.Branch, question *flow.Widget) bool {
	return slices.ContainsFunc(all, func(b reads.Branch) bool { return strings.Contains(b.Subject, question.Name) })
}

// onlyAnswer returns the answer to a question that a split tests, when it tests nothing else.
func onlyAnswer(f *flow.Flow, w *flow.Widget) (r flow.Ref, ok bool) {
	refs := reads.Compared(f, w)
	if len(refs) == 0 || reads.ComparesUnknown(w) {
		return r, false
	}
	path := reads.Path(refs[0])
	return refs[0], !slices.ContainsFunc(refs, func(r flow.Ref) bool {
		return r.Root() != "widgets" || !reads.IsAnswer(f, r) || r.Liquid.HasFilter() || reads.Path(r) != path
	})
}

// splitsOnAnswers are the splits that test one answer each, by what they test.
func splitsOnAnswers(f *flow.Flow) map[string][]*flow.Widget {
	all := map[string][]*flow.Widget{}
	for _, w := range f.Widgets {
		if !w.Facts.Split || w.Incomplete || !f.Reachable(w) {
			continue
		}
		if r, ok := onlyAnswer(f, w); ok {
			all[reads.Path(r)] = append(all[reads.Path(r)], w)
		}
	}
	return all
}
