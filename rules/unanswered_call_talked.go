package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkTalkedTo reports the calls after which a message is asked for, or somebody else is
// called, also when they were answered: once, unless some template tells how they went.
func checkTalkedTo(p *lint.Pass) {
	var d *finding.Diagnostic
	for w, t := range calls(p) {
		if t == nil || t.Meant == nil {
			continue
		}
		help := helpAfter(t.Meant)
		switch {
		case help == nil || help == w || p.Flow.CanPrecede(help, w) || readsResult(p.Flow, w):
		case d == nil:
			d = p.Reportf(t, "%s comes after %s also when that was answered and talked to: whoever is hung up on after a talk gets there; test %s",
				help.Label(), w.Label(),
				words.Shorten("widgets."+w.Name+"."+w.Facts.Transfer.Result)).As(finding.Note).Relate(help,
				"what is for calls that nobody answers")
		default:
			d.Also(t, "and after "+w.Label())
		}
	}
}

// helpAfter returns what takes a message or calls somebody right after a call, or after what
// is only said; nil when something else comes.
func helpAfter(w *flow.Widget) *flow.Widget {
	const far = 4
	for at := range w.Ahead(far) {
		switch act := effects.ActOf(at); {
		case at.Facts.TakesMessage || at.Facts.Transfer != nil:
			return at
		case act != effects.Sets && (act != effects.Tells || at.Needs() != schemas.NeedsCall):
			return nil
		}
	}
	return nil
}
