package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	splits "studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportAnswered reports the questions whose silence leads on as their answer does: to a step that is
// given the answer, and so a blank one, or to a split by which whoever is silent is told that the
// answer was wrong. Each is reported once a flow.
func reportAnswered(p *lint.Pass, first flow.Routes) {
	next := reportNext(p, first)
	var given, blamed *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		silence := w.OnKind(schemas.KindTimeout)
		if silence == nil || w.Incomplete || !isAnsweredBy(p.Flow, w, effects.PastIdle(p.Flow, silence)) || !first.Reach(w) {
			continue
		}
		if told := blamedBy(p, silence); told != nil {
			blamed = addSilence(p, blamed, silence, "%s leads silence (%s) to the split of its answers, so %s tells whoever says nothing that it was wrong; lead it elsewhere", told, first)
			continue
		}
		by := effects.PastSetting(silence)
		r, ok := blankAnswer(p, w, silence, by)
		if !ok && by != nil && effects.ActOf(by) == effects.Requests { // the answer may be for the one after it
			by = effects.Next(by.OnKind(schemas.KindSuccess), effects.Requests)
			r, ok = blankAnswer(p, w, silence, by)
		}
		switch {
		case !ok || offer.GoesOnUnanswered(effects.Prompt(w).Text()):
		case next != nil: // one decision for the whole form
			next.Also(silence, "and "+w.Label()+", after which "+by.Label()+" is given a blank one")
		case keepsEarlier(p.Flow, w, by):
		default:
			was := given
			given = addSilence(p, given, silence, "%s leads silence (%s) on as if it were an answer, and %s is given a blank one; ask again, or lead it elsewhere", by, first)
			if was == nil {
				given.Relate(r.SegmentPlace(1), "what is blank then")
			}
		}
	}
}

// keepsEarlier reports whether a step is given what was answered before a question, too: without it that would be lost.
func keepsEarlier(f *flow.Flow, asked, by *flow.Widget) bool {
	return f.Reads(by, func(r flow.Ref) bool {
		earlier := reads.Widget(f, r)
		return earlier != nil && earlier != asked && reads.IsAnswer(f, r) && f.CanPrecede(earlier, asked) && !f.CanPrecede(asked, earlier)
	})
}

// addSilence reports a question's silence, or adds it to what was reported of another one.
func addSilence(p *lint.Pass, d *finding.Diagnostic, silence *flow.Transition, format string, at *flow.Widget, first flow.Routes) *finding.Diagnostic {
	w := silence.From
	if d == nil {
		return p.Reportf(silence, format, w.Label(), words.Quote(silence.Event), at.Label()).
			As(finding.Note).Identify(w.Label()).Along(values.Route(p, first, w))
	}
	d.Also(silence, "and "+w.Label())
	return d
}

// blamedBy returns what tells that an answer was wrong when there was none, because silence leads to
// the split on the answers; nil when nothing does.
func blamedBy(p *lint.Pass, silence *flow.Transition) *flow.Widget {
	split := effects.PastIdle(p.Flow, silence)
	if !split.Facts.Split || !testsAnswerOf(p, split, silence.From) {
		return nil
	}
	otherwise := split.OnKind(schemas.KindNoMatch)
	told := effects.PastSetting(otherwise)
	if told == nil || !reads.FixedWord(told) || !offer.SaysWrong(effects.Prompt(told).Text()) ||
		slices.ContainsFunc(reads.Branches.Of(p)[split.Index], func(b reads.Branch) bool {
			return b.Comparison.HoldsForBlank() != splits.No
		}) {
		return nil
	}
	return told
}

// blankAnswer returns where a step is given the answer to a question that is blank after silence, as
// it was given or from a variable; false when there is no such place, or what reads it looks whether it is there.
func blankAnswer(p *lint.Pass, asked *flow.Widget, silence *flow.Transition, by *flow.Widget) (flow.Ref, bool) {
	if by == nil {
		return flow.Ref{}, false
	}
	switch effects.ActOf(by) {
	case effects.Requests, effects.RunsFlow: // an agent asks whoever was silent
	default:
		return flow.Ref{}, false
	}
	tested := reads.Tested.Of(p)
	for _, t := range p.Flow.TemplatesOf(by) {
		for _, r := range t.Refs() {
			if tested.Has(r) || tested.Conditional(r) || reads.Alternative(r) {
				continue
			}
			given := []flow.Ref{r}
			if !reads.IsAnswer(p.Flow, r) {
				given = values.Held.Of(p).Sources(r, func([]liquid.Filter) bool { return true })
			}
			if slices.ContainsFunc(given, func(a flow.Ref) bool {
				return reads.IsAnswer(p.Flow, a) && reads.Widget(p.Flow, a) == asked && !effects.StorageOf(asked, a.Name(2)).On(silence.Event)
			}) {
				return r, true
			}
		}
	}
	return flow.Ref{}, false
}
