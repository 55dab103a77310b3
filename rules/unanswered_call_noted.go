package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// reportNoted reports the calls of which the same is noted however they went, "answered" or "missed": once.
func reportNoted(p *lint.Pass) {
	var d *finding.Diagnostic
	for w, t := range calls(p) {
		by, n := notedAfter(p.Flow, t)
		switch {
		case by == nil || readsResult(p.Flow, w):
		case d == nil:
			also := "when nobody took it"
			if offer.NamesMissed(n.Text()) {
				also = "when it was answered"
			}
			d = p.Reportf(n, "%s notes %s after each call of %s, also %s; write {{%s}} there",
				by.Label(), words.Quote(n.Text()), w.Label(), also,
				words.Shorten("widgets."+w.Name+"."+w.Facts.Transfer.Result)).As(finding.Note).Identify(w.Label())
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}

// notedAfter returns what keeps or sends on, right after a call, how it went, as a text that is always the same, and
// that text; nil when nothing does.
func notedAfter(f *flow.Flow, t *flow.Transition) (by *flow.Widget, n source.Node) {
	for w := range effects.Settings(t) {
		for _, write := range f.Writes(w) {
			if saysHow(write.Value) {
				return w, write.Value
			}
		}
	}
	if w := effects.PastSetting(t); w != nil && effects.ActOf(w) == effects.Requests {
		for _, field := range w.Property(w.Facts.Request.Fields).Elements() {
			if saysHow(field.Get("value")) {
				return w, field.Get("value")
			}
		}
	}
	return nil, n
}

// saysHow reports whether a value says that a call was taken, or that nobody took it.
func saysHow(n source.Node) bool {
	return n.IsString() && (offer.NamesTaken(n.Text()) || offer.NamesMissed(n.Text()))
}
