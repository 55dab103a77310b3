package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// reportSpokenToKeys reports the questions for keys that also listen, where whoever speaks comes to a split on the
// keys, and without a word back to the same question, as whoever is silent does: once a flow. Where a text stands in
// between, it can say that keys are wanted; any key will do where there is one branch; and where silence leads
// elsewhere, whoever has no keys gets on by that.
func reportSpokenToKeys(p *lint.Pass, told *finding.Diagnostic) {
	if told != nil {
		return // these are named beside the one that invites the caller to speak
	}
	var d *finding.Diagnostic
	for _, t := range answers.Uninvited(p.Document) {
		split := effects.PastSetting(t)
		if !isSpeech(t) || len(split.Transitions) < 3 || !shape.Clear(p, split, t.From) || shape.MayRead(p, t.From) || !asksAgainInSilence(split, t.From) {
			continue
		}
		if d == nil {
			d = p.Reportf(t, "%s leads what is said to %s, which tests only keys, and that back without a word, as silence is: without keys nobody gets on; test the speech too, or say that keys are wanted",
				t.From.Label(), split.Label()).As(finding.Note).Identify(t.From.Label())
		} else {
			d.Also(t, "so it is with "+t.From.Label())
		}
	}
}

// asksAgainInSilence reports whether what fits no branch leads straight back to a question, as silence does.
func asksAgainInSilence(split, question *flow.Widget) bool {
	return effects.PastSetting(split.OnKind(schemas.KindNoMatch)) == question && effects.PastSetting(question.OnKind(schemas.KindTimeout)) == question
}

// isSpeech reports whether a transition is that of what was said.
func isSpeech(t *flow.Transition) bool {
	spoken := effects.Raised(t.From, schemas.BySpeech)
	return spoken != nil && t.Raised() == spoken.Name
}
