package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkHurry reports the questions for a long number or a code that give a caller too little time to find
// the next digit, or to press it: once.
func checkHurry(p *lint.Pass) {
	const (
		short   = 5 // seconds in which one may look up the next digit
		several = 4 // digits that nobody presses one a second
	)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		keys := w.Facts.KeyEntry
		if keys == nil || w.OnKind(schemas.KindInput) == nil {
			continue
		}
		n := w.Property(w.Facts.Waits)
		seconds, known := effects.Waits(w)
		switch {
		case !known || !n.Exists() || seconds < 1 || seconds >= short || !p.Flow.Reachable(w):
		case seconds == 1 && listensOnly(w) && offer.FreeSpeech(effects.Prompt(w).Text()):
			p.Reportf(n, "%s gives one second to begin an answer of one's own, and takes a pause for silence; write 5", w.Label())
		case !wantsLongNumber(w) && !(seconds == 1 && digitsOf(w) >= several):
		case d == nil:
			of, cure := " that one has to look up", 10
			if !wantsLongNumber(w) {
				of, cure = "", 5
			}
			d = p.Reportf(n, "%s gives %s for each key of a number%s; write %d", w.Label(), words.Plural(seconds, "second"), of, cure)
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}

// wantsLongNumber reports whether a question asks for a number of many digits that hardly anybody knows by
// heart.
func wantsLongNumber(w *flow.Widget) bool {
	const long = 6 // digits
	return digitsOf(w) >= long && offer.HasToBeLookedUp(effects.Prompt(w).Text())
}

// digitsOf returns how many digits a question takes, or asks for where it sets no number; 0 when neither is known.
func digitsOf(w *flow.Widget) int {
	if n, ok := w.Property(w.Facts.KeyEntry.Count).Number(); ok {
		return int(n)
	}
	n, _ := offer.Digits(effects.Prompt(w).Text())
	return n
}

// listensOnly reports whether a question takes speech, and no keys.
func listensOnly(w *flow.Widget) bool {
	s := w.Facts.Speech
	return s != nil && s.HeardBy != "" && w.On(s.HeardBy) != nil && w.On(s.HeardBy).Meant != nil &&
		!slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
			return t.Facts.Kind == schemas.KindInput && t.Event != s.HeardBy && t.Meant != nil
		})
}

// checkBreath reports the recordings of a message that a pause of one second ends: once.
func checkBreath(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.TakesMessage || !p.Flow.Reachable(w) {
			continue
		}
		i := slices.IndexFunc(w.Facts.Properties, func(f schemas.Property) bool { return f.Patience > 0 })
		if i < 0 {
			continue
		}
		n := w.Property(w.Facts.Properties[i].Name)
		switch seconds, known := effects.Seconds(n); {
		case !known || seconds != 1 || !offer.BidsMessage(effects.ToldBefore(w)):
		case d == nil:
			d = p.Reportf(n, "%s ends the message at the first second of silence, as soon as a caller takes breath; write 5", w.Label())
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}
