package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportToldDone reports the answers by which something is to be left as it is, after which one is told that it was done.
func reportToldDone(p *lint.Pass) {
	for _, t := range answers.ToldDones(p) {
		p.Reportf(t.By.PlaceOfNext(), "%s leads to %s, which says that it was done, as after %s, which does it; say that it was left as it is",
			words.Quote(t.No), t.Told.Label(), t.Deed.Label()).As(finding.Warning).
			Relate(effects.PlaceOfPrompt(t.Told), "what is told").Identify(t.Menu.Split.Label())
	}
}

// reportToldUndone reports the texts which say that nothing was done, right after the request that has done just that.
func reportToldUndone(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || words.KeepsRecord(w.Name) {
			continue
		}
		worked := w.OnKind(schemas.KindSuccess)
		told := effects.Next(worked, effects.Tells)
		if told == nil {
			continue
		}
		text := effects.Prompt(told).Text()
		said := offer.NothingDone(text)
		if said == "" || liquid.HasTags(text) || !words.SharesVerb(w.Name, said) || effects.LooksUp(w) ||
			offer.NamesCancelling(w.Name) || !p.Flow.Reachable(w) {
			continue
		}
		p.Reportf(worked.PlaceOfNext(), "%s has just worked, but %s says %s; lead it to what was done", w.Label(), told.Label(), words.Quote(said)).
			As(finding.Warning).Relate(effects.PlaceOfPrompt(told), "what is told").Identify(w.Label())
	}
}

// reportAfterLeaving reports what is sent or asked right after a person was told that no more messages come: once.
func reportAfterLeaving(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Incomplete {
			continue
		}
		next := effects.Next(w.Onward(), effects.Tells, effects.Asks)
		if next == nil || next == w || next.Needs() != schemas.NeedsMessage && effects.ActOf(next) == effects.Tells {
			continue
		}
		text := effects.Prompt(w).Text()
		said := offer.SaysNoMore(text)
		if said == "" || effects.HeardBy(p.Flow, next) != effects.Contact || !p.Flow.Reachable(w) {
			continue
		}
		_, parts := offer.Goodbye(text)
		after := effects.Prompt(next).Text()
		switch {
		case parts && effects.ActOf(next) == effects.Asks && w.Needs() == schemas.NeedsCall: // reportParting
		case offer.SaysNoMore(after) != "" || offer.SpeaksOfLeaving(after):
		case d == nil:
			d = p.Reportf(effects.Prompt(w), "%s says %s, and then %s comes; end there, or change the text", w.Label(), words.Quote(said), next.Label()).
				As(finding.Warning).Relate(next, "what comes next").Identify(w.Label())
		default:
			d.Also(effects.Prompt(w), "so does "+w.Label())
		}
	}
}
