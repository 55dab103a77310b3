package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// misspelt reports the words of a flow that are misspelt, as one finding.
type misspelt struct {
	p    *lint.Pass
	d    *finding.Diagnostic
	seen []string // the words that were looked at
	told []string // those of them that are reported
}

// report reports a word of a widget, whose text is in a language. A text may write a name so, but for one that it writes otherwise
// elsewhere.
func (all *misspelt) report(w *flow.Widget, m words.Misspelling, tongue string, mayBeName bool) {
	n := effects.Prompt(w)
	written := n.Text()[m.Start:m.End]
	if slices.Contains(all.told, written) {
		all.d.Also(n.Part(m.Start, m.End), "and "+words.Quote(written)+" of "+w.Label())
		return
	}
	if len(all.seen) > mostMisspelt || slices.Contains(all.seen, written) || !strings.Contains(all.p.Flow.Plain(n), written) {
		return // a placeholder may be any word
	}
	if offer.InOtherTongue(n.Text(), m.Start, m.End, tongue) {
		return
	}
	if all.seen = append(all.seen, written); len(all.seen) > mostMisspelt || !mayBeName && isNameInFlow(all.p.Flow, written) {
		return
	}
	all.told = append(all.told, written)
	at := n.Part(m.Start, m.End)
	if all.d == nil {
		all.d = all.p.Reportf(at, "%s has %s, which is misspelt; write %s", w.Label(), words.Quote(written), words.Quote(m.Meant)).Identify(written)
	} else {
		all.d.Also(at, words.Quote(written)+" of "+w.Label()+": write "+words.Quote(m.Meant))
	}
}

// mostMisspelt is how many words of a flow are looked at: each is looked for in all texts.
const mostMisspelt = 50

// isNameInFlow reports whether a text of a flow writes a word as a name.
func isNameInFlow(f *flow.Flow, word string) bool {
	word = strings.ToLower(word)
	return slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool {
		return len(w.Facts.Content) > 0 && words.IsName(effects.Prompt(w).Text(), word)
	})
}
