package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportLookUps reports the requests for what a person has entered which lead, when nothing was found, back to a question
// that has no other way on, as often as one tries: once.
func reportLookUps(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Requests || w.Incomplete || p.Flow.LoopOf(w) == nil || !p.Flow.Reachable(w) {
			continue
		}
		back, question := soughtForEver(p.Flow, w)
		switch {
		case question == nil:
		case d == nil:
			d = p.Reportf(back.PlaceOfNext(), "whenever %s finds nothing, %s is asked again, and takes nothing else: who has no right answer never gets on; count the tries, or offer a way out",
				w.Label(), question.Label()).Relate(question, "the question").Identify(w.Label())
		default:
			d.Also(back.PlaceOfNext(), "so it is with "+w.Label())
		}
	}
}

// soughtForEver returns the way out of the split on what a request brings that leads back to the request over a question
// for another answer, and that question, where nothing counts the rounds or offers anything else; nil for none.
func soughtForEver(f *flow.Flow, request *flow.Widget) (*flow.Transition, *flow.Widget) {
	worked := request.Onward()
	test := effects.Next(worked, effects.Splits)
	if test == nil || test.Incomplete || !testsBrought(f, test, request) || mayCount(f, worked) ||
		!reads.GivenAnswer(f, request) {
		return nil, nil
	}
	var back *flow.Transition
	var asked, first *flow.Widget
	for _, t := range test.Transitions {
		question := askedForMore(f, t, request)
		switch to := effects.PastSetting(t); {
		case question != nil && (asked == nil || asked == question):
			back, asked = t, question
		case question != nil || first != nil && to != nil && to != first:
			return nil, nil // the service tells more than yes and no: it may count
		case to != nil:
			first = to
		}
	}
	return back, asked
}

// askedForMore returns the question to which a transition leads over words that say that something was not found, or is
// to be entered again, and all of whose answers lead to a request; nil for none, where something may count the rounds or
// somebody who has no answer is helped.
func askedForMore(f *flow.Flow, t *flow.Transition, request *flow.Widget) *flow.Widget {
	const far = 4 // steps that speak
	refused := false
	for range far {
		w := effects.PastSetting(t)
		if w == nil || w.Incomplete || mayCount(f, t) {
			return nil
		}
		act, text := effects.ActOf(w), effects.Prompt(w).Text()
		if act != effects.Tells && act != effects.Asks || offer.NamesOtherWay(text) {
			return nil
		}
		refused = refused || offer.MentionsUnfound(text) || offer.AsksAnew(text)
		if act == effects.Asks {
			if !refused || !leadsOnlyTo(f, w, request) {
				return nil
			}
			return w
		}
		t = w.Onward()
	}
	return nil
}

// leadsOnlyTo reports whether each answer to a question leads to a request, and silence to nobody who could help.
func leadsOnlyTo(f *flow.Flow, question, request *flow.Widget) bool {
	leads := false
	for _, t := range question.Transitions {
		switch t.Facts.Kind {
		case schemas.KindInput:
			if effects.PastSetting(t) == request && !mayCount(f, t) {
				leads = true
			} else if !t.Ends() {
				return false
			}
		case schemas.KindTimeout:
			next := effects.FirstAsked(t)
			if next != nil && next != question || effects.Next(t, effects.Dials, effects.HandsOver) != nil {
				return false
			}
		}
	}
	return leads
}

// mayCount reports whether one of the steps that set variables to which a transition leads reads a variable, as what
// counts does.
func mayCount(f *flow.Flow, t *flow.Transition) bool {
	for w := range effects.Settings(t) {
		if w.Incomplete || slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
			return slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { _, ok := reads.VariableOf(f, r); return ok })
		}) {
			return true
		}
	}
	return false
}

// testsBrought reports whether a split tests what a request brings, be it by a variable that is set to it in between.
func testsBrought(f *flow.Flow, test, request *flow.Widget) bool {
	if reads.TestsResponse(f, test, request) {
		return true
	}
	brought := func(r flow.Ref) bool { return reads.Response(f, r) == request }
	compared := reads.Compared(f, test)
	for w := range effects.Settings(request.Onward()) {
		for _, write := range f.Writes(w) {
			tests := func(r flow.Ref) bool { key, ok := reads.VariableOf(f, r); return ok && key == write.Key.Text() }
			t := f.TemplateAt(write.Value)
			if t != nil && slices.ContainsFunc(t.Refs(), brought) && slices.ContainsFunc(compared, tests) {
				return true
			}
		}
	}
	return false
}
