package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

// reportSameAgain reports the calls to the next number, when the one before was not answered, that call the same
// number again, though they are named after somebody else.
func reportSameAgain(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Transfer == nil || !p.Flow.Reachable(w) {
			continue
		}
		n := w.Property(w.Facts.Calls.To)
		if strings.TrimSpace(n.Text()) == "" {
			continue
		}
		for _, t := range effects.Into(w) {
			before := callBefore(t)
			if before == nil || before == w || before.Facts != w.Facts || words.OnceMore(before.Name, w.Name) {
				continue
			}
			called := before.Property(w.Facts.Calls.To)
			if strings.TrimSpace(called.Text()) != strings.TrimSpace(n.Text()) {
				continue
			}
			p.Reportf(n, "%s calls %s, as %s has just done in vain; write its own number",
				w.Label(), words.Quote(n.Text()), before.Label()).Relate(called, "the same number")
			break
		}
	}
}

// callBefore returns the call that leads on by a transition, at once or by a split on how it went.
func callBefore(t *flow.Transition) *flow.Widget {
	w := t.From
	if into := effects.Into(w); effects.ActOf(w) == effects.Tells && len(into) == 1 {
		w = into[0].From
	}
	if into := effects.Into(w); w.Facts.Split && len(into) == 1 {
		w = into[0].From
	}
	if w.Facts.Transfer == nil {
		return nil
	}
	return w
}
