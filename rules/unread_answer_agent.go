package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// reportForAgent reports the questions for a name, a number or the like before a chat is handed
// over, of which no attribute holds the answer: once.
func reportForAgent(p *lint.Pass, seen, agents []*flow.Widget) {
	if len(seen) == 0 {
		return
	}
	first := seen[0]
	i := slices.IndexFunc(agents, func(agent *flow.Widget) bool { return p.Flow.CanPrecede(first, agent) })
	d := p.Reportf(first, "the answer to %s is in no attribute of %s, and nothing else reads it: the agent has to look for it in the chat; add it",
		first.Label(), agents[i].Label()).As(finding.Note).Identify(first.Label()).Relate(agents[i], "where the chat is handed over")
	for _, w := range seen[1:] {
		d.Also(w, "nor is the answer to "+w.Label())
	}
}

// reportNameless reports the questions for a name before a chat is handed over that only messages
// read: the agent does not see whom it is with. Once.
func reportNameless(p *lint.Pass, agents []*flow.Widget) {
	if len(agents) == 0 {
		return
	}
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage ||
			!offer.AsksForName(effects.Prompt(w).Text()) || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) {
			continue
		}
		i := slices.IndexFunc(agents, func(agent *flow.Widget) bool { return p.Flow.CanPrecede(w, agent) && shape.Clear(p, agent) })
		all := p.Flow.OutputRefs(w.Name)
		if i < 0 || len(all) == 0 || shape.MayRead(p, w) || slices.ContainsFunc(all, func(r flow.Ref) bool {
			return r.Widget.Needs() != schemas.NeedsMessage || !r.IsContent()
		}) {
			continue
		}
		p.Reportf(w, "the name that %s asks for is in no attribute of %s: the agent has to look for it in the chat; add it", w.Label(), agents[i].Label()).
			As(finding.Note).Relate(agents[i], "where the chat is handed over")
		return
	}
}

// offersAgent reports whether a question for yes or no hands the person over, after a word or
// two at most, whatever is answered.
func offersAgent(w *flow.Widget) bool {
	const words = 3
	if !answers.YesOrNo(effects.Prompt(w).Text()) {
		return false
	}
	i := slices.IndexFunc(w.Transitions, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput })
	to := effects.PastSetting(w.Transitions[i])
	for range words {
		if to == nil || effects.ActOf(to) != effects.Tells {
			break
		}
		t := to.OnKind(schemas.KindSuccess)
		if t == nil {
			return false
		}
		to = effects.PastSetting(t)
	}
	return to != nil && to.Facts.FlexTask != nil
}

// isListed reports whether a question has people choose from a list by its numbers.
func isListed(w *flow.Widget) bool {
	const fewest = 2
	keys := 0
	for _, o := range offer.In(effects.Prompt(w).Text()) {
		if o.IsKey() {
			keys++
		}
	}
	return keys >= fewest || len(offer.Range(effects.Prompt(w).Text())) > 0
}

// agentSees reports whether a chat goes on to people who see all of it.
func agentSees(f *flow.Flow, w *flow.Widget, agents []*flow.Widget) bool {
	return w.Needs() == schemas.NeedsMessage && slices.ContainsFunc(agents, func(agent *flow.Widget) bool {
		return f.CanPrecede(w, agent)
	})
}
