package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// checkHasRun looks at branches that take the absence of a text for something else.
func checkHasRun(p *lint.Pass, all []reads.Branch) {
	for _, b := range all {
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok || !p.Flow.Reachable(b.Transition.From) {
			continue
		}
		switch w := b.Transition.From; b.Comparison.Operator() {
		case split.IsBlank, split.IsNotBlank:
			if asked := askedYet(p, w, r); asked != nil {
				p.Reportf(b, "%s tells by the text of the answer whether %s was asked yet, and a picture has none; set a variable after it, and test that",
					w.Label(), asked.Label()).As(finding.Note).Relate(asked, "the question")
				return
			}
		case split.EqualTo, split.MatchesAnyOf, split.Regex:
			otherwise := w.OnKind(schemas.KindNoMatch)
			told := effects.Next(otherwise, effects.Tells)
			if len(all) > 1 || !b.Literal || !takesOnly(b, "true") || told == nil {
				continue
			}
			n := effects.Prompt(told)
			if !sendsOnly(n.Text(), r) {
				continue
			}
			p.Reportf(n, "%s sends what %s tested when it is not true: people read \"false\", or get nothing; write what it means",
				told.Label(), w.Label()).As(finding.Note).Relate(b, "the branch")
		}
	}
}

// takesOnly reports whether a branch takes a text and no other.
func takesOnly(b reads.Branch, text string) bool {
	texts, ok := b.Comparison.Texts()
	return ok && len(texts) == 1 && texts[0] == text
}

// sendsOnly reports whether a text is nothing but what a reference reads.
func sendsOnly(text string, r flow.Ref) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "{{") && strings.HasSuffix(text, "}}") && strings.TrimSpace(text[2:len(text)-2]) == r.Reference.String()
}

// askedYet returns the question by message of which a split tests the text before it was asked and
// afterwards, in a round; nil when it is none.
func askedYet(p *lint.Pass, w *flow.Widget, r flow.Ref) *flow.Widget {
	asked := reads.Widget(p.Flow, r)
	if asked == nil || asked == w || !reads.IsAnswer(p.Flow, r) || asked.Needs() != schemas.NeedsMessage ||
		reads.Holds(p.Flow, r) != schemas.HoldsReply || offer.AsksForPicture(effects.Prompt(asked).Text()) ||
		!p.Flow.SameLoop(w, asked) {
		return nil
	}
	if !p.Flow.Routes(func(t *flow.Transition) bool { return t.From != asked }).Reach(w) {
		return nil
	}
	return asked
}
