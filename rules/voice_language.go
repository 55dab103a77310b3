package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "voice-language", Title: "A voice, a language and what is listened for do not fit",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for one prompt in another voice",
		Doc: `Finds

* a voice of one language that is to read another: Polly.Camila, who speaks Portuguese,
  with the language en-US. Twilio may refuse it, so that nothing is said, or what is
  said cannot be understood;
* a question in one language whose spoken answer is listened for in another: the editor
  writes gather_language en, whatever the language of the prompt;
* as a note, one prompt in another voice than the others of its language: as a rule it
  was changed for all but this one.

Regions of a language (en-GB, en-US) are not told apart, nor is a question reported whose
spoken answer leads nowhere.

Choose a voice of the language, and listen for the language that is asked in.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if s := w.Facts.Speech; s != nil {
				checkVoice(p, w, s)
				checkListening(p, w, s)
			}
		}
		checkTwinVoices(p)
	},
})

// spoken returns the languages in which a widget reads, as far as they are known: that
// of its text, or else those of its voice.
func spoken(p *lint.Pass, w *flow.Widget, s *schemas.Speech) []string {
	if code, ok := shape.Literal(p, w.Property(s.Language)); ok && code != "" {
		return []string{schemas.Language(code)}
	}
	if w.Property(s.Language).Text() != "" {
		return nil
	}
	voice, _ := shape.Literal(p, w.Property(s.Voice))
	return schemas.LanguagesOf(voice)
}

// checkVoice reports a voice that does not speak the language of its text.
func checkVoice(p *lint.Pass, w *flow.Widget, s *schemas.Speech) {
	voice, _ := shape.Literal(p, w.Property(s.Voice))
	speaks, code := schemas.LanguagesOf(voice), w.Property(s.Language).Text()
	reads := spoken(p, w, s)
	if len(speaks) > 0 && len(reads) == 1 && !slices.Contains(speaks, reads[0]) {
		p.ReportOncef(nil, w.Property(s.Voice), "the voice %s speaks %s, but the language is %s; choose a voice of that language", words.Quote(voice), words.List(speaks), code)
	}
}

// checkListening reports a question whose answer is expected in another language.
func checkListening(p *lint.Pass, w *flow.Widget, s *schemas.Speech) {
	heard, ok := shape.Literal(p, w.Property(s.Listens))
	asks := spoken(p, w, s)
	if s.Listens == "" || !ok || heard == "" || len(asks) == 0 || slices.Contains(asks, schemas.Language(heard)) {
		return
	}
	if t := w.On(s.HeardBy); t != nil && t.Meant != nil {
		p.ReportOncef(nil, w.Property(s.Listens), "the question is read in %s, but %s listens for %s, so spoken answers are not understood; write the same into both", words.Quote(asks[0]), words.Quote(s.Listens), words.Quote(heard))
	}
}

// checkTwinVoices reports a prompt in another voice than all others of its language.
func checkTwinVoices(p *lint.Pass) {
	const twins = 3 // so many others show that one voice was chosen
	byLanguage := map[string]map[string][]*flow.Widget{}
	for _, w := range p.Flow.Widgets {
		s := w.Facts.Speech
		if s == nil {
			continue
		}
		voice, ok := shape.Literal(p, w.Property(s.Voice))
		reads := spoken(p, w, s)
		if !ok || voice == "" || len(reads) != 1 {
			continue
		}
		if byLanguage[reads[0]] == nil {
			byLanguage[reads[0]] = map[string][]*flow.Widget{}
		}
		byLanguage[reads[0]][voice] = append(byLanguage[reads[0]][voice], w)
	}
	for _, voices := range byLanguage {
		if len(voices) != 2 {
			continue
		}
		for voice, at := range voices {
			for other, rest := range voices {
				if len(at) == 1 && other != voice && len(rest) >= twins {
					n := at[0].Property(at[0].Facts.Speech.Voice)
					p.Reportf(n, "%s is read by %s, and the other %d prompts of its language by %s; choose one voice for all", at[0].Label(), words.Quote(voice), len(rest), words.Quote(other)).
						As(finding.Note).Relate(rest[0].Property(rest[0].Facts.Speech.Voice), "the other voice")
				}
			}
		}
	}
}
