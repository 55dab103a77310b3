package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkVoice reports a voice that does not speak the language which is written beside it.
func (r *reader) checkVoice(p *lint.Pass) bool {
	if len(r.reads) != 1 {
		return false
	}
	voice, _ := shape.Literal(p, r.voice)
	speaks := schemas.LanguagesOf(voice)
	if len(speaks) == 0 || slices.Contains(speaks, r.reads[0]) {
		return false
	}
	if slices.Contains(speaks, r.tongue) {
		p.ReportOncef(nil, r.voice, "the voice %s and the text speak %s, but the language is %s; correct that",
			words.Quote(voice), words.List(speaks), words.Shorten(r.language.Text()))
	} else {
		p.ReportOncef(nil, r.voice, "the voice %s speaks %s, but the language is %s; choose a voice of that language",
			words.Quote(voice), words.List(speaks), words.Shorten(r.language.Text()))
	}
	return true
}
