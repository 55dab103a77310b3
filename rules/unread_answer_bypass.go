package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportBypassed reports the questions of which keys go to a split, and whatever is said straight to one of its
// branches, or the reverse: once.
func reportBypassed(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, b := range answers.Bypasses.Of(p) {
		t := b.Past
		what := "whatever is said to"
		if keys := effects.Raised(t.From, schemas.ByKeys); keys != nil && keys.Name == t.Raised() {
			what = "whatever is keyed in at"
		}
		switch {
		case !shape.Clear(p, t.From) || !shape.Clear(p, b.Branch.From): // told first
		case d == nil:
			d = p.Reportf(t, "%s %s leads to %s, which is for %s alone, and nothing reads it; test %s",
				what, t.From.Label(), effects.PastSetting(t).Label(), chosenBy(b),
				words.Shorten(reads.AnswerOn(t))).Relate(b.Branch, "the branch").Identify(t.From.Label())
		default:
			d.Also(t, "so it is at "+t.From.Label())
		}
	}
}

// chosenBy is what the branch of a bypass is taken for.
func chosenBy(b answers.Bypass) string {
	for _, c := range b.Branch.Conditions {
		if value := c.Value.Text(); value != "" {
			return words.Quote(value)
		}
	}
	return "a branch"
}
