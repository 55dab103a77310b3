package rules

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportJSON reports the misspelt words of the JSON that goes with what is said or sent, as of buttons, whose right
// spelling stands there, too: beside what is shown, what is answered by it.
func (all *misspelt) reportJSON(w *flow.Widget) {
	if !effects.IsTold(w) {
		return
	}
	for name, n := range w.Properties.Members() {
		if facts := w.Facts.Property(name); facts == nil || facts.Format != schemas.FormatJSON || !n.IsString() || strings.Contains(n.Text(), `\`) {
			continue
		}
		start := 0
		for i, part := range strings.Split(n.Text(), `"`) {
			if i%2 == 1 && strings.Contains(part, " ") {
				all.reportPart(w, n, start, part)
			}
			start += len(part) + 1
		}
	}
}

// reportPart looks at one text of JSON, which begins at a place.
func (all *misspelt) reportPart(w *flow.Widget, n source.Node, start int, part string) {
	for _, m := range words.Misspelt(part).List {
		written := part[m.Start:m.End]
		if slices.Contains(all.seen, written) || len(all.seen) > mostMisspelt || !slices.Contains(words.In(n.Text()), m.Meant) ||
			!strings.Contains(all.p.Flow.Plain(n), written) {
			continue
		}
		all.seen, all.told = append(all.seen, written), append(all.told, written)
		at := n.Part(start+m.Start, start+m.End)
		if all.d == nil {
			all.d = all.p.Reportf(at, "%s has %s, which is misspelt; write %s", w.Label(), words.Quote(written), words.Quote(m.Meant)).Identify(written)
		} else {
			all.d.Also(at, words.Quote(written)+" of "+w.Label()+": write "+words.Quote(m.Meant))
		}
	}
}
