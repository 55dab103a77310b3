package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportUnlisted reports the questions on a call whose choices a request lists, when any key is passed
// on, and nothing that it was not offered is ever refused, while other questions test theirs: once.
func reportUnlisted(p *lint.Pass) {
	const habit = 2 // questions whose keys are tested
	menus := answers.Menus.Of(p)
	if len(menus) < habit {
		return
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || !p.Flow.Reachable(w) || w.OnKind(schemas.KindInput) == nil {
			continue
		}
		lists := listedBy(p.Flow, w)
		if lists == nil || refusedElsewhere(p.Flow, w) {
			continue
		}
		switch by := answers.PassedOn(p, w); {
		case by == nil:
		case d == nil:
			d = p.Reportf(w, "%s reads out what %s lists, but takes any key: nothing tests it before %s has it; test it, and ask again",
				w.Label(), lists.Label(), by.Label()).Relate(by, "what takes it").Identify(w.Label())
		default:
			d.Also(w, "so does "+w.Label())
		}
	}
}

// listedBy returns the request that brings all that a question says; nil when it says anything else.
func listedBy(f *flow.Flow, w *flow.Widget) *flow.Widget {
	t := f.TemplateAt(effects.Prompt(w))
	if t == nil || len(t.Refs()) != 1 || !reads.IsAll(t.Refs()[0]) {
		return nil
	}
	by := reads.Widget(f, t.Refs()[0])
	if by == nil || effects.ActOf(by) != effects.Requests {
		return nil
	}
	return by
}

// refusedElsewhere reports whether a request that is given the answer to a question leads on when it
// fails: the other side may refuse what was not offered.
func refusedElsewhere(f *flow.Flow, asked *flow.Widget) bool {
	return slices.ContainsFunc(f.OutputRefs(asked.Name), func(r flow.Ref) bool {
		failed := r.Widget.OnKind(schemas.KindFailure)
		return effects.ActOf(r.Widget) == effects.Requests && (failed == nil || failed.Meant != nil)
	})
}
