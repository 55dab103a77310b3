package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkListening reports a question whose answer is expected in another language.
func (r *reader) checkListening(p *lint.Pass) {
	s := r.speech
	t := r.On(s.HeardBy)
	if s.Listens == "" || len(r.reads) == 0 && r.tongue == "" || t == nil || t.Meant == nil || !understands(p.Flow, r.Widget) {
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
	case r.FactsOf(n) != nil && len(r.FactsOf(n).Needs.Get(heard)) > 0: // checkHeard
	case heard != "" && r.listensForNames():
	case heard != "":
		p.ReportOncef(nil, n, "the question is read in %s, but %s listens for %s, so spoken answers are not understood; write the same into both", words.Quote(spoken[0]), words.Quote(s.Listens), words.Quote(heard))
	case !slices.Contains(spoken, schemas.Language(usual)) && !shape.PropertyInstead(r.Widget, s.Listens).Exists() && !r.unread:
		p.ReportOncef(nil, r.Widget, "%s asks in %s but, without %s, listens for %s, so no answer is understood; write it", r.Label(), words.Quote(spoken[0]), words.Quote(s.Listens), words.Quote(usual))
	}
}

// listensForNames reports whether a question listens for names (of towns, of people), which sound alike in each
// language: some, of which it says none.
func (r *reader) listensForNames() bool {
	const least = 3
	hints := strings.Split(r.Property(r.speech.Hints).Text(), ",")
	said := strings.ToLower(effects.Prompt(r.Widget).Text())
	return len(hints) >= least && !slices.ContainsFunc(hints, func(hint string) bool {
		first, _ := utf8.DecodeRuneInString(strings.TrimSpace(hint))
		return !unicode.IsUpper(first) || strings.Contains(said, strings.ToLower(strings.TrimSpace(hint)))
	})
}

// understands reports whether anything may read what is said to a question: else any noise leads on.
func understands(f *flow.Flow, w *flow.Widget) bool {
	return f.Only(w.Name) != w || slices.ContainsFunc(f.OutputRefs(w.Name), func(r flow.Ref) bool {
		v := reads.Value(f, r)
		return v == nil || v.Holds == schemas.HoldsSpeech
	})
}
