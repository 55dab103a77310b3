package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A partSearch looks for branches on short words that are parts of others, in all splits of a flow.
type partSearch struct {
	p     *lint.Pass
	on    map[string][]*flow.Widget // the splits on a subject
	takes map[subjectWord]*flow.Some
}

type subjectWord struct{ subject, word string }

// report reports the branches of a split on a person's words that look for a short word
// that is a part of others, which no branch before takes.
func (s *partSearch) report(all []reads.Branch) {
	var d *finding.Diagnostic
	for i, b := range all[:min(len(all), split.Max)] {
		longer := heldIn(b.Comparison.Value())
		if len(longer) == 0 || b.Comparison.Operator() != split.Contains || !b.Literal || slices.ContainsFunc(all[i+1:], func(later reads.Branch) bool {
			return later.Literal && later.Subject == b.Subject && later.Comparison.Implies(b.Comparison)
		}) {
			continue // shadowed-condition tells which one that it takes was meant
		}
		r, ok := reads.TestedAnswer(s.p.Flow, b.Condition)
		if !ok || !reads.IsAnswer(s.p.Flow, r) {
			continue
		}
		if v := reads.About(s.p.Flow, r); v != nil && v.Holds.Tapped() {
			continue // what a button sends is written by its author
		}
		rest := slices.DeleteFunc(slices.Clone(longer), func(word string) bool {
			return oneTakes(all[:i], subjectWord{b.Subject, word}) || s.isTakenBefore(b, word)
		})
		switch {
		case len(rest) == 0 || leadsAsRest(s.p, b):
		case d == nil:
			d = reportPart(s.p, b, rest)
		default:
			d.Also(b, "so does "+b.Words())
		}
	}
}

// leadsAsRest reports whether a branch leads where what fits no branch of its split does, so that taking more changes nothing.
func leadsAsRest(p *lint.Pass, b reads.Branch) bool {
	rest := b.Transition.From.OnKind(schemas.KindNoMatch)
	to := effects.PastIdle(p.Flow, rest)
	return to != nil && to == effects.PastIdle(p.Flow, b.Transition)
}

// isTakenBefore reports whether a split that may come before that of a branch takes a word of what both test. Of few
// splits each is asked; of many it is found for all of the flow at once.
func (s *partSearch) isTakenBefore(b reads.Branch, word string) bool {
	const few = 16
	key, own := subjectWord{b.Subject, word}, b.Transition.From
	takes := func(w *flow.Widget) bool { return oneTakes(reads.Branches.Of(s.p)[w.Index], key) }
	if on := s.splitsOn(b.Subject); len(on) <= few {
		return slices.ContainsFunc(on, func(w *flow.Widget) bool {
			return w != own && takes(w) && s.p.Flow.CanPrecede(w, own)
		})
	}
	if s.takes[key] == nil {
		if s.takes == nil {
			s.takes = map[subjectWord]*flow.Some{}
		}
		s.takes[key] = s.p.Flow.Some(takes)
	}
	return s.takes[key].Precede(own)
}

// splitsOn returns the splits with a branch on a subject, in the order of the flow.
func (s *partSearch) splitsOn(subject string) []*flow.Widget {
	if s.on == nil {
		s.on = map[string][]*flow.Widget{}
		for b := range reads.EachBranch(s.p) {
			if on, w := s.on[b.Subject], b.Transition.From; b.Literal && (len(on) == 0 || on[len(on)-1] != w) {
				s.on[b.Subject] = append(on, w)
			}
		}
	}
	return s.on[subject]
}

// oneTakes reports whether one of some branches takes a word where its subject is tested.
func oneTakes(branches []reads.Branch, key subjectWord) bool {
	return slices.ContainsFunc(branches, func(e reads.Branch) bool {
		return e.Literal && e.Subject == key.subject && e.Comparison.Holds(key.word) == split.Yes
	})
}

// heldIn returns what people answer that has a word in it and means something else.
func heldIn(word string) []string {
	longer := words.HeldIn(word)
	if negated := words.Negated(word); negated != "" {
		longer = append(slices.Clone(longer), negated)
	}
	return longer
}

func reportPart(p *lint.Pass, b reads.Branch, parts []string) *finding.Diagnostic {
	if negated := words.Negated(b.Comparison.Value()); negated != "" && slices.Contains(parts, negated) {
		return p.Reportf(b, "%s takes %s too, so whoever refuses is taken to agree; let a branch for refusals come before it, such as the regex (?i).*\\b(not|don['’]t)\\b.*",
			b.Words(), words.List(parts)).As(finding.Note)
	}
	return p.Reportf(b, "%s takes %s too, as it looks for letters and not for a word; for the word write %s",
		b.Words(), words.List(parts), split.WholeWord(b.Comparison.Value())).As(finding.Note)
}
