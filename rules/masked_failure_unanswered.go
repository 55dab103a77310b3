package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTakenForChoice reports the calls that nobody answered, or that were not made, which lead to the
// request for what somebody chooses.
func reportTakenForChoice(p *lint.Pass) {
	var chosenFor map[*flow.Widget]*reads.Branch // by request
	for _, w := range p.Flow.Widgets {
		if w.Facts.Creates == nil || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		for _, t := range w.Transitions {
			if t.Facts.Kind != schemas.KindUnanswered && t.Facts.Kind != schemas.KindFailure || t.Meant == nil {
				continue
			}
			request := effects.Next(t, effects.Requests)
			if request == nil || givenOutcome(p.Flow, request) {
				continue
			}
			chosen, known := chosenFor[request]
			if !known {
				if chosen = choiceFor(p, request); chosenFor == nil {
					chosenFor = map[*flow.Widget]*reads.Branch{}
				}
				chosenFor[request] = chosen
			}
			if chosen != nil {
				p.Reportf(t.NextNode, "%s of %s leads to %s, as %s at %s does: whoever was not reached counts as having chosen that; make another request",
					words.Quote(t.Event), w.Label(), request.Label(), chosen.Words(),
					chosen.Transition.From.Label()).Relate(chosen.Transition.NextNode, "the choice")
				break
			}
		}
	}
}

// givenOutcome reports whether a request is given anything of what happened before: a variable, or what
// another widget brought.
func givenOutcome(f *flow.Flow, request *flow.Widget) bool {
	for _, t := range f.TemplatesOf(request) {
		if liquid.HasTags(t.Text) || !t.Liquid.Readable() {
			return true
		}
		for _, r := range t.Refs() {
			if _, variable := reads.VariableOf(f, r); variable || r.Root() == "widgets" || r.Root() == "" {
				return true
			}
		}
	}
	return false
}

// choiceFor returns the branch of a split on an answer that leads to a request, at once or over words,
// while another branch of it leads to another request; nil when there is none, or the request is made as well
// for whoever says nothing.
func choiceFor(p *lint.Pass, request *flow.Widget) *reads.Branch {
	in := effects.Into(request)
	in = in[:min(len(in), near)]
	if slices.ContainsFunc(in, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindTimeout }) {
		return nil
	}
	for _, t := range in {
		if before := effects.Into(t.From); effects.ActOf(t.From) == effects.Tells && len(before) > 0 {
			t = before[0]
		}
		if t.Facts.Kind != schemas.KindBranch || !effects.AfterAnswer(t.From) {
			continue
		}
		own := reads.BranchesOf(p, t)
		if len(own) == 0 || !own[0].Literal {
			continue
		}
		for _, other := range t.From.Transitions {
			if other.Facts.Kind == schemas.KindBranch && other != t && effects.RequestOn(other) != nil && effects.RequestOn(other) != request {
				return &own[0]
			}
		}
	}
	return nil
}
