package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	splits "studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportNext reports the questions by message, and those on a call for a number, whose silence leads to the
// next question as an answer does: once. It returns the finding, if any.
func reportNext(p *lint.Pass, first flow.Routes) (d *finding.Diagnostic) {
	for _, w := range p.Flow.Widgets {
		silence := w.OnKind(schemas.KindTimeout)
		if silence == nil || w.Incomplete || effects.ActOf(w) != effects.Asks || !first.Reach(w) {
			continue
		}
		next := nextAfter(p, silence)
		lost := "a late reply then counts as the answer to that; remind, or end there"
		if w.Needs() == schemas.NeedsCall {
			lost = "whoever is slow loses the number, and nobody notices; ask again"
		}
		switch {
		case next == nil || maySkip(p, w):
		case d == nil:
			d = p.Reportf(silence, "%s leads silence (%s) on to %s, as an answer: %s",
				w.Label(), words.Quote(silence.Event), next.Label(), lost).As(finding.Note)
			d.Identify(w.Label()).Along(values.Route(p, first, w)).Relate(next, "the next question")
		default:
			d.Also(silence, "and "+w.Label())
		}
	}
	return d
}

// nextAfter returns the question to which silence leads as an answer does; nil when something else
// comes, or the same question in other words.
func nextAfter(p *lint.Pass, silence *flow.Transition) *flow.Widget {
	w := silence.From
	next, idle := effects.PastSetting(silence), effects.PastIdle(p.Flow, silence)
	if next == nil || next == w || effects.ActOf(next) != effects.Asks || p.Flow.SameLoop(next, w) {
		return nil
	}
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindInput || effects.PastSetting(t) == nil {
			continue
		}
		switch split := effects.PastSetting(t); {
		case t.Meant == silence.Meant || split == idle:
			return onlyWay(w, next)
		case isAnsweredBy(p.Flow, next, split), takesSame(split, next): // it asks the same once more
			return nil
		case idle == next && split.Facts.Split && testsAnswerOf(p, split, w) && goesOnTo(split, next, w):
			return next
		case idle == next && w.Needs() == schemas.NeedsMessage && effects.RequestOn(t) != nil && effects.FirstAsked(t) == next:
			return next // an answer is stored first
		}
	}
	return nil
}

// goesOnTo reports whether a split on an answer leads on to a question: on a call, not with what is no such number alone,
// for which that asks anew.
func goesOnTo(split, next, asked *flow.Widget) bool {
	return slices.ContainsFunc(split.Transitions, func(t *flow.Transition) bool {
		return effects.LeadsTo(t, next) && (t.Facts.Kind != schemas.KindNoMatch || asked.Needs() != schemas.NeedsCall)
	})
}

// onlyWay returns the question to which an answer leads; nil when another kind of answer leads elsewhere: where keys
// are wanted, what is said is no answer, as silence is none.
func onlyWay(w, next *flow.Widget) *flow.Widget {
	if slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		return t.Facts.Kind == schemas.KindInput && t.Meant != nil && !effects.LeadsTo(t, next)
	}) {
		return nil
	}
	return next
}

// takesSame reports whether a question has a split of its own that leads an answer where another split does: it
// asks the same once more, in a second round.
func takesSame(split, next *flow.Widget) bool {
	return slices.ContainsFunc(next.Transitions, func(answer *flow.Transition) bool {
		again := effects.PastSetting(answer)
		return answer.Facts.Kind == schemas.KindInput && again != nil && again.Facts.Split &&
			slices.ContainsFunc(again.Transitions, func(t *flow.Transition) bool {
				return t.Facts.Kind == schemas.KindBranch && effects.PastSetting(t) != nil && slices.ContainsFunc(split.Transitions, func(s *flow.Transition) bool {
					return s.Facts.Kind == schemas.KindBranch && effects.PastSetting(s) == effects.PastSetting(t)
				})
			})
	})
}

// maySkip reports whether a question may be left without an answer: it says so, nothing reads what is
// written, or what reads it looks whether there is anything.
func maySkip(p *lint.Pass, w *flow.Widget) bool {
	const fewest = 3 // keys of a number that is missed
	text := effects.Prompt(w).Text()
	if w.Facts.KeyEntry != nil {
		if n, ok := w.Property(w.Facts.KeyEntry.Count).Number(); !(ok && n >= fewest) && !offer.AsksNumber(text) || offer.OffersRest(text) {
			return true
		}
	}
	if answers.Unread.Of(p)[w.Index] || p.Flow.Only(w.Name) != w || offer.GoesOnUnanswered(text) || offer.MaySkip(text) {
		return true
	}
	tested := reads.Tested.Of(p)
	var seen *flow.Widget // the split that was looked at last
	return slices.ContainsFunc(p.Flow.OutputRefs(w.Name), func(r flow.Ref) bool {
		if !r.Widget.Facts.Split {
			return tested.Has(r) || tested.Conditional(r) || reads.Alternative(r)
		}
		again := r.Widget == seen
		seen = r.Widget
		return !again && slices.ContainsFunc(reads.Branches.Of(p)[r.Widget.Index], func(b reads.Branch) bool { return b.Comparison.HoldsForBlank() != splits.No })
	})
}
