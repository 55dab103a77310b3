package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportUnnamed reports the one question for a yes or a no by message that does not say how to answer, when all others
// of the flow do.
func reportUnnamed(p *lint.Pass) {
	const habit = 3 // questions that say it
	var named, without *flow.Widget
	says, lacks := 0, 0
	for _, w := range p.Flow.Widgets {
		if asksByMessage(w) && offer.NamesDecision(effects.Prompt(w).Text()) && answers.YesOrNo(effects.Prompt(w).Text()) && p.Flow.Reachable(w) {
			says++
			named = w
		}
	}
	if says < habit {
		return
	}
	for _, w := range p.Flow.Widgets {
		text := effects.Prompt(w).Text()
		if asksByMessage(w) && !offer.NamesDecision(text) && answers.YesOrNo(text) && !liquid.HasTags(text) &&
			len(effects.Says(w)) == 1 && len(offer.In(text)) == 0 && !offer.Chooses(text) && !offer.WantsMore(text) && p.Flow.Reachable(w) {
			lacks++
			without = w
		}
	}
	if lacks != 1 || isTested(p, named) && !isTested(p, without) {
		return // what is only kept may be answered in words
	}
	p.Reportf(effects.Prompt(without), "%s asks for a yes or a no and does not say so, as %s do; add how to answer",
		without.Label(), words.Plural(says, "other question")).Relate(effects.PlaceOfPrompt(named), "one that does")
}

// asksByMessage reports whether a widget is a question by message that is as it should be.
func asksByMessage(w *flow.Widget) bool {
	return effects.ActOf(w) == effects.Asks && w.Needs() == schemas.NeedsMessage && !w.Incomplete
}
