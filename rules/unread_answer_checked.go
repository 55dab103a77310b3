package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportOnlyChecked reports the questions in a chat of which a split only asks whether the answer is one of those that
// are offered, while the attributes for the agent hold the answers to others: once.
func reportOnlyChecked(p *lint.Pass, agents []*flow.Widget) {
	if len(agents) == 0 {
		return
	}
	var d *finding.Diagnostic
	for _, m := range answers.Menus.Of(p) {
		w := m.Question
		if len(m.Branches) != 1 || m.Branches[0].Comparison.Operator() != split.MatchesAnyOf {
			continue
		}
		texts, ok := m.Branches[0].Comparison.Texts()
		if !ok || len(texts) < 2 || onlyYes(texts) || m.Branches[0].Transition.Meant == nil || shape.MayRead(p, w) || !agentSees(p.Flow, w, agents) ||
			slices.ContainsFunc(p.Flow.OutputRefs(w.Name), func(r flow.Ref) bool { return r.Widget != m.Split }) {
			continue
		}
		agent := givenOthers(p.Flow, w, agents)
		switch {
		case agent == nil || p.Flow.HandsOutItself():
		case d == nil:
			d = p.Reportf(w, "which answer %s got is in no attribute of %s, and decides nothing; pass it on as the others are", w.Label(), agent.Label()).
				As(finding.Note).Identify(w.Label()).Relate(agent, "where the chat is handed over").Relate(m.Branches[0], "the only test of it")
		default:
			d.Also(w, "nor is the answer to "+w.Label())
		}
	}
}

// onlyYes reports whether all of some words are for yes.
func onlyYes(texts []string) bool {
	return !slices.ContainsFunc(texts, func(text string) bool { return !words.IsYes(text) })
}

// givenOthers returns the step that hands a chat over after a question, and whose attributes hold the answer to another
// one; nil for none.
func givenOthers(f *flow.Flow, w *flow.Widget, agents []*flow.Widget) *flow.Widget {
	i := slices.IndexFunc(agents, func(agent *flow.Widget) bool {
		return f.CanPrecede(w, agent) && f.Reads(agent, func(r flow.Ref) bool {
			asked := reads.Widget(f, r)
			return reads.IsAnswer(f, r) && asked != nil && asked != w
		})
	})
	if i < 0 {
		return nil
	}
	return agents[i]
}
