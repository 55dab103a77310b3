package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// reportTaken reports the splits of a chat, while a person waits for an answer, of which
// branches lead to steps after which that person hears nothing: where all of them do and
// what fits none is answered, only a wrong answer gets a word. Otherwise they are one finding.
func reportTaken(p *lint.Pass, told map[*flow.Widget]bool) {
	persons := values.AsksPerson.Of(p)
	routes := p.Flow.Routes(func(*flow.Transition) bool { return true })
	var some *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		if persons[w.Index] && routes.Reach(w) && noMatchAnswered(p, w) && takenUnheard(p, w) {
			first := w.OnKind(schemas.KindBranch).Meant
			if !told[first] {
				told[first] = true
				p.Reportf(first, "%s takes the answer that fits a branch of %s, and it ends without a word, well or badly; only a wrong answer hears something: say that it was taken",
					first.Label(), w.Label()).Relate(w, "the split on the answer")
			}
			continue
		}
		if !sortsForWaiting(p, w) || !routes.Reach(w) || followsUnheard(p, w) {
			continue
		}
		for _, t := range w.Transitions {
			if t.Facts.Kind != schemas.KindBranch || !isTakenUnheard(p, t) || told[t.Meant] || asksForEnd(p, t) {
				continue
			}
			told[t.Meant] = true
			if some == nil {
				some = p.Reportf(t.Meant, "%s, on a branch of %s, ends without a word to whoever answered; say so",
					t.Meant.Label(), w.Label()).Identify(t.Meant.Label()).Relate(w, "the split")
			} else {
				some.Also(t.Meant, "so does "+t.Meant.Label())
			}
		}
	}
}

// sortsForWaiting reports whether a person of a chat waits at a split: who was asked, or wrote
// what it sorts.
func sortsForWaiting(p *lint.Pass, w *flow.Widget) bool {
	waits := values.Waiting.Of(p)[w.Index]
	return !p.Flow.MayHaveCall(w) && (waits&values.Replied != 0 || waits != 0 && values.AsksPerson.Of(p)[w.Index])
}

// noMatchAnswered reports whether something is heard after an answer that fits no branch.
func noMatchAnswered(p *lint.Pass, w *flow.Widget) bool {
	t := w.OnKind(schemas.KindNoMatch)
	return t != nil && t.Meant != nil && values.Noticed.Of(p)[t.Meant.Index]
}

// followsUnheard reports whether nothing is heard after a split and what comes first after the
// answer is another step, which is told of.
func followsUnheard(p *lint.Pass, w *flow.Widget) bool {
	return values.Unheard.Of(p)[w.Index] &&
		!slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput })
}

// takenUnheard reports whether all branches of a split, and there are some, lead to a step
// after which nothing is heard.
func takenUnheard(p *lint.Pass, w *flow.Widget) bool {
	branches := 0
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		if !isTakenUnheard(p, t) {
			return false
		}
		branches++
	}
	return branches > 0
}

// isTakenUnheard reports whether a branch leads to a step after which nothing is heard. After
// STOP it is Twilio that answers, and what the flow said would fail.
func isTakenUnheard(p *lint.Pass, t *flow.Transition) bool {
	return t.Meant != nil && !t.Meant.Facts.Split && values.EndsUnheard(p, t) &&
		!slices.ContainsFunc(reads.Branches.Of(p)[t.From.Index], func(b reads.Branch) bool {
			return b.Transition == t && b.Literal && answers.SaidByTwilio(b.Comparison)
		})
}
