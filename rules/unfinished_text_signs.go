package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSigns reports the long texts of an SMS that go out in Unicode for nothing but the quotes or dashes of a word
// processor: once. A Messaging Service may write them plainly by itself, and in other channels a text is one.
func reportSigns(p *lint.Pass) {
	const more = 2 // parts, and it is worth a word
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		act := effects.ActOf(w)
		if w.Needs() != schemas.NeedsMessage || act != effects.Tells && act != effects.Asks {
			continue
		}
		n := effects.Prompt(w)
		text := n.Text()
		now, plain := words.Parts(text)
		switch {
		case now < plain+more || len(effects.Says(w)) != 1 || p.Flow.Plain(n) != text || !isSMS(p.Flow, w) || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(n, "%s goes out in %d parts, and in %d without %s, which need Unicode; write plain signs", w.Label(), now, plain, words.Signs(text)).Identify(w.Label())
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}

// isSMS reports whether a message goes out from a phone number, by all that is known.
func isSMS(f *flow.Flow, w *flow.Widget) bool {
	if f.KnowsWhatsApp() || f.KnowsWebChat() || !slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool {
		c := e.Channels()
		return e.Reaches(w) && (c == 0 || c&(flow.Message|flow.Call) != 0 && c&flow.Unknown == 0)
	}) {
		return false
	}
	from := w.Property(w.Facts.Sender)
	return strings.HasPrefix(from.Text(), "+") || reads.Party(f, from) == schemas.HoldsAddress
}
