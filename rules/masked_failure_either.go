package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportEither reports the requests, Functions and subflows, with no answer before them, whose two ways lead to one text
// which says that it was done: where nothing else can have done it.
func reportEither(p *lint.Pass) {
	const most = 64 // steps for which all others are looked at
	looked := 0
	for _, w := range p.Flow.Widgets {
		act := effects.ActOf(w)
		if act != effects.Requests && act != effects.RunsFlow ||
			act == effects.Requests && (takesAnswer(w) || passesMessageOn(p.Flow, w)) {
			continue
		}
		failed, told := toldEither(p, w)
		if told == nil {
			continue
		}
		if looked++; looked > most {
			return
		}
		if !isOnlyDeed(p.Flow, w, told) || !shape.ClearBefore(p, told) {
			continue
		}
		d := p.Reportf(failed.NextNode, "%s leads to %s, which says that it was done, when it works and when it fails; give %s a message of its own",
			w.Label(), told.Label(), words.Quote(failed.Event)).Relate(effects.PlaceOfPrompt(told), "what is told then")
		if act == effects.Requests && offer.NamesCommitting(w.Name) {
			d.As(finding.Warning)
		}
	}
}

// toldEither returns the way of a failure, and the text that is told of success, too, and says that it was done, which
// reads nothing of what the step brings; nil where it is not so.
func toldEither(p *lint.Pass, w *flow.Widget) (failed *flow.Transition, told *flow.Widget) {
	worked := w.OnKind(schemas.KindSuccess)
	failed = w.OnKind(schemas.KindFailure)
	if worked == nil || failed == nil || mayFail(w.Name) || effects.LooksUp(w) || !p.Flow.Reachable(w) {
		return nil, nil
	}
	told = effects.Next(failed, effects.Tells)
	if told == nil || effects.PastSetting(worked) != told ||
		!reads.FixedWord(told) && effects.PastIdle(p.Flow, worked) != effects.PastIdle(p.Flow, failed) {
		return nil, nil
	}
	text := effects.Prompt(told).Text()
	if !tellsItDone(told) && !offer.SaysDoneBeside(text) && !offer.SaysCarriedOut(text, w.Name) ||
		reads.Of(p.Flow, told, w) {
		return nil, nil
	}
	return failed, told
}

// isOnlyDeed reports whether nothing but a step can have done what a text tells of: all others that come before it look
// something up, tell, or decide.
func isOnlyDeed(f *flow.Flow, w, told *flow.Widget) bool {
	return !slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool {
		if other == w || other == told {
			return false
		}
		switch effects.ActOf(other) {
		case effects.Begins, effects.Sets, effects.Splits:
			return false
		case effects.Asks: // but a payment is made there, or a message taken
			if !other.Facts.TakesPayment && !other.Facts.TakesMessage {
				return false
			}
		case effects.Tells:
			if other.Needs() == told.Needs() && effects.IsForContact(f, other) {
				return false
			}
		}
		return f.CanPrecede(other, told) && !effects.LooksUp(other)
	})
}
