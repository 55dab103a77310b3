package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportLostKey reports the questions that say that any key will do, while one ends the input: pressed alone it is no key,
// so whoever presses it counts as silent. Once a flow; those that wait too long for the key are told of that first.
func reportLostKey(p *lint.Pass, slow map[*flow.Widget]bool) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || slow[w] {
			continue
		}
		prompt := effects.Prompt(w)
		said := offer.AnyKeyIn(prompt.Text())
		if said == "" || !offersSingleKeys(w) || !p.Flow.Reachable(w) {
			continue
		}
		key := endingKey(w)
		if key == "" || !losesOnSilence(p, w) {
			continue
		}
		start := strings.Index(prompt.Text(), said)
		at := prompt.Part(start, start+len(said))
		if d == nil {
			d = p.Reportf(at, "%s takes any key, but %s ends the input and is no part of it: whoever presses it counts as silent; leave %s empty",
				w.Label(), words.Quote(key), words.Quote(w.Facts.KeyEntry.Finish))
		} else {
			d.Also(at, "so it is with "+w.Label())
		}
	}
}

// endingKey returns the key that ends what is entered, "" for none, or where the prompt speaks of it.
func endingKey(w *flow.Widget) string {
	text := effects.Prompt(w).Text()
	if liquid.HasTags(text) || offer.NamesFinish(text) {
		return ""
	}
	return answers.FinishKey(w)
}

// losesOnSilence reports whether a key leads on, and silence elsewhere than there or back to the question.
func losesOnSilence(p *lint.Pass, w *flow.Widget) bool {
	pressed, silence := w.OnKind(schemas.KindInput), w.OnKind(schemas.KindTimeout)
	if pressed == nil || pressed.Meant == nil || silence == nil || w.Incomplete || !leadsOnByKeys(w) {
		return false
	}
	on, to := effects.PastIdle(p.Flow, silence), effects.PastIdle(p.Flow, pressed)
	if to == nil || !to.Facts.Known() || on == nil && !silence.Ends() {
		return false
	}
	if to.Facts.Split {
		to = effects.PastIdle(p.Flow, to.OnKind(schemas.KindNoMatch))
	}
	return to != nil && on != w && on != to
}
