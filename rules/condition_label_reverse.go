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
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// checkReverse reports the first branch that leads to a widget which says the contrary of what the
// branch stands for, and reports whether there is one.
func checkReverse(p *lint.Pass, branches []reads.Branch) bool {
	const most = 40 // branches that are looked at
	for _, b := range branches[:min(len(branches), most)] {
		to := b.Transition.To
		if to == nil || !b.Literal {
			continue
		}
		if told := effects.PastSetting(b.Transition); told != nil && effects.ActOf(told) == effects.Tells {
			to = told
		}
		says := words.MayNameState(to.Name) && effects.Prompt(to).Exists()
		if !says && !words.MayRefuse(b.Condition.Value.Text()) && !words.MayRefuse(b.Condition.Label()) {
			continue
		}
		states := b.States()
		if state, contrary := reversed(states, words.In(to.Name)); state != "" {
			told := words.In(effects.Prompt(to).Text())
			if slices.Contains(told, contrary) && (!slices.Contains(told, state) || tellsOnlyHours(to, contrary)) {
				p.Reportf(b.Transition.NextNode, "%s of %s stands for %s, but leads to %s, which says %s; lead it elsewhere",
					b.Words(), b.Transition.From.Label(), words.Quote(state), to.Label(), words.Quote(contrary)).
					Relate(effects.PlaceOfPrompt(to), "the text").As(finding.Warning)
				return true
			}
		}
		if i := slices.IndexFunc(states, words.IsRefusal); i >= 0 && !slices.ContainsFunc(states, words.IsAssent) {
			for _, w := range []*flow.Widget{to, effects.PastIdle(p.Flow, b.Transition)} {
				if n, assent := keepsAssent(w); n.Exists() {
					p.Reportf(n, "%s leads to %s, which passes on %s for %s; correct that, or where the branch leads",
						b.Words(), w.Label(), words.Quote(assent), words.Quote(states[i])).Relate(b.Transition.NextNode, "the branch").As(finding.Warning)
					return true
				}
			}
		}
	}
	return false
}

// tellsOnlyHours reports whether a text says that somebody is closed, and names the hours at which he is open.
func tellsOnlyHours(w *flow.Widget, contrary string) bool {
	return contrary == "closed" && offer.SaysNobody(effects.Prompt(w).Text()) != ""
}

// reversed returns the state that a branch stands for of which a widget's name has the contrary
// alone, and that; "" for none.
func reversed(states, name []string) (state, contrary string) {
	for _, state := range states {
		contrary := words.StateAgainst(state, name)
		if contrary != "" && !slices.Contains(name, state) && !slices.Contains(name, "not") &&
			!slices.Contains(name, "no") && !slices.Contains(states, contrary) {
			return state, contrary
		}
	}
	return "", ""
}

// keepsAssent returns the value of a request or a variable that is a word of assent and nothing
// else, or holds one as a value of JSON, and that word, when nothing in the widget speaks of a refusal.
func keepsAssent(w *flow.Widget) (found source.Node, assent string) {
	if w == nil {
		return source.Node{}, ""
	}
	if act := effects.ActOf(w); act != effects.Requests && act != effects.Sets {
		return source.Node{}, ""
	}
	for n := range w.Properties.Strings() {
		text := strings.ToLower(n.Text())
		if words.MayRefuse(text) {
			return source.Node{}, ""
		}
		if found.Exists() || n.Key() == "key" {
			continue
		}
		if words.IsAssent(strings.TrimSpace(text)) {
			found, assent = n, strings.TrimSpace(n.Text())
			continue
		}
		parts := strings.Split(n.Text(), `"`)
		if i := slices.IndexFunc(parts, func(part string) bool { return words.IsAssent(strings.ToLower(part)) }); i >= 0 {
			found, assent = n, parts[i]
		}
	}
	return found, assent
}
