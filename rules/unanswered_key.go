package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unanswered-key", Title: "A prompt offers what no branch takes",
		Group: finding.Splits, Severity: finding.Note,
		Doc: `Compares what a prompt offers ("press 1 for bread, 2 for cake", "reply YES or NO") with
the branches of the split that tests the answer. It finds

- a question that is answered by yes or no, while "no" fits no branch and is asked again;
- keys and words that are offered, fit no branch, and count as a wrong answer;
- a word that a message before the question offers ("send LEAVE at any time") and that
  another split of the flow knows, but this one does not;
- a key with a branch of its own that the prompt does not name, while it names others.

Left alone is one answer that "noMatch" leads on with ("press 2 for anything else"), a key
that repeats the prompt, the key that ends the input, the words that Twilio answers itself
(STOP, HELP), branches for 0, * and #, and one that leads where another one leads.

Add the branch, or correct the prompt.`,
	},
	Check: func(p *lint.Pass) {
		for _, m := range answers.Menus.Of(p) {
			if missing, by := inVain(p, &m); len(missing) > 0 {
				p.Reportf(by, "%s offers %s, which no branch of %s takes: whoever chooses it is told that it is wrong; add a branch, or correct the prompt",
					by.Label(), words.List(missing), m.Split.Label()).Relate(m.Split, "the split on the answer")
				continue
			}
			if refused(&m) {
				p.Reportf(m.Split, "%s asks for a yes or a no, and no branch of %s takes \"no\": whoever declines is asked again; add a branch",
					m.Question.Label(), m.Split.Label()).Relate(m.Question, "the question")
			}
			for _, b := range untold(&m) {
				p.Reportf(b, "%s takes %s, but no prompt of %s offers it; name it there, or remove the branch",
					b.Transition.From.Label(), words.Quote(b.Comparison.Value()), m.Question.Label()).Relate(m.Question, "the question")
			}
		}
	},
})

// refused reports whether a menu is a question for yes or no, which offers nothing else,
// takes a yes and asks again after a no.
func refused(m *answers.Menu) bool {
	text := effects.Prompt(m.Question).Text()
	return len(m.Offers) == 0 && m.Fixed && m.Question.Facts.KeyEntry == nil && m.Again() && m.Takes("yes") && !m.Takes("no") &&
		strings.Count(text, "?") == 1 && yesOrNo().MatchString(text)
}

// yesOrNo is how a question begins that is answered by yes or no.
var yesOrNo = pattern.Lazy(`(?i)(?:^|[.!,:\n]\s*)(?:do|does|did|would|will|are|is|was|were|can|could|may|shall|should|have|has|want)\s+(?:you|we|i|it|this|that|there|your|the|someone|somebody)\b`)

// inVain returns the answers that are offered in vain, and who offers the first.
func inVain(p *lint.Pass, m *answers.Menu) (missing []string, by *flow.Widget) {
	again := m.Again()
	for _, o := range m.Offers {
		if m.Takes(o.Answer) || endsInput(m.Question, o.Answer) || o.Repeats() && (again || m.Otherwise == nil) {
			continue
		}
		if o.By == m.Question && (carriers(o.Answer) || !o.IsKey() && m.Question.Facts.KeyEntry != nil) {
			continue // not for the flow to answer, or to be said and not pressed
		}
		if o.By != m.Question && !o.IsKey() {
			if knownElsewhere(p, o.Answer) {
				return []string{o.Answer}, o.By
			}
			continue
		}
		if by == nil {
			by = o.By
		}
		missing = append(missing, o.Answer)
	}
	if !again && (len(missing) < 2 || len(missing) == len(m.Offers)) {
		return nil, nil
	}
	return missing, by
}

// carriers reports whether Twilio acts on a word itself, and nobody writes it to a flow.
func carriers(word string) bool {
	k := schemas.KeywordOf(word)
	return k != nil && (k.Plain || k.Effect != schemas.KeywordOptIn)
}

// endsInput reports whether a key is the one that ends what a caller enters.
func endsInput(w *flow.Widget, key string) bool {
	keys := w.Facts.KeyEntry
	if keys == nil || key != "#" && key != "*" {
		return false
	}
	n := w.Property(keys.Finish)
	return key == "#" && !n.Exists() || n.Text() == key
}

// knownElsewhere reports whether another split of the flow tests a word.
func knownElsewhere(p *lint.Pass, word string) bool {
	text := strings.ToLower(word)
	for _, branches := range reads.Branches.Of(p) {
		for _, b := range branches {
			if texts, ok := b.Comparison.Texts(); ok && b.Literal && slices.Contains(texts, text) {
				return true
			}
		}
	}
	return false
}

// untold returns the branches for one key that no prompt names, though it names others.
func untold(m *answers.Menu) []reads.Branch {
	offered, led := map[string]bool{}, map[*flow.Widget]bool{}
	for _, o := range m.Offers {
		offered[o.Answer] = o.IsKey()
	}
	if !m.Fixed {
		return nil
	}
	taken := 0
	for _, b := range m.Branches {
		if slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes }) {
			led[b.Transition.Meant] = true
			taken++
		}
	}
	var all []reads.Branch
	for _, b := range m.Branches {
		texts, ok := b.Comparison.Texts()
		if ok && taken > 1 && len(texts) == 1 && len(texts[0]) == 1 && texts[0] >= "1" && texts[0] <= "9" && !offered[texts[0]] && !led[b.Transition.Meant] {
			all = append(all, b)
		}
	}
	return all
}
