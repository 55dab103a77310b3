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
	"studiolint/lint/words"
)

// reportOfferedTwice reports the texts that offer one answer for two things.
func reportOfferedTwice(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		twice := offeredTwice(w)
		if twice == nil || !p.Flow.Reachable(w) {
			continue
		}
		p.Reportf(effects.Prompt(w), "%s offers %s twice, %s and %s: whoever wants the one is given the other; give each an answer of its own",
			w.Label(), words.Quote(twice.Answer), words.Quote(twice.First), words.Quote(twice.Second)).
			As(finding.Warning).Identify(w.Label(), twice.Answer)
	}
}

// reportOfferedInstead reports a menu that offers one key twice and never the one of another branch, and whether it did.
func reportOfferedInstead(p *lint.Pass, m *answers.Menu) bool {
	b := offeredInstead(m)
	if b == nil {
		return false
	}
	text := effects.Prompt(m.Question)
	key, _ := b.Comparison.Beginnings()
	p.Reportf(text, "%s offers %s for two things, and %s never, which %s takes; write %[3]s for one of them",
		m.Question.Label(), words.Quote(offer.OfferedInstead(text.Text())), words.Quote(key[0]), m.Split.Label()).
		As(finding.Warning).Relate(b, "the branch")
	return true
}

// offeredInstead returns the one branch of a menu for a key that no text offers, where a question offers another one twice;
// nil for none, or several.
func offeredInstead(m *answers.Menu) (only *reads.Branch) {
	text := effects.Prompt(m.Question).Text()
	if m.Question.Incomplete || offeredTwice(m.Question) != nil || strings.Contains(text, "{%") ||
		offer.OfferedInstead(text) == "" {
		return nil
	}
	for i := range m.Branches {
		b := &m.Branches[i]
		texts, ok := b.Comparison.Beginnings()
		if !ok || len(texts) != 1 || !answers.IsDigit(texts[0]) || effects.PastSetting(b.Transition) == nil ||
			slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.Answer == texts[0] }) {
			continue
		}
		if only != nil {
			return nil
		}
		only = b
	}
	return only
}

// offeredTwice returns the answer that a widget offers for two things; nil for none.
func offeredTwice(w *flow.Widget) *offer.Twice {
	if act := effects.ActOf(w); act != effects.Asks && act != effects.Tells {
		return nil
	}
	return offer.OfferedTwice(effects.Prompt(w).Text())
}
