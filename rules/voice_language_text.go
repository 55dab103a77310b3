package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// checkTexts reports texts that are read in another language than they are in: those of two
// languages as one finding, for one wrong default is copied from widget to widget. Of a text that is in
// another language than the name of its widget text-language tells.
func checkTexts(p *lint.Pass, all []*reader) {
	var told map[[2]string]*finding.Diagnostic
	named := answers.NamedTongues.Of(p)
	for _, r := range all {
		if r.tongue == "" || named[r.Index] != "" && named[r.Index] != r.tongue {
			continue
		}
		reads := strings.Join(r.reads, " ")
		unnamed := reads == "" && r.tongue != "en" && r.isUnnamed()
		if r.wrong || slices.Contains(r.reads, r.tongue) || !unnamed && !slices.ContainsFunc(r.reads, isTongue) || !p.Flow.Reachable(r.Widget) {
			continue
		}
		if r.unread = unnamed; told == nil {
			told = map[[2]string]*finding.Diagnostic{}
		}
		name, at := words.TongueName(r.tongue), r.language
		if at.Text() == "" {
			at = r.voice
		}
		switch d := told[[2]string{r.tongue, reads}]; {
		case d != nil:
			d.Also(r.Widget, "and "+r.Label())
		case unnamed:
			told[[2]string{r.tongue, reads}] = p.Reportf(r.Widget, "%s says %s and has no language, so the account's own reads it, as a rule English; write it",
				r.Label(), name).As(finding.Note)
		default:
			told[[2]string{r.tongue, reads}] = p.Reportf(at, "%s says %s, but %s reads it; write the language of the text, and a voice of it",
				r.Label(), name, words.Quote(at.Text()))
		}
	}
}

// isTongue reports whether texts in a language are known from others.
func isTongue(language string) bool { return words.TongueName(language) != "" }
