package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/twins"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportKeyOrHold reports the questions that say what a key is for and what it is for to hold, where the key leads to
// what is called as the one by holding, and silence to what is called as the other.
func reportKeyOrHold(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || !p.Flow.Reachable(w) {
			continue
		}
		text := effects.Prompt(w).Text()
		key, hold := offer.KeyOrHold(text)
		pressed, held := w.OnKind(schemas.KindInput), w.OnKind(schemas.KindTimeout)
		if key == "" || pressed == nil || held == nil || pressed.Meant == nil || held.Meant == nil ||
			pressed.Meant.Facts.Split {
			continue
		}
		forKey, forHold := tellingWords(key, hold), tellingWords(hold, key)
		onKey, onHold := wordsAhead(pressed), wordsAhead(held)
		if isCalled(onKey, forHold) && isCalled(onHold, forKey) &&
			!isCalled(onKey, forKey) && !isCalled(onHold, forHold) {
			p.Reportf(pressed.NextNode, "%s offers %s by a key and %s to who holds, but a key leads to %s, and silence to %s: exchanged?",
				w.Label(), words.Quote(key), words.Quote(hold), pressed.Meant.Label(), held.Meant.Label()).
				As(finding.Warning).Relate(held.NextNode, "where silence leads").Identify(w.Label())
		}
	}
}

// tellingWords are the words of a text that tell something, and are not in another one.
func tellingWords(text, other string) []string {
	const shortest = 4
	all := words.In(other)
	return slices.DeleteFunc(words.In(text), func(word string) bool {
		return len(word) < shortest || len(word) == shortest && words.IsSmall(word) || twins.Named(word, all) != ""
	})
}

// wordsAhead are the words of the names and texts of the first steps on a way, up to a question.
func wordsAhead(t *flow.Transition) (all []string) {
	const far = 3
	for range far {
		w := t.Meant
		if w == nil {
			break
		}
		all = append(append(all, words.In(w.Name)...), words.In(effects.Prompt(w).Text())...)
		if t = w.Onward(); t == nil || effects.ActOf(w) == effects.Asks {
			break
		}
	}
	return all
}

// isCalled reports whether one of some words is one of others, or a longer or shorter form of it.
func isCalled(some, others []string) bool {
	return slices.ContainsFunc(some, func(word string) bool { return twins.Named(word, others) != "" })
}
