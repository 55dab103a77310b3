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

// reportBehindCall reports the work that comes only when all is said on a call which the flow has made:
// whoever hangs up before ends the execution. Once.
func reportBehindCall(p *lint.Pass, normal flow.Routes) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall || w.Incomplete ||
			w.OnKind(schemas.KindHangup) != nil || !normal.Reach(w) || !onMadeCall(p.Flow, w) {
			continue
		}
		behind := freeOfCall(p.Flow, w)
		switch {
		case behind == nil:
		case d == nil:
			d = p.Reportf(behind, "%s comes only when %s has said all: a hang-up before ends the execution; do it before the call",
				behind.Label(), w.Label()).As(finding.Note).Relate(w, "what is said").Identify(behind.Label()).Along(values.Route(p, normal, behind))
		default:
			d.Also(behind, "so does "+behind.Label())
		}
	}
}

// onMadeCall reports whether the call at a widget is one that the flow itself has made.
func onMadeCall(f *flow.Flow, w *flow.Widget) bool {
	made := false
	for _, t := range effects.Into(w) {
		made = made || t.From.Facts.Creates != nil
	}
	for _, e := range f.Entries() {
		if e.Channels()&(flow.Call|flow.Unknown) != 0 {
			return false
		}
	}
	return made
}

// freeOfCall returns the first work after a widget, over steps that decide or set something, that needs
// neither the call nor anything of it; nil when there is none.
func freeOfCall(f *flow.Flow, w *flow.Widget) *flow.Widget {
	const far = 12
	var walk flow.Walk
	if onward := w.Onward(); onward != nil {
		walk.Add(onward.Meant)
	}
	for at := range walk.First(far) {
		act := effects.ActOf(at)
		leaves := act == effects.Requests && !values.Pauses(at) && !words.KeepsRecord(at.Name) || act == effects.Tells && at.Needs() == schemas.NeedsMessage
		switch {
		case act != effects.Splits && act != effects.Sets && !leaves, readsCall(f, at):
		case leaves:
			return at
		default:
			walk.AddNext(at)
		}
	}
	return nil
}

// readsCall reports whether a widget reads what a call has brought, or may.
func readsCall(f *flow.Flow, w *flow.Widget) bool {
	for _, t := range f.TemplatesOf(w) {
		if !t.Liquid.Readable() {
			return true
		}
		for _, r := range t.Refs() {
			if r.Root() == "trigger" && r.Name(1) == "call" {
				return true
			}
			if by := f.Widget(r.Name(1)); r.Root() == "widgets" && (by == nil || by.Needs() == schemas.NeedsCall || by.Facts.Creates != nil) {
				return true
			}
		}
	}
	return false
}
