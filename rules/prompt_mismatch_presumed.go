package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportPresumed reports the texts about an answer that was wrong to which silence leads, too, though they speak
// of what was answered: once.
func reportPresumed(p *lint.Pass) {
	var d *finding.Diagnostic
	var known map[*flow.Widget]string // what the texts say that have been looked at
	for _, w := range p.Flow.Widgets {
		late := w.OnKind(schemas.KindTimeout)
		if late == nil || late.Meant == nil || effects.ActOf(w) != effects.Asks {
			continue
		}
		told := effects.Next(late, effects.Tells)
		if told == nil || told.Needs() != w.Needs() {
			continue
		}
		said, looked := known[told]
		if !looked {
			if known == nil {
				known = map[*flow.Widget]string{}
			}
			if comesOnAnswer(told) {
				said = presumed(told)
			}
			known[told] = said
		}
		switch {
		case said == "" || !p.Flow.Reachable(w) || effects.HeardBy(p.Flow, told) != effects.Contact:
		case d == nil:
			d = p.Reportf(late.PlaceOfNext(), "silence at %s leads to %s, which says %s; say that nothing came",
				w.Label(), told.Label(), words.Quote(said)).
				As(finding.Note).Relate(effects.PlaceOfPrompt(told), "what is told then").Identify(w.Label())
		default:
			d.Also(late.PlaceOfNext(), "so does that at "+w.Label())
		}
	}
}

// presumed returns the words with which a text speaks of an answer that somebody has given, "" for none. On a call
// one text about a wrong key often serves for silence as well; in a chat it comes long after the question.
func presumed(told *flow.Widget) string {
	text := effects.Prompt(told).Text()
	if text == "" || liquid.HasTags(text) || offer.NothingHeard(text) != "" || offer.MentionsSilence(text) {
		return ""
	}
	if said := offer.SpeaksOfAnswer(text); said != "" || told.Needs() == schemas.NeedsCall {
		return said
	}
	return offer.WrongKey(text)
}

// comesOnAnswer reports whether an answer that fits nothing leads to a text, too.
func comesOnAnswer(told *flow.Widget) bool {
	return slices.ContainsFunc(effects.Into(told), func(t *flow.Transition) bool {
		return t.Facts.Kind == schemas.KindNoMatch || t.Facts.Kind == schemas.KindBranch
	})
}
