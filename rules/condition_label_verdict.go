package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkToldVerdict reports a split on whether something is so (found, valid, open), of which the branch for a yes
// leads to a text that says no and nothing else, and the other way to one that says yes; and whether it is such a one.
func checkToldVerdict(p *lint.Pass, w *flow.Widget, branches []reads.Branch) bool {
	const most = 4 // branches of such a split
	if len(branches) == 0 || len(branches) > most || w.Incomplete || !asksYesNo(branches[0]) || !p.Flow.Reachable(w) {
		return false
	}
	refs := reads.Compared(p.Flow, w)
	if len(refs) == 0 || reads.IsAnswer(p.Flow, refs[0]) {
		return false
	}
	state, contrary, ok := offer.StateNamed(refs[0].Name(len(refs[0].Segments) - 1))
	if !ok {
		return checkToldOwnWord(p, w, branches, refs[0].Name(len(refs[0].Segments)-1))
	}
	yes, no, by, ok := verdictWays(w, branches, contrary)
	if !ok {
		return false
	}
	told, instead := toldAfter(yes), toldAfter(no)
	if told == nil || instead == nil || told == instead {
		return false
	}
	text, other := effects.Prompt(told).Text(), effects.Prompt(instead).Text()
	if !state.DeniedWholly(text) || state.Denied(other) || !offer.AffirmsNow(other) || isBadNews(other) || liquid.HasTags(text+other) {
		return false
	}
	reportVerdict(p, by, state.Name, told, instead)
	return true
}

// checkToldOwnWord is checkToldVerdict for what a service calls by any word ("pending"): the yes leads to a text that has
// the word behind a no ("no pending invoices"), and the other way to one that has it and no no.
func checkToldOwnWord(p *lint.Pass, w *flow.Widget, branches []reads.Branch, name string) bool {
	word, ok := offer.StateWord(name)
	if !ok {
		return false
	}
	yes, no, by, ok := verdictWays(w, branches, false)
	if !ok {
		return false
	}
	told, instead := toldAfter(yes), toldAfter(no)
	if told == nil || instead == nil || told == instead {
		return false
	}
	text, other := effects.Prompt(told).Text(), effects.Prompt(instead).Text()
	if !offer.DeniesOnly(text, word) || !offer.HasPlainly(other, word) || liquid.HasTags(text+other) {
		return false
	}
	reportVerdict(p, by, word, told, instead)
	return true
}

// reportVerdict reports a split on a state of which two texts tell the contrary.
func reportVerdict(p *lint.Pass, by reads.Branch, state string, told, instead *flow.Widget) {
	p.Reportf(by.Transition.NextNode,
		"%s asks whether it is %s: if so, %s says it is not, and if not, %s says it is; exchange them",
		by.Transition.From.Label(), words.Quote(state), told.Label(), instead.Label()).As(finding.Warning).
		Relate(effects.PlaceOfPrompt(told), "what is told when it is").
		Relate(effects.PlaceOfPrompt(instead), "what is told when it is not")
}

// verdictWays returns where a split leads for a yes and for a no, and the branch that decides it; contrary
// says that what it asks for is the contrary. Ok is false when it asks for something else, too.
func verdictWays(w *flow.Widget, branches []reads.Branch, contrary bool) (yes, no *flow.Transition, by reads.Branch, ok bool) {
	for _, b := range branches {
		is, known := decides(b)
		switch {
		case !known || b.Subject != branches[0].Subject:
			return nil, nil, by, false
		case is != contrary && yes == nil:
			yes, by = b.Transition, b
		case is == contrary && no == nil:
			no, by = b.Transition, b
		}
	}
	otherwise := w.OnKind(schemas.KindNoMatch)
	if yes == nil {
		yes = otherwise
	}
	if no == nil {
		no = otherwise
	}
	return yes, no, by, true
}

// isBadNews reports whether a text refuses something, or regrets it.
func isBadNews(text string) bool {
	return offer.Refuses(text) || offer.SaysFailed(text) || offer.Regrets(text)
}

// toldAfter returns the widget that tells or asks a person something to which a transition leads.
func toldAfter(t *flow.Transition) *flow.Widget {
	w := effects.Next(t, effects.Tells, effects.Asks)
	if w == nil || w.Incomplete || strings.TrimSpace(effects.Prompt(w).Text()) == "" {
		return nil
	}
	return w
}

// decides reports whether a branch takes a yes, and false where it takes anything but a yes or a no.
func decides(b reads.Branch) (yes, known bool) {
	texts, ok := b.Comparison.Texts()
	if !ok || !b.Literal || len(texts) == 0 || b.Transition.Facts.Kind != schemas.KindBranch {
		return false, false
	}
	if !slices.ContainsFunc(texts, func(text string) bool { return !words.IsTrue(text) }) {
		return true, true
	}
	return false, !slices.ContainsFunc(texts, func(text string) bool { return !words.IsFalse(text) })
}

// asksYesNo reports whether a branch is for a yes or a no.
func asksYesNo(b reads.Branch) bool {
	_, known := decides(b)
	return known
}
