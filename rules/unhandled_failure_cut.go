package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportCutOff reports the messages during a call that end it when they cannot be sent, though the
// caller would hear more: once.
func reportCutOff(p *lint.Pass, normal flow.Routes) {
	var d *finding.Diagnostic
	noticed := values.Noticed.Of(p)
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsMessage || w.Incomplete || !normal.Reach(w) {
			continue
		}
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked == nil || worked.Meant == nil || failed == nil || !failed.Ends() || works(worked.Meant) ||
			!noticed[worked.Meant.Index] || !p.Flow.MayHaveCall(worked.Meant) || !onCall(p.Flow, w, normal) {
			continue
		}
		if d != nil {
			d.Also(failed, "and "+w.Label())
			continue
		}
		d = p.Reportf(failed, "when the message of %s cannot be sent (%s), the caller is cut off before %s; lead %s there, too",
			w.Label(), words.Quote(failed.Event), worked.Meant.Label(), words.Quote(failed.Event)).As(finding.Note)
		d.Identify(w.Label()).Along(values.Route(p, normal, w))
	}
}

// onCall reports whether a widget is reached with a live call.
func onCall(f *flow.Flow, w *flow.Widget, normal flow.Routes) bool {
	for i, e := range f.Entries() {
		if normal[i] == nil || !normal[i].Reach(w) {
			continue
		}
		for _, live := range e.ChannelsAt(w) {
			if live&flow.Call != 0 {
				return !values.InChat(f, w)
			}
		}
	}
	return false
}
