package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// A meaning is what a branch stands for, in words: what it compares with, its label when
// that is its author's own, and what a prompt offers it for.
type meaning struct {
	branch reads.Branch
	to     *flow.Widget // to which it leads
	name   []string     // of that
	words  []string
}

func meaningOf(p *lint.Pass, b reads.Branch) meaning {
	m := meaning{branch: b}
	m.leadTo(b.Transition.To)
	texts, ok := b.Comparison.Texts()
	if !ok && b.Comparison.Operator() == split.Contains {
		texts = []string{b.Comparison.Value()}
	}
	for _, text := range texts {
		m.words = append(m.words, words.In(text)...)
	}
	m.words = append(m.words, words.In(b.Condition.OwnLabel())...)
	for _, purpose := range answers.Purposes.Of(p)[b.Transition] {
		m.words = append(m.words, words.In(purpose)...)
	}
	for _, word := range m.words {
		m.words = append(append(m.words, words.Translations(word)...), words.TongueMarks(word)...)
	}
	return m
}

// leadTo says to which widget a branch leads.
func (m *meaning) leadTo(w *flow.Widget) { m.to, m.name = w, words.In(w.Name) }

// leadOn makes it the widget after some that only set variables or say something, each on this way alone and named
// after no branch, when that one is.
func (m *meaning) leadOn(all []meaning) {
	const far = 3
	names := func(w *flow.Widget) bool {
		return slices.ContainsFunc(words.In(w.Name), func(part string) bool {
			return slices.ContainsFunc(all, func(other meaning) bool { return twins.Named(part, other.words) != "" })
		})
	}
	to := m.to
	for range far {
		if act := effects.ActOf(to); act != effects.Sets && act != effects.Tells || len(to.In) != 1 || names(to) {
			break
		}
		next := to.Onward()
		if next == nil || next.Meant == nil {
			return
		}
		to = next.Meant
	}
	if to != m.to && names(to) {
		m.leadTo(to)
	}
}

// target writes where it leads.
func (m *meaning) target() string { return words.Quote(m.to.Name) }

// crosses returns the word of another branch after which the widget is named to which this
// one leads, "" when it is not, or is also named after its own branch or as the other's widget.
func (m meaning) crosses(other meaning) string {
	if m.to == other.to {
		return ""
	}
	found := ""
	for _, part := range m.name {
		if slices.Contains(other.name, part) {
			continue // both names have it
		}
		if twins.Named(part, m.words) != "" {
			return ""
		}
		if word := twins.Named(part, other.words); word != "" && (word == part || !words.Fetches(m.name)) {
			found = word // get_booking fetches what is to be changed, and books nothing
		}
	}
	return found
}

// ownWidget returns the widget that is named as the one to which a branch leads, with a word of
// its own in place of that of another branch, and that word; nil when none is that others lead to.
func (m meaning) ownWidget(p *lint.Pass, other string) (own *flow.Widget, word string) {
	to := m.to
	name := strings.ToLower(to.Name)
	if !strings.Contains(name, other) {
		return nil, ""
	}
	for _, word := range m.words {
		wanted := strings.Replace(name, other, word, 1)
		i := slices.IndexFunc(p.Flow.Widgets, func(w *flow.Widget) bool { return w != to && w.Facts == to.Facts && strings.EqualFold(w.Name, wanted) })
		if i >= 0 && p.Flow.Reachable(p.Flow.Widgets[i]) {
			return p.Flow.Widgets[i], word
		}
	}
	return nil, ""
}

// as adds to a branch the word that it stands for, where it does not compare with that.
func (m meaning) as(word string) string {
	if strings.Contains(m.branch.Comparison.Value(), word) {
		return ""
	}
	return " (" + word + ")"
}
