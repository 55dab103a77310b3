package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// reportUntoldRefusal reports the questions for a code that are asked again as if for the first
// time when it was wrong: once.
func reportUntoldRefusal(p *lint.Pass) {
	var d *finding.Diagnostic
	told := map[*flow.Transition]bool{}
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || p.Flow.LoopOf(w) == nil || !p.Flow.Reachable(w) || !shape.Clear(p, w) || !asksForCode(w) {
			continue
		}
		t := refusedUntold(p, w, func(to *flow.Widget) bool { return to == w })
		if t == nil {
			t = refusedUntold(p, w, func(to *flow.Widget) bool {
				return to.Facts.KeyEntry != nil && asksForCode(to) && answers.ComesBefore(p.Flow, to, w)
			})
		}
		told[t] = true
		switch asked := effects.PastIdle(p.Flow, t); {
		case t == nil || !shape.Clear(p, t.From, asked):
		case d == nil:
			d = p.Reportf(t.PlaceOfNext(), "%s leads back to %s, which asks as if for the first time: nothing says that it was wrong; say so first", t.From.Label(), asked.Label()).
				As(finding.Note).Relate(asked, "the question").Identify(w.Label())
		default:
			d.Also(t.PlaceOfNext(), "so does "+t.From.Label()+", to "+asked.Label())
		}
	}
	for _, s := range answers.SentBacks.Of(p) {
		if told[s.Otherwise] || !shape.Clear(p, s.Otherwise.From, s.Question, s.Earlier) {
			continue
		}
		if d == nil {
			d = p.Reportf(s.Otherwise.PlaceOfNext(), "%s leads a wrong answer to %s back to %s, and nothing says that it was wrong; say so first", s.Otherwise.From.Label(), s.Question.Label(), s.Earlier.Label()).
				As(finding.Note).Relate(s.Earlier, "where one comes to").Identify(s.Question.Label())
		} else {
			d.Also(s.Otherwise.PlaceOfNext(), "so does "+s.Otherwise.From.Label()+", to "+s.Earlier.Label())
		}
	}
}

// asksForCode reports whether a question asks for a number or a code in a text that is the same
// each time, and names no key.
func asksForCode(w *flow.Widget) bool {
	const few = 3 // digits of a code
	text := effects.Prompt(w).Text()
	if text == "" || liquid.HasMarkup(text) || offersChoice(text) || len(offer.Range(text)) > 0 || offer.IsAnotherTry(text) {
		return false
	}
	if waits, ok := w.Property(w.Facts.KeyEntry.Count).Number(); ok && waits >= few {
		return true
	}
	n, _ := offer.Digits(text)
	return n >= few || n == 0 && offer.AsksNumber(text)
}

// offersChoice reports whether a text offers an answer, other than the key that ends what is entered.
func offersChoice(text string) bool {
	return slices.ContainsFunc(offer.In(text), func(o offer.Offer) bool { return !offer.NamesFinish(o.Answer) })
}

// refusedUntold returns the transition of a split by which an entry that is not taken leads back
// to its question, or to another one, over nothing that is heard; nil when there is none. A request that is made with
// the entry may come between; who counts the tries tells of it in the end.
func refusedUntold(p *lint.Pass, question *flow.Widget, isBack func(*flow.Widget) bool) *flow.Transition {
	const far = 12 // steps that are looked at
	var walk flow.Walk
	walk.Omit(question)
	follow := func(t *flow.Transition) {
		if w := effects.PastIdle(p.Flow, t); w != nil && (w.Facts.Split || effects.ActOf(w) == effects.Requests) {
			walk.Add(w)
		}
	}
	for _, t := range question.Transitions {
		if t.Facts.Kind == schemas.KindInput {
			follow(t)
		}
	}
	for w := range walk.First(far) {
		for _, t := range w.Transitions {
			if to := effects.PastIdle(p.Flow, t); w.Facts.Split && to != nil && isBack(to) && isRefusal(p, t) {
				return t
			}
			if t.Facts.Kind != schemas.KindFailure {
				follow(t)
			}
		}
	}
	return nil
}

// isRefusal reports whether what is entered is not taken when a split leads on by a transition:
// a branch for a key is the caller's own choice, and one for blank is of no entry.
func isRefusal(p *lint.Pass, t *flow.Transition) bool {
	if t.Facts.Kind == schemas.KindNoMatch {
		return true
	}
	branches := reads.BranchesOf(p, t)
	return len(branches) > 0 && !slices.ContainsFunc(branches, func(b reads.Branch) bool {
		return b.Comparison.Operator() == split.IsBlank || len(b.Comparison.Value()) == 1 ||
			b.Condition.Facts.Value == schemas.ValueNumber && !split.IsNumber(b.Condition.Value.Text()) // condition-value
	})
}
