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
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// reportOnlyWrong reports what tells that an answer is wrong, says no goodbye, and is the last that
// is heard, though the question is not asked again: once.
func reportOnlyWrong(p *lint.Pass) {
	var d *finding.Diagnostic
	told := map[*flow.Widget]bool{}
	report := func(w, question *flow.Widget, by *flow.Transition) {
		told[w] = true
		if d == nil {
			d = p.Reportf(w, "%s only says that an answer to %s is wrong, and then nothing comes; lead it back, or say what to do",
				w.Label(), question.Label()).Identify(w.Label()).Relate(by, "how one comes there")
		} else {
			d.Also(w, "so does "+w.Label())
		}
	}
	for _, m := range answers.AllMenus.Of(p) {
		by := pastCount(p, m.Otherwise)
		w := effects.PastSetting(by)
		if w == nil || told[w] || !onlySaysWrong(p, w) {
			continue
		}
		report(w, m.Question, by)
	}
	for _, w := range p.Flow.Widgets {
		if told[w] || !onlySaysWrong(p, w) || !p.Flow.Reachable(w) {
			continue
		}
		if question := lookedUpInVain(p, w); question != nil {
			report(w, question, w.In[0])
		}
	}
}

// pastCount returns the transition by which one goes on from a split on a count of tries to which another leads, as long
// as there were not too many; that one itself where none comes.
func pastCount(p *lint.Pass, t *flow.Transition) *flow.Transition {
	w := effects.PastSetting(t)
	if w == nil || !w.Facts.Split || w.Incomplete {
		return t
	}
	branches := reads.Branches.Of(p)[w.Index]
	if len(branches) != 1 || !reads.IsCount(branches[0].Comparison.Value()) {
		return t
	}
	if _, ok := reads.OnlyRead(p.Flow, branches[0].Condition); !ok {
		return t
	}
	if branches[0].Comparison.Operator() == split.LessThan {
		return branches[0].Transition
	}
	if otherwise := w.OnKind(schemas.KindNoMatch); otherwise != nil {
		return otherwise
	}
	return t
}

// lookedUpInVain returns the question whose answer a request is given, where one comes to a step only when that
// request, or a split on what it brings, says no; else nil.
func lookedUpInVain(p *lint.Pass, w *flow.Widget) *flow.Widget {
	f := p.Flow
	var request *flow.Widget
	for _, t := range effects.Into(w) {
		by := t.From
		if by.Facts.Split {
			compared := reads.Compared(f, by)
			if len(compared) == 0 || !takenForNo(reads.Branches.Of(p)[by.Index], t) {
				return nil
			}
			by = reads.InResponse(f, compared[0])
		} else if t.Facts.Kind != schemas.KindFailure {
			return nil
		}
		if by == nil || by.Facts.Request == nil || request != nil && by != request {
			return nil
		}
		request = by
	}
	if request == nil {
		return nil
	}
	for _, t := range f.TemplatesOf(request) {
		for _, r := range t.Refs() {
			if asked := reads.Widget(f, r); asked != nil && answers.Asks(asked) && reads.IsAnswer(f, r) && f.CanPrecede(asked, request) {
				return asked
			}
		}
	}
	return nil
}

// onlySaysWrong reports whether a widget tells that an answer is wrong, and neither what to do nor
// goodbye, and nothing is heard after it.
func onlySaysWrong(p *lint.Pass, w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	if effects.ActOf(w) != effects.Tells || w.Incomplete || len(w.Transitions) == 0 || liquid.HasMarkup(text) ||
		!offer.SaysWrong(text) || offer.Closes(text) || offer.Parts(text) || offer.Furthers(text) {
		return false
	}
	return !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return !values.EndsUnheard(p, t) })
}

// takenForNo reports whether a transition of a split on a yes or a no is taken for a no.
func takenForNo(branches []reads.Branch, t *flow.Transition) bool {
	yes := false
	for _, b := range branches {
		forYes, forNo := b.Comparison.Holds("true") == split.Yes, b.Comparison.Holds("false") == split.Yes
		if b.Transition == t {
			return forNo && !forYes
		}
		yes = yes || forYes && !forNo
	}
	return yes && t.Facts.Kind == schemas.KindNoMatch
}
