package rules

import (
	"iter"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A stray is a word that stands once in a flow, one slip away from another one that stands there
// more often.
type stray struct {
	words.Misspelling

	widget       *flow.Widget
	tongue       string
	word         string
	times        int
	meantTimes   int
	meantSeveral bool // of two words, either may be meant
}

// strays returns the words of a flow that are not known and stand there once, while a word from which
// a slip makes them stands there, too, in texts of the same language: twice and more, or it is known.
func strays(p *lint.Pass, tongues []string, others string) []*stray {
	tongue := func(w *flow.Widget) string {
		if own := tongues[w.Index]; own != "" {
			return own
		}
		return others
	}
	all := unknownWords(p.Flow, tongue)
	if len(all) == 0 {
		return nil
	}
	byCore := map[words.Core][]*stray{}
	for _, s := range all {
		if core := words.CoreOf(s.word); s.times == 1 && len(byCore[core]) < mostOfCore {
			byCore[core] = append(byCore[core], s)
		}
	}
	for w, text := range textsInTongues(p.Flow, tongue) {
		for _, word := range words.LongWords(text) {
			for _, s := range byCore[words.CoreOf(word)] {
				oneLanguage := s.tongue == "en" || !words.IsKnown(word)
				switch {
				case s.tongue != tongue(w) || s.word == word || !words.IsSlipOf(s.word, word, oneLanguage):
				case s.Meant != "" && !strings.EqualFold(s.Meant, word):
					s.meantSeveral = true
				default:
					s.Meant = word
					s.meantTimes++
				}
			}
		}
	}
	return slices.DeleteFunc(all, func(s *stray) bool {
		return s.times > 1 || s.meantSeveral || s.meantTimes == 0 || s.meantTimes == 1 && !words.IsKnown(s.Meant)
	})
}

// mostOfCore is how many words of a flow are looked at that begin and end alike.
const mostOfCore = 20

// unknownWords returns the long words of a flow's texts that are not known here, each once, as they come.
func unknownWords(f *flow.Flow, tongue func(*flow.Widget) string) (all []*stray) {
	var byWord map[string]*stray
	for w, text := range textsInTongues(f, tongue) {
		for _, at := range words.UnknownIn(text) {
			word := text[at[0]:at[1]]
			lower := strings.ToLower(word)
			if s := byWord[lower]; s != nil {
				s.times++
				continue
			}
			if byWord == nil {
				byWord = map[string]*stray{}
			}
			s := &stray{Misspelling: words.Misspelling{Start: at[0], End: at[1]}, widget: w, tongue: tongue(w), word: word, times: 1}
			byWord[lower] = s
			all = append(all, s)
		}
	}
	return all
}

// textsInTongues yields what is said or sent in languages that are known.
func textsInTongues(f *flow.Flow, tongue func(*flow.Widget) string) iter.Seq2[*flow.Widget, string] {
	return func(yield func(*flow.Widget, string) bool) {
		for _, w := range f.Widgets {
			if needs := w.Needs(); needs != schemas.NeedsMessage && needs != schemas.NeedsCall || len(w.Facts.Content) == 0 || tongue(w) == "" {
				continue
			}
			if !yield(w, effects.Prompt(w).Text()) {
				return
			}
		}
	}
}
