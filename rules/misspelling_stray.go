package rules

import (
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
	eachLongWord(p.Flow, tongue, func(w *flow.Widget, _ int, word string) {
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
	})
	return slices.DeleteFunc(all, func(s *stray) bool {
		return s.times > 1 || s.meantSeveral || s.meantTimes == 0 || s.meantTimes == 1 && !words.IsKnown(s.Meant)
	})
}

// mostOfCore is how many words of a flow are looked at that begin and end alike.
const mostOfCore = 20

// unknownWords returns the long words of a flow's texts that are not known here, each once, as they come.
func unknownWords(f *flow.Flow, tongue func(*flow.Widget) string) (all []*stray) {
	var byWord map[string]*stray
	eachLongWord(f, tongue, func(w *flow.Widget, start int, word string) {
		if words.IsKnown(word) {
			return
		}
		lower := strings.ToLower(word)
		if s := byWord[lower]; s != nil {
			s.times++
			return
		}
		if byWord == nil {
			byWord = map[string]*stray{}
		}
		s := &stray{Misspelling: words.Misspelling{Start: start, End: start + len(word)}, widget: w, tongue: tongue(w), word: word, times: 1}
		byWord[lower] = s
		all = append(all, s)
	})
	return all
}

// eachLongWord hands on the long words of what is said or sent in languages that are known.
func eachLongWord(f *flow.Flow, tongue func(*flow.Widget) string, do func(w *flow.Widget, start int, word string)) {
	for _, w := range f.Widgets {
		if needs := w.Needs(); needs != schemas.NeedsMessage && needs != schemas.NeedsCall || len(w.Facts.Content) == 0 || tongue(w) == "" {
			continue
		}
		for start, word := range words.LongWords(effects.Prompt(w).Text()) {
			do(w, start, word)
		}
	}
}
