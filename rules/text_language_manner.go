package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportManner reports the texts that speak to people familiarly in a flow of which the others do so formally, or the
// other way about: once.
func reportManner(p *lint.Pass, tongues []string) {
	const least = 2 // texts of the one way, and of each where the ways are less clear
	type spoken struct {
		by   *flow.Widget
		word string
	}
	var formal, familiar []spoken
	tongue := onlyTongue(tongues)
	if !offer.HasManners(tongue) {
		return // or each language may have its own way
	}
	for _, w := range p.Flow.Widgets {
		text := effects.Prompt(w).Text()
		if offer.SpeaksOfOthers(text) {
			return
		}
		f, n := offer.Manner(text, tongue)
		if f == "" && n == "" || !p.Flow.Reachable(w) || effects.HeardBy(p.Flow, w) != effects.Contact {
			continue
		}
		if f != "" {
			formal = append(formal, spoken{w, f})
		}
		if n != "" {
			familiar = append(familiar, spoken{w, n})
		}
	}
	few, most := familiar, formal
	if len(most) < len(few) {
		few, most = most, few
	}
	if len(few) == 0 || len(most) < least || len(few) < least && !offer.MannersAreClear(tongue) {
		return
	}
	d := p.Reportf(effects.Prompt(few[0].by), "%s says %s, and %s says %s: one flow speaks to people in two ways; choose one",
		few[0].by.Label(), words.Quote(few[0].word), most[0].by.Label(),
		words.Quote(most[0].word)).As(finding.Note).Relate(effects.PlaceOfPrompt(most[0].by),
		"the other way").Identify(few[0].by.Label())
	for _, s := range few[1:] {
		d.Also(effects.Prompt(s.by), "so does "+s.by.Label())
	}
}

// onlyTongue returns the language of all texts whose language is clear; "" for several.
func onlyTongue(tongues []string) (only string) {
	for _, t := range tongues {
		if only != "" && t != "" && t != only {
			return ""
		}
		if t != "" {
			only = t
		}
	}
	return only
}
