package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A Thanked is a question whose silence leads to the last word of whoever has answered, which
// says that something was done, or past the request that is given the answers, while the silence
// of all other questions leads elsewhere.
type Thanked struct {
	Silence *flow.Transition
	Told    *flow.Widget
	Other   *flow.Transition // the silence of another question
}

// ThankedSilences are those of a flow that has one: two would be a habit.
var ThankedSilences = lint.NewFact(func(d *project.Document) []Thanked {
	const fewest = 3 // questions
	var silences []*flow.Transition
	for _, w := range d.Flow.Widgets {
		if t := w.OnKind(schemas.KindTimeout); t != nil && effects.ActOf(w) == effects.Asks && (t.Meant != nil || t.Ends()) && d.Flow.Reachable(w) {
			silences = append(silences, t)
		}
	}
	if len(silences) < fewest {
		return nil
	}
	var odd []*flow.Transition
	for _, t := range silences {
		if told := after(t.Meant, effects.Sets); told != nil && endsAnswered(d, t, told) {
			odd = append(odd, t)
		}
	}
	if len(odd) != 1 {
		return nil
	}
	told := after(odd[0].Meant, effects.Sets)
	var other *flow.Transition
	for _, t := range silences {
		switch {
		case t == odd[0]:
		case after(t.Meant, effects.Sets) == told:
			return nil
		case other == nil && t.Meant != t.From:
			other = t
		}
	}
	if other == nil {
		return nil
	}
	return []Thanked{{odd[0], told, other}}
})

// endsAnswered reports whether what silence leads to is the last word of whoever has answered the
// question, and is none for silence: it says that something was done, or the request was left
// out that is given this answer and another one.
func endsAnswered(d *project.Document, silence *flow.Transition, told *flow.Widget) bool {
	if effects.ActOf(told) != effects.Tells || len(told.Transitions) == 0 ||
		slices.ContainsFunc(told.Transitions, func(t *flow.Transition) bool { return !t.Ends() }) {
		return false
	}
	text := d.Flow.Plain(effects.Prompt(told))
	question := effects.ToldBefore(silence.From)
	if text == "" || offer.Unheard(text) || offer.Troubled(text) || offer.Refuses(text) || offer.AsksForMark(question) || YesOrNo(question) {
		return false
	}
	return slices.ContainsFunc(effects.Into(told), func(t *flow.Transition) bool {
		request := t.From
		return t.Facts.Kind == schemas.KindSuccess && effects.ActOf(request) == effects.Requests &&
			givenBoth(d.Flow, request, silence.From) && leftOut(d.Flow, silence, request)
	})
}

// givenBoth reports whether a request is given the answer to a question, and that to another one,
// as they came or by a variable.
func givenBoth(f *flow.Flow, request, question *flow.Widget) bool {
	this, other := false, false
	see := func(r flow.Ref) {
		if asked := reads.Widget(f, r); asked != nil && reads.IsAnswer(f, r) {
			this, other = this || asked == question, other || asked != question
		}
	}
	for _, t := range f.TemplatesOf(request) {
		for _, r := range t.Refs() {
			key, variable := reads.VariableOf(f, r)
			if !variable {
				see(r)
				continue
			}
			if v := f.Variable(key); v != nil {
				for _, write := range v.Writes {
					if kept := f.TemplateAt(write.Value); kept != nil {
						for _, r := range kept.Refs() {
							see(r)
						}
					}
				}
			}
		}
	}
	return this && other
}

// leftOut reports whether an execution comes to a request by the answer to a question, and not by
// silence.
func leftOut(f *flow.Flow, silence *flow.Transition, request *flow.Widget) bool {
	return f.CanPrecede(silence.From, request) && silence.Meant != request && !(silence.Meant != nil && f.CanPrecede(silence.Meant, request))
}
