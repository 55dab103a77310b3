package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// checkToldChoice reports the first branch that leads to a text which tells the person of the
// choice of another branch, as a copy does in which that was not replaced.
func checkToldChoice(p *lint.Pass, all []meaning) bool {
	for i := range all {
		a := &all[i]
		w := effects.PastSetting(a.branch.Transition)
		if w == nil {
			continue
		}
		text := effects.Prompt(w).Text()
		if !offer.MayTellChoice(text) || effects.OnlyInto(w) == nil {
			continue
		}
		said, at := otherKey(a, all, text)
		if said == "" {
			said, at = otherChoice(p.Flow, a, all, text)
		}
		if said == "" {
			continue
		}
		n := effects.Prompt(w)
		p.Reportf(n.Part(at, at+len(said)), "%s speaks of %s, but one comes there by %s of %s: a text that was copied? correct it",
			w.Label(), words.Quote(said), a.branch.Words(), a.branch.Transition.From.Label()).Relate(a.branch.Transition.NextNode, "the branch").As(finding.Note)
		return true
	}
	return false
}

// otherKey returns the key that a text names, when the branch is for other keys alone and another
// one is for that; "" for none.
func otherKey(a *meaning, all []meaning, text string) (said string, at int) {
	key, at := offer.ChosenKey(text)
	own, ok := a.branch.Comparison.Texts()
	if key == "" || !ok || slices.ContainsFunc(own, func(text string) bool { return len(text) != 1 || text[0] < '0' || text[0] > '9' }) {
		return "", 0
	}
	if slices.Contains(own, key) || !slices.ContainsFunc(all, func(b meaning) bool { return takesText(b.branch, key) }) {
		return "", 0
	}
	return key, at
}

func takesText(b reads.Branch, text string) bool {
	texts, ok := b.Comparison.Texts()
	return ok && slices.Contains(texts, text)
}

// otherChoice returns the word for what was chosen that a text names, when it is what another
// branch stands for and this one does not; "" for none.
func otherChoice(f *flow.Flow, a *meaning, all []meaning, text string) (said string, at int) {
	phrase, begins := offer.Chosen(text)
	named := words.In(phrase)
	if slices.ContainsFunc(named, func(word string) bool {
		return !words.IsSmall(word) && !words.IsHandOver(word) && twins.Named(word, a.words) != ""
	}) {
		return "", 0
	}
	for _, word := range named {
		if len(word) < 4 || words.IsSmall(word) || words.IsHandOver(word) ||
			slices.Contains(words.In(a.branch.Transition.To.Name), word) {
			continue
		}
		of := 0
		for j := range all {
			if effects.PastIdle(f, all[j].branch.Transition) != effects.PastIdle(f, a.branch.Transition) && slices.Contains(all[j].words, word) {
				of++
			}
		}
		if of == 1 {
			i := strings.Index(strings.ToLower(phrase), word)
			if i < 0 {
				return "", 0
			}
			return phrase[i : i+len(word)], begins + i
		}
	}
	return "", 0
}
