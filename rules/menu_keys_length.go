package rules

import (
	"fmt"
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// reportLengths reports the questions that tell the caller how many digits to enter, and not the
// widget: once.
func reportLengths(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		n := untoldLength(p, w)
		switch {
		case n == 0:
			continue
		case d == nil:
			d = p.Reportf(w, "%s asks for %d digits, but has no %s: after the last one the caller waits out the timeout; write %d",
				w.Label(), n, words.Quote(w.Facts.KeyEntry.Count), n).Identify(w.Label())
		default:
			d.Also(w, fmt.Sprintf("%s asks for %d", w.Label(), n))
		}
		d.SuggestMore(false, "Write how many digits are asked for", w.Properties.InsertMember(w.Properties.Len(), w.Facts.KeyEntry.Count, source.Integer(n)))
	}
}

// untoldLength returns how many digits a question asks for that waits for as many as come, and does
// not say which key ends them; 0 else.
func untoldLength(p *lint.Pass, w *flow.Widget) int {
	keys := w.Facts.KeyEntry
	if keys == nil || !w.Properties.Exists() || w.Property(keys.Count).Exists() || shape.PropertyInstead(w, keys.Count).Exists() {
		return 0
	}
	text := effects.Prompt(w).Text()
	n, _ := offer.Digits(text)
	if n < 2 || !offer.AsksNumber(text) && !offer.AsksForOwn(text) || liquid.HasTags(text) ||
		len(offer.In(text)) > 0 || finishIsNamed(w) || !effects.Allowed(w, keys.Count, float64(n)) {
		return 0
	}
	if !leadsOnByKeys(w) || !p.Flow.Reachable(w) || !shape.Sound(p, w.Properties) {
		return 0
	}
	return n
}

// leadsOnByKeys reports whether a question leads on when keys are pressed.
func leadsOnByKeys(w *flow.Widget) bool {
	return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		output := w.Facts.Outputs.Key(effects.AnswerOn(w, t.Raised()))
		return t.Meant != nil && output != nil && !output.Speech
	})
}

// finishIsNamed reports whether a question, or a text right before it, names the key that ends what is
// entered. A recording before it that does would be heard once, and the question each time.
func finishIsNamed(w *flow.Widget) bool {
	return offer.NamesFinish(effects.Prompt(w).Text()) || slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool {
		return effects.ActOf(t.From) == effects.Tells && offer.NamesFinish(effects.Prompt(t.From).Text())
	})
}
