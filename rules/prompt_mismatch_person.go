package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportNobody reports the answers that are offered for somebody to speak to, and lead to a last word which says
// nothing of that: once.
func reportNobody(p *lint.Pass) {
	var d *finding.Diagnostic
	purposes := answers.Purposes.Of(p)
	for _, m := range answers.AllMenus.Of(p) {
		need := m.Question.Needs()
		if need != schemas.NeedsCall && need != schemas.NeedsMessage {
			continue
		}
		for _, b := range m.Branches {
			if b.Transition.Meant == nil || !endsWithout(b, need) {
				continue // most lead on
			}
			asks := forPerson(m, b, purposes[b.Transition])
			if asks == "" {
				continue
			}
			if d == nil {
				nobody := "nobody is called on it: the call ends; lead it to somebody"
				if need == schemas.NeedsMessage {
					nobody = "it leads to a goodbye, and nobody learns of it; hand the conversation over to somebody"
				}
				d = p.Reportf(b.Transition.NextNode, "%s %s, but %s", b.Words(), asks,
					nobody).Relate(effects.PlaceOfPrompt(m.Question), "what offers it").Identify(m.Question.Label())
			} else {
				d.Also(b.Transition.NextNode, "so it is with "+b.Words())
			}
		}
	}
}

// forPerson writes how one asks for somebody to speak to by a branch: by what it is offered for, by the label that its
// author wrote, or by a word that no prompt offers; "" when it is for something else.
func forPerson(m *answers.Menu, b reads.Branch, purposes []string) string {
	if i := slices.IndexFunc(purposes, isForPerson); i >= 0 {
		return "is offered " + words.Quote(strings.Trim(purposes[i], " ,"))
	}
	if len(purposes) > 0 {
		return ""
	}
	if label := b.Condition.OwnLabel(); offer.NamesAgent(label) {
		return "is labelled " + words.Quote(label)
	}
	if !strings.ContainsAny(b.Comparison.Value(), "aeiouAEIOU") {
		return "" // a key
	}
	if !effects.Prompt(m.Question).Exists() {
		return "" // a recording or a picture may ask whether one is an agent
	}
	texts, ok := b.Comparison.Texts()
	if !ok && split.TakesLonger(b.Comparison.Operator()) {
		texts = []string{b.Comparison.Value()}
	}
	for _, text := range texts {
		// "Are you a buyer or an agent?" asks who one is.
		if offer.NamesAgent(text) && !strings.Contains(strings.ToLower(effects.ToldBefore(m.Question)), strings.ToLower(text)) {
			return "asks for a person"
		}
	}
	return ""
}

// endsWithout reports whether a branch leads over words and variables to the end, and no word tells why nobody
// comes, whom to call or that somebody calls back. In writing, where somebody may take over after the flow, the
// words must part.
func endsWithout(b reads.Branch, need schemas.Need) bool {
	const far = 5
	t := b.Transition
	for range far {
		if t == nil || t.Dangling() {
			return false
		}
		if t.Meant == nil {
			return t.Ends()
		}
		w := t.Meant
		text := effects.Prompt(w).Text()
		_, back := offer.Promises(text, offer.CallBack)
		switch act := effects.ActOf(w); {
		case act == effects.Sets:
		case act != effects.Tells || w.Incomplete || w.Needs() != need ||
			need == schemas.NeedsMessage && !offer.Parts(text) || text == "" ||
			strings.ContainsAny(text, "0123456789{"),
			back || offer.ForPerson(text) || offer.SaysNobody(text) != "" || offer.HasAddress(text) || offer.Busy(text):
			return false
		}
		if t = nextOf(w); t == nil {
			return true
		}
	}
	return false
}

// nextOf returns the way out of a step; nil when it is the last.
func nextOf(w *flow.Widget) *flow.Transition {
	t := w.Onward()
	if t == nil || t.Ends() {
		return nil
	}
	return t
}

// isForPerson reports whether a key is offered for somebody to speak to, and not for something else beside whom
// one may wait for.
func isForPerson(purpose string) bool {
	return offer.ForPerson(purpose) && !offer.SpeaksOfLine(purpose) && !offer.ForMessage(purpose)
}
