package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportFetched reports the requests that fetch something, by their names, when nothing reads
// what they fetched: once.
func reportFetched(p *lint.Pass) {
	if p.Flow.Unread() {
		return
	}
	reportOtherFetched(p)
	reportUntoldAnswer(p)
	reportTrials(p)
	var read map[string]bool
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || !offer.NamesFetching(w.Name) || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) {
			continue
		}
		if read == nil {
			read = reads.StoredBy(p.Flow)
		}
		worked := w.OnKind(schemas.KindSuccess)
		switch {
		case worked == nil || worked.Meant == nil || read[w.Name] || read[""] || shape.MayRead(p, w) || answersByEvent(w) || isKept(w):
		case d == nil:
			d = p.Reportf(w, "nothing reads what %s fetches: %s comes next, whatever it is; read %s, or do not ask for it",
				w.Label(), reads.Target(worked), "widgets."+words.Shorten(w.Name)+".parsed").As(finding.Note).Identify(w.Label())
		default:
			d.Also(w, "nor what "+w.Label()+" fetches")
		}
	}
}

// reportTrials reports the requests that were left over from a trial: once.
func reportTrials(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range answers.Trials.Of(p) {
		if d == nil {
			d = p.Reportf(w, "%s seems to be left over from a trial: it is given nothing, nothing reads its answer, and both ways lead alike; remove it", w.Label()).
				As(finding.Note).Identify(w.Label())
		} else {
			d.Also(w, "so does "+w.Label())
		}
	}
}

// reportOtherFetched reports the texts and splits right after a request that read what another
// request brings, which need not have run, while nothing reads what this one does: once.
func reportOtherFetched(p *lint.Pass) {
	var read map[string]bool
	for _, w := range p.Flow.Widgets {
		next := effects.PastIdle(p.Flow, w.OnKind(schemas.KindSuccess))
		if w.Facts.Request == nil || next == nil || p.Flow.Only(w.Name) != w || len(effects.Into(next)) > 2 || !p.Flow.Reachable(w) {
			continue
		}
		if read == nil {
			read = reads.StoredBy(p.Flow)
		}
		if read[w.Name] || read[""] || words.KeepsRecord(w.Name) || shape.MayRead(p, w) || !shape.ClearBefore(p, next) {
			continue
		}
		if r, ok := otherFetched(p, w, next); ok {
			p.Reportf(r.Place(), "%s comes right after %s, but reads %s, and nothing reads what %s brings; read that",
				next.Label(), w.Label(), reads.Path(r), w.Label()).As(finding.Note).Relate(w, "the request before it").Identify(w.Label())
			return
		}
	}
}

// otherFetched returns what a widget reads of another request than the one before it, which need
// not have run.
func otherFetched(p *lint.Pass, before, w *flow.Widget) (flow.Ref, bool) {
	for _, t := range p.Flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			by := reads.Response(p.Flow, r)
			if by != nil && by != before && values.Held.Of(p).At(r).Unset && p.Flow.Reachable(by) {
				return r, true
			}
		}
	}
	return flow.Ref{}, false
}

// answersByEvent reports whether a request answers by how it ends: where it failed, another
// question or somebody else comes than where it worked, as for whoever was not found and is to sign up.
func answersByEvent(w *flow.Widget) bool {
	failed := w.OnKind(schemas.KindFailure)
	if failed == nil || failed.Meant == nil {
		return false
	}
	asks := effects.FirstAsked(failed)
	return asks != nil && asks != effects.FirstAsked(w.OnKind(schemas.KindSuccess))
}

// isKept reports whether a request sends something to an address that keeps it, whatever its own
// name says.
func isKept(w *flow.Widget) bool {
	request := w.Facts.Request
	return words.KeepsAt(w.Property(request.URL).Text()) && (request.Method == "" || !strings.EqualFold(w.Property(request.Method).Text(), "GET"))
}
