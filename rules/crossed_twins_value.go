package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// checkNamedValues reports of two widgets, whose names differ by one word each, the one that has the
// word of its twin as a property, a queue say, where the twin has that, too, or its word.
func checkNamedValues(p *lint.Pass, differing [2]string, pair [2]*flow.Widget, told map[*flow.Widget]bool) {
	for i, w := range pair {
		own, other := partWord(differing, w, i)
		twin := pair[1-i]
		if told[w] || told[twin] || len(own) < 3 || len(other) < 3 {
			continue
		}
		for name, n := range w.Properties.Members() {
			if m := twin.Property(name); isNamed(n, other) && m.IsString() &&
				(strings.EqualFold(m.Text(), n.Text()) || isNamed(m, own)) && !isSaid(w, name) && !isKeyword(w, name, n.Text()) {
				told[w] = true
				p.Reportf(n, "%s has %s as %s, and %s has %s: was it forgotten in the copy?", w.Label(), words.Quote(n.Text()), words.Quote(name), twin.Label(), words.Quote(m.Text())).
					Relate(m, "the other one")
				break
			}
		}
	}
}

// partWord returns the words by which two widgets differ, that of one of them first.
func partWord(differing [2]string, w *flow.Widget, i int) (own, other string) {
	if slices.Contains(words.In(strings.ToLower(w.Name)), differing[i]) {
		return differing[i], differing[1-i]
	}
	return differing[1-i], differing[i]
}

// isNamed reports whether a text is a word, or a short name that has it and no blank, also that of a value.
func isNamed(n source.Node, word string) bool {
	const longest = 40
	text := n.Text()
	if !n.IsString() || len(text) > longest || strings.ContainsAny(text, " /") && !strings.HasPrefix(text, "{{") {
		return false
	}
	if text = strings.ToLower(text); !strings.Contains(text, word) {
		return false
	}
	if name, ok := strings.CutPrefix(text, "{{"); ok && words.HoldsAny(name, "flow.variables.", "flow.data.") && !liquid.HasOutputs(name) {
		text = strings.TrimSpace(strings.TrimSuffix(name, "}}")) // what is set or handed over under a name
	}
	return !strings.ContainsAny(text, "{ /") && slices.Contains(words.In(text), word)
}

// isSaid reports whether a property is one that a person hears or reads, or in which language.
func isSaid(w *flow.Widget, name string) bool {
	s := w.Facts.Speech
	return slices.Contains(w.Facts.Content, name) || s != nil && (name == s.Language || name == s.Voice)
}

// isKeyword reports whether a text is a value that means something to Twilio, as auto does for a time.
func isKeyword(w *flow.Widget, name, text string) bool {
	property := w.Facts.Property(name)
	return property != nil && slices.Contains(property.Values, text)
}
