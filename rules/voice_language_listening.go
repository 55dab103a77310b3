package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkListening reports a question whose answer is expected in another language.
func (r *reader) checkListening(p *lint.Pass) {
	s := r.speech
	t := r.On(s.HeardBy)
	if s.Listens == "" || len(r.reads) == 0 && r.tongue == "" || t == nil || t.Meant == nil {
		return
	}
	spoken := r.reads
	if len(spoken) == 0 {
		spoken = []string{r.tongue}
	}
	n := r.Property(s.Listens)
	heard, ok := shape.Literal(p, n)
	usual := r.Facts.Property(s.Listens).Default
	switch {
	case !ok && n.Exists(), heard != "" && !schemas.IsLanguage(heard), slices.Contains(spoken, schemas.Language(heard)):
	case heard != "":
		p.ReportOncef(nil, n, "the question is read in %s, but %s listens for %s, so spoken answers are not understood; write the same into both", words.Quote(spoken[0]), words.Quote(s.Listens), words.Quote(heard))
	case !slices.Contains(spoken, schemas.Language(usual)) && !shape.PropertyInstead(r.Widget, s.Listens).Exists() && !r.unread:
		p.ReportOncef(nil, r.Widget, "%s asks in %s but, without %s, listens for %s, so no answer is understood; write it", r.Label(), words.Quote(spoken[0]), words.Quote(s.Listens), words.Quote(usual))
	}
}
