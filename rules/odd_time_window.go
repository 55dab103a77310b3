package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// window is how long one may write to a person on WhatsApp as one likes after his last message, in seconds.
const window = 24 * 60 * 60

// checkWindow reports the questions of a flow for WhatsApp that wait for so long that what is sent after them
// comes too late for a text: once.
func checkWindow(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		waits, known := effects.Waits(w)
		if !known || waits < window || w.Needs() != schemas.NeedsMessage || !p.Flow.ServesWhatsApp() || !p.Flow.Reachable(w) {
			continue
		}
		sends := sentAfter(p.Flow, w)
		switch {
		case sends == nil:
		case d == nil:
			d = p.Reportf(w.Property(w.Facts.Waits), "after %s of silence WhatsApp takes templates only (63016): %s, sent then, fails; wait less, or send a content template",
				words.Plural(waits/3600, "hour"), sends.Label()).Relate(sends, "what is sent then").Identify(w.Label())
		default:
			d.Also(w.Property(w.Facts.Waits), "so it is after "+w.Label())
		}
	}
}

// sentAfter returns what sends the person a text of its own right after a question got no answer, nil for
// none.
func sentAfter(f *flow.Flow, w *flow.Widget) *flow.Widget {
	const most = 5 // silent widgets between
	i := slices.IndexFunc(w.Transitions, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindTimeout })
	if i < 0 {
		return nil
	}
	to := w.Transitions[i].To
	for range most {
		if to == nil || to.Needs() == schemas.NeedsMessage {
			break
		}
		usual := effects.Usual(to)
		if usual == nil {
			return nil
		}
		next := to.On(usual.Name)
		if next == nil {
			return nil
		}
		to = next.To
	}
	if to == nil || effects.Prompt(to).Text() == "" || effects.HeardBy(f, to) != effects.Contact ||
		slices.ContainsFunc(effects.Says(to), isTemplate) {
		return nil
	}
	return to
}

// isTemplate reports whether something that is sent is a content template.
func isTemplate(n source.Node) bool { return strings.HasPrefix(n.Text(), "HX") }
