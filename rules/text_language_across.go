package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

// reportAcross reports the branch of a menu that leads to a text in another language than the menu and what its other
// branches lead to: once.
func reportAcross(p *lint.Pass, tongues []string, told *finding.Diagnostic) {
	const least = 2 // branches that stay in the language
	names := answers.NamedTongues.Of(p)
	tongueOf := func(w *flow.Widget) string {
		if tongue := tongues[w.Index]; tongue != "" || names[w.Index] == "" {
			return tongue
		}
		return names[w.Index]
	}
	for _, m := range answers.AllMenus.Of(p) {
		own := tongueOf(m.Question)
		if own == "" || words.NamesAnyTongue(effects.Prompt(m.Question).Text()) {
			continue
		}
		var across []*flow.Transition
		stay := map[*flow.Widget]bool{}
		for _, b := range m.Branches {
			to := effects.PastSetting(b.Transition)
			if to == nil || !effects.Prompt(to).Exists() {
				continue
			}
			switch tongue := tongueOf(to); {
			case tongue == own:
				stay[to] = true
			case tongue != "" && !isMisread(p, to, tongue) &&
				!words.NamesAnyTongue(effects.Prompt(to).Text()):
				across = append(across, b.Transition)
			}
		}
		if len(across) != 1 || len(stay) < least {
			continue
		}
		t, to := across[0], effects.PastSetting(across[0])
		if told != nil && told.Pointer() == effects.Prompt(to).Pointer() {
			continue
		}
		p.Reportf(t.NextNode, "%s leads on from %s, which asks in %s, to %s, which is in %s; lead it to the like in %s",
			t.From.Label(), m.Question.Label(), words.TongueName(own), to.Label(),
			words.TongueName(tongueOf(to)), words.TongueName(own)).
			As(finding.Note).Relate(to, "the text")
		return
	}
}
