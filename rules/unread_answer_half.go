package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportHalfRead reports the questions of which something is read, but not what was answered:
// an address by itself, those that are only tested for an answer once.
func reportHalfRead(p *lint.Pass, agents []*flow.Widget) {
	var tested *finding.Diagnostic
	for _, h := range answers.HalfReads.Of(p) {
		w := h.Question
		switch {
		case shape.MayRead(p, w) || !wantsAnswer(p, w) || !clearReaders(p, w):
		case h.Address:
			p.Reportf(h.Ref, "%s reads %s, an address, and nothing reads what was answered to %s; read widgets.%s.inbound.Body",
				h.Ref.Widget.Label(), reads.Path(h.Ref), w.Label(), words.Shorten(w.Name)).Relate(w, "the question")
		case agentSees(p.Flow, w, agents):
		case tested == nil:
			tested = p.Reportf(w, "of the answer to %s it is only tested whether there is one: nothing learns what it was; keep it, or compare it",
				w.Label()).As(finding.Note).Identify(w.Label()).Relate(h.Ref, "the test")
		default:
			tested.Also(w, "so it is with "+w.Label())
		}
	}
}

// clearReaders reports whether all is known of the widgets that read a question.
func clearReaders(p *lint.Pass, w *flow.Widget) bool {
	return !slices.ContainsFunc(p.Flow.OutputRefs(w.Name), func(r flow.Ref) bool { return !shape.Clear(p, r.Widget) })
}
