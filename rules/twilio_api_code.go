package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkRightCode looks at a check that succeeds with what is wrong, too.
func checkRightCode(p *lint.Pass, w *flow.Widget, api *schemas.API) {
	worked := w.OnKind(schemas.KindSuccess)
	if api.Verdict == "" || worked == nil || worked.Meant == nil || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) || p.Flow.Unread() ||
		reads.Stored(p.Flow, w, nil) || shape.MayRead(p, w) ||
		besideTheCode(p, w, worked) {
		return
	}
	p.Reportf(worked.NextNode, "%s succeeds with a wrong code too, and nothing reads its answer: anybody gets to %s; test %s for %s",
		w.Label(), reads.Target(worked), "widgets."+words.Shorten(w.Name)+".parsed."+api.Verdict, words.Quote(api.Right))
}

// besideTheCode reports whether nothing hangs on a check here: both ways are one, somebody is given the
// execution and looks it up there, or whoever started the flow does.
func besideTheCode(p *lint.Pass, w *flow.Widget, worked *flow.Transition) bool {
	failed := w.OnKind(schemas.KindFailure)
	if failed != nil && effects.PastIdle(p.Flow, failed) == effects.PastIdle(p.Flow, worked) || handedOut.Of(p) {
		return true
	}
	return effects.PastSetting(worked) == nil && slices.ContainsFunc(values.Held.Of(p).Begins(w), func(event string) bool {
		return event == flow.ParentEvent || event == flow.RequestEvent
	})
}

// handedOut says that the execution itself is given to somebody, with all that its widgets store.
var handedOut = lint.NewFact(func(d *project.Document) bool { return reads.StoredBy(d.Flow)[""] })
