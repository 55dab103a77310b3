package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportKeptOthers reports the steps right after a question, or after the split on its answer, that keep the answer to
// another one, as the step after that one does, while nothing else takes the own answer: the step was copied, and the
// first answer is kept once more. Each variable once.
func reportKeptOthers(p *lint.Pass) {
	for _, v := range p.Flow.Variables() {
		const most = 24 // places that set it
		if len(v.Writes) < 2 || len(v.Writes) > most {
			continue
		}
		for _, w := range v.Writes {
			r, ok := answerKept(p.Flow, w)
			if !ok || !p.Flow.Reachable(w.Widget) {
				continue
			}
			other, own := reads.Widget(p.Flow, r), questionBefore(p.Flow, w.Widget)
			if own == nil || own == other || isTakenElsewhere(p.Flow, own, w.Widget) {
				continue
			}
			i := slices.IndexFunc(v.Writes, func(twin flow.Write) bool {
				same, ok := answerKept(p.Flow, twin)
				return ok && same.Reference.String() == r.Reference.String() && twin.Widget != w.Widget && isKeptFirst(p.Flow, twin.Widget, other, own)
			})
			if i < 0 {
				continue
			}
			p.Reportf(r.Place(), "%s comes after %s, but keeps the answer to %s as %s, as %s does: the new answer is lost; read widgets.%s",
				w.Widget.Label(), own.Label(), other.Label(), words.Quote(v.Key), v.Writes[i].Widget.Label(), words.Shorten(own.Name)).
				Relate(v.Writes[i].Value, "the same after the other question").As(finding.Warning)
			break
		}
	}
}

// isKeptFirst reports whether a step keeps the answer to one question before another one asks again: it comes right
// after the one, or there is no way to the other but by it.
func isKeptFirst(f *flow.Flow, w, asked, again *flow.Widget) bool {
	return questionBefore(f, w) == asked || !f.ReachedWithout(again, w)
}

// answerKept returns the answer to a question of which a value is all that it is made of.
func answerKept(f *flow.Flow, w flow.Write) (flow.Ref, bool) {
	if !strings.Contains(w.Value.Text(), "widgets.") {
		return flow.Ref{}, false // nearly always
	}
	t := f.TemplateAt(w.Value)
	if t == nil || len(t.Refs()) != 1 {
		return flow.Ref{}, false
	}
	r := t.Refs()[0]
	asked := reads.Widget(f, r)
	_, printed := reads.Printed(r)
	return r, printed && asked != nil && answers.Asks(asked) && f.Only(asked.Name) == asked && asked.Facts.Outputs.Key(r.Name(2)) != nil &&
		slices.ContainsFunc(asked.Transitions, func(t *flow.Transition) bool {
			return t.Facts.Kind == schemas.KindInput && slices.Contains(asked.Facts.Outputs.Key(r.Name(2)).Events, t.Raised())
		})
}

// questionBefore returns the question whose answer alone leads to a step, at once or by a split that tests nothing else.
func questionBefore(f *flow.Flow, w *flow.Widget) (asked *flow.Widget) {
	for _, t := range effects.Into(w) {
		q := t.From
		switch {
		case answers.Asks(q) && t.Facts.Kind == schemas.KindInput:
		case effects.ActOf(q) == effects.Splits:
			if q = answers.TestedBy(f, q); q == nil {
				return nil
			}
		default:
			return nil
		}
		if asked != nil && asked != q {
			return nil
		}
		asked = q
	}
	return asked
}

// isTakenElsewhere reports whether something reads the answer to a question, but the splits that lead to a step.
func isTakenElsewhere(f *flow.Flow, asked, by *flow.Widget) bool {
	return len(f.ReadsOfAny()) > 0 || slices.ContainsFunc(f.OutputRefs(asked.Name), func(r flow.Ref) bool {
		return reads.IsAnswer(f, r) && (!r.Widget.Facts.Split ||
			!slices.ContainsFunc(effects.Into(by), func(t *flow.Transition) bool { return t.From == r.Widget }))
	})
}
