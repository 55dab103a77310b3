package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/words"
)

// checkGivenLanguage reports the prompts of which nothing tells the language, where that of others is a
// variable: once a flow. What a template of its own words says may be in any language.
func checkGivenLanguage(p *lint.Pass, all []*reader) {
	var given *reader
	for _, r := range all {
		if effects.Prompt(r.Widget).Exists() && liquid.HasMarkup(r.language.Text()) {
			given = r
			break
		}
	}
	if given == nil {
		return
	}
	var d *finding.Diagnostic
	for _, r := range all {
		switch {
		case !r.isUnnamed() || r.unread || !effects.Prompt(r.Widget).Exists() ||
			liquid.HasTags(effects.Prompt(r.Widget).Text()) || !p.Flow.Reachable(r.Widget):
		case d == nil:
			d = p.Reportf(r.Widget, "%s has no language, so the account's own reads it, while %s is read in %s; write that too",
				r.Label(), given.Label(), words.Quote(given.language.Text())).As(finding.Note).Relate(given.language,
				"the language of another prompt").Identify(r.Label())
		default:
			d.Also(r.Widget, "nor has "+r.Label())
		}
	}
}
