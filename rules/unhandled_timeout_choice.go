package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSilentChoices reports the menus whose silence counts as consent, or as a choice that is then done, and
// those that nobody has got: once.
func reportSilentChoices(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, s := range answers.SilentChoices.Of(p) {
		who, what := "says nothing", "silence ("+words.Quote(s.Silence.Event)+")"
		if s.Silence.Facts.Kind == schemas.KindFailure {
			who, what = "never got the question", words.Quote(s.Silence.Event)
		}
		severity := finding.Note
		if deed := effects.PastSetting(s.Branch.Transition); s.Spared != "" && (offer.NamesCommitting(deed.Name) || !offer.NamesStoring(deed.Name)) {
			severity = finding.Warning // what is only stored can be put right
		}
		if d == nil {
			d = p.Reportf(s.Silence, "%s leads %s where %s leads: who %s has chosen that; ask again, or leave it undone",
				s.Silence.From.Label(), what, words.Quote(s.Answer), who).As(severity).Relate(s.Branch, "the branch").Identify(s.Silence.From.Label())
		} else {
			d.Also(s.Silence, "so does "+s.Silence.From.Label())
			if severity == finding.Warning {
				d.As(severity)
			}
		}
	}
}
