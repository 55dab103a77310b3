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
		if checkNamedWrite(p, [2]string{own, other}, [2]*flow.Widget{w, twin}) {
			told[w] = true
			continue
		}
		for name, n := range w.Properties.Members() {
			if m := twin.Property(name); isNamed(n, other) && m.IsString() &&
				(strings.EqualFold(m.Text(), n.Text()) || isNamed(m, own)) && !isSaid(w, name) {
				told[w] = true
				p.Reportf(n, "%s has %s as %s, and %s has %s: was it forgotten in the copy?", w.Label(), words.Quote(n.Text()), words.Quote(name), twin.Label(), words.Quote(m.Text())).
					Relate(m, "the other one")
				break
			}
		}
	}
}

// checkNamedWrite reports of two such widgets the variable that the first sets to the word of its twin, which sets it to
// that, too, or to the word of the first; and whether there is one. Nothing is said where the first sets another one to
// its own word: the second is then for somebody else on purpose.
func checkNamedWrite(p *lint.Pass, named [2]string, pair [2]*flow.Widget) bool {
	writes := p.Flow.Writes(pair[0])
	if slices.ContainsFunc(writes, func(w flow.Write) bool { return isNamed(w.Value, named[0]) }) {
		return false
	}
	for _, write := range writes {
		if !isNamed(write.Value, named[1]) {
			continue
		}
		for _, m := range p.Flow.Writes(pair[1]) {
			if m.Key.Text() == write.Key.Text() && (strings.EqualFold(m.Value.Text(), write.Value.Text()) || isNamed(m.Value, named[0])) {
				p.Reportf(write.Value, "%s sets %s to %s, and %s sets it to %s: was it forgotten in the copy?", pair[0].Label(),
					words.Quote(write.Key.Text()), words.Quote(write.Value.Text()), pair[1].Label(), words.Quote(m.Value.Text())).
					Relate(m.Value, "the other one")
				return true
			}
		}
	}
	return false
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
	if !n.IsString() || len(n.Text()) > longest {
		return false
	}
	text := strings.ToLower(n.Text())
	if !strings.Contains(text, word) || strings.ContainsAny(text, " /") && !strings.HasPrefix(text, "{{") {
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
