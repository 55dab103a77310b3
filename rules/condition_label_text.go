package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkLabels reports the labels of a split that say something else than their conditions: all
// of a flow are one finding, and go with the first.
func checkLabels(p *lint.Pass, w *flow.Widget, d *finding.Diagnostic) *finding.Diagnostic {
	var takers map[string][]*flow.Transition // by the texts that they take, once they are asked for
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			if !c.Facts.Known() {
				continue
			}
			label := c.Node.Get("friendly_name")
			switch {
			case label.IsString() && (!agrees(p, w.Facts, label.Text(), c) || saysOther(&takers, label.Text(), t, c)):
				does, cure := "tests "+tests(c), labelCure(label.Text(), c)
				if path := pathTested(p.Flow, label.Text(), c); path != "" {
					does, cure = "reads "+path, "write it anew"
				}
				d = addLabel(p, d, label, "and this label says "+words.Quote(label.Text())+" of "+tests(c),
					"the label says %s, but %s %s; %s",
					words.Quote(label.Text()), w.Label(), does, cure)
			case saysOtherBlank(c.Value.Text(), c):
				d = addLabel(p, d, c.Value, "and this value says "+words.Quote(c.Value.Text())+" of "+tests(c), "the value says %s, but %s tests %s, which ignores it; correct one of the two",
					words.Quote(c.Value.Text()), w.Label(), tests(c))
			}
		}
	}
	return d
}

// labelCure says what to do about the label of a condition that says something else.
func labelCure(label string, c flow.Condition) string {
	switch {
	case split.Negates(c.Operator):
		return "all else leads there: correct one of the two"
	case saysOtherBound(label, c):
		return "correct one of the two"
	}
	return "Twilio's editor shows the label: write it anew"
}

// addLabel reports the first slip of a flow's labels, and adds what else there is to that.
func addLabel(p *lint.Pass, d *finding.Diagnostic, at source.Node, more, format string,
	args ...any) *finding.Diagnostic {
	if d == nil {
		return p.Reportf(at, format, args...)
	}
	d.Also(at, more)
	return d
}

// agrees reports whether a label says what its condition does, or nothing certain.
func agrees(p *lint.Pass, facts *schemas.Widget, label string, c flow.Condition) bool {
	rest, ok := flow.EditorLabel(strings.TrimSpace(label))
	if !ok {
		return !saysContrary(label, c) && !namesOther(p.Flow, label, c) && !namesRefused(label, c) &&
			!saysOtherBlank(label, c) && !saysOtherBound(label, c)
	}
	operator, value := operatorNamed(facts, rest)
	tested := strings.TrimSpace(c.Value.Text())
	switch {
	case operator == nil:
		return true
	case split.Negates(operator.Name) != split.Negates(c.Operator):
		return false // whatever the value is
	case operator.Value == schemas.ValueNone && c.Facts.Value == schemas.ValueNone:
		return operator.Name == c.Operator
	case operator.Name != c.Operator && !split.Negates(c.Operator) && value != "" &&
		operator.Value != schemas.ValueNone && c.Facts.Value != schemas.ValueNone:
		return false // also where a list holds the value: whoever reads the label knows of one answer
	case liquid.HasMarkup(tested) || strings.HasPrefix(tested, "+") || shape.IsPlaceholder(p, c.Value):
		return true // what stands in the label may name what is filled in
	}
	return namesValue(operator, value, c)
}

// namesValue reports whether a label of Twilio's editor, by its operator and value, says what a
// condition of known value asks, or a part of it.
func namesValue(operator *schemas.Operator, value string, c flow.Condition) bool {
	tested := strings.TrimSpace(c.Value.Text())
	same := plain(value) == plain(tested)
	switch {
	case operator.Name != c.Operator && same && c.Facts.Value != schemas.ValueNone:
		return false
	case operator.Name == c.Operator && c.Facts.Value == schemas.ValueNumber && split.IsNumber(tested):
		return same || value == "" // less than 8 is not what the label says, though 3 is less
	}
	return same || value == "" ||
		len(value) > 20 && strings.HasPrefix(plain(tested), strings.TrimRight(plain(value), ".…")) || covers(c, value)
}

// operatorNamed returns the operator with whose name, as it is written in a definition or in
// words, what Twilio's editor writes into a label begins, and the value after it; nil for none.
func operatorNamed(facts *schemas.Widget, text string) (operator *schemas.Operator, value string) {
	longest := 0
	for i := range facts.Operators {
		name := facts.Operators[i].Name
		if len(name) <= longest || !beginsWithName(text, name) {
			continue
		}
		if rest := text[len(name):]; !continuesWord(rest) {
			operator, value, longest = &facts.Operators[i], strings.TrimPrefix(rest, " "), len(name)
		}
	}
	return operator, value
}

// continuesWord reports whether the word before a text goes on in it: equal_to1 is equal_to and a value without a blank
// between them, and equal_together is no operator.
func continuesWord(rest string) bool {
	return rest != "" && (rest[0] == '_' || rest[0] >= 'a' && rest[0] <= 'z' || rest[0] >= 'A' && rest[0] <= 'Z' ||
		rest[0] >= utf8.RuneSelf)
}

// beginsWithName reports whether a text begins with the name of an operator, as it is or with
// blanks between its words.
func beginsWithName(text, name string) bool {
	if len(text) < len(name) {
		return false
	}
	for i := range len(name) {
		if text[i] != name[i] && (text[i] != ' ' || name[i] != '_') {
			return false
		}
	}
	return true
}

// tests writes what a condition asks, as a definition does.
func tests(c flow.Condition) string {
	if c.Facts.Value == schemas.ValueNone {
		return c.Operator
	}
	return c.Operator + " " + words.Quote(strings.TrimSpace(c.Value.Text()))
}

// saysContrary reports whether a label of the author's own says the contrary of the value that
// a condition wants, and not that value.
func saysContrary(label string, c flow.Condition) bool {
	var texts []string
	switch comparison := split.Compare(c.Operator, c.Value.Text()); c.Operator {
	case split.EqualTo, split.Contains, split.StartsWith:
		texts = []string{comparison.Value()}
	case split.MatchesAnyOf:
		texts = comparison.Entries()
	}
	said := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(said) == 0 || len(said) > 3 ||
		slices.ContainsFunc(said, func(word string) bool { return word == "not" || slices.Contains(texts, word) }) {
		return false
	}
	return slices.ContainsFunc(texts, func(text string) bool {
		return slices.ContainsFunc(said, func(word string) bool { return words.AreOpposites(word, text) })
	})
}

// takersOf returns the branches of a split by the texts that they take.
func takersOf(w *flow.Widget) map[string][]*flow.Transition {
	takers := map[string][]*flow.Transition{}
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			if texts, ok := split.Compare(c.Operator, c.Value.Text()).Texts(); ok {
				for _, text := range texts {
					takers[text] = append(takers[text], t)
				}
			}
		}
	}
	return takers
}

// saysOther reports whether a label of the author's own names a key or an answer that is not that
// of its condition: another one, or that of another branch.
func saysOther(takers *map[string][]*flow.Transition, label string, of *flow.Transition, c flow.Condition) bool {
	if _, ok := flow.EditorLabel(label); ok {
		return false
	}
	texts, ok := split.Compare(c.Operator, c.Value.Text()).Texts()
	label = strings.ToLower(strings.TrimSpace(label))
	if !ok || len(texts) == 0 || label == "" || liquid.HasMarkup(c.Value.Text()) || slices.Contains(texts, label) {
		return false
	}
	if key := offer.KeyNamed(label); key != "" {
		return !slices.ContainsFunc(texts,
			func(text string) bool { return len(text) != 1 || text[0] < '0' || text[0] > '9' || text == key })
	}
	if *takers == nil {
		*takers = takersOf(of.From)
	}
	return slices.ContainsFunc((*takers)[label], func(t *flow.Transition) bool { return t != of })
}

// namesOther reports whether a label begins with a path of a widget that its condition does not
// read, as one that was copied with the condition of another split does.
func namesOther(f *flow.Flow, label string, c flow.Condition) bool {
	path := strings.TrimPrefix(strings.TrimLeft(strings.TrimSpace(label), "{ "), "widgets.")
	name, _, ok := strings.Cut(path, ".")
	if !ok || strings.Contains(name, " ") {
		return false
	}
	if f.Only(name) == nil {
		return namesGone(f, path, name, c)
	}
	read := false
	for _, n := range c.Arguments.Elements() {
		t := f.TemplateAt(n)
		if t == nil {
			return false
		}
		for _, r := range t.Refs() {
			read = read || r.Root() == "widgets"
			if r.Root() == "widgets" && r.Name(1) == name {
				return false
			}
		}
	}
	return read
}

// namesGone reports whether a label is the path that its condition reads, but below another name, which no widget
// has any more: it was renamed, or is another one.
func namesGone(f *flow.Flow, path, name string, c flow.Condition) bool {
	path = strings.TrimRight(path, "} ")
	if name == "" || f.Widget(name) != nil || c.Arguments.Len() != 1 {
		return false
	}
	t := f.TemplateAt(c.Arguments.At(0))
	if t == nil || len(t.Refs()) != 1 {
		return false
	}
	r := t.Refs()[0]
	below, ok := strings.CutPrefix(reads.Path(r), "widgets."+r.Name(1)+".")
	return ok && r.Root() == "widgets" && r.Name(1) != name && path == name+"."+below
}

// pathTested returns the path that a condition reads where its label is that path of a widget that there is not.
func pathTested(f *flow.Flow, label string, c flow.Condition) string {
	path := strings.TrimPrefix(strings.TrimLeft(strings.TrimSpace(label), "{ "), "widgets.")
	if name, _, _ := strings.Cut(path, "."); !namesGone(f, path, name, c) {
		return ""
	}
	return reads.Path(f.TemplateAt(c.Arguments.At(0)).Refs()[0])
}

// covers reports whether a condition holds for all the entries of a value, or may; one of a
// negative operator, for none.
func covers(c flow.Condition, value string) bool {
	comparison, misses := split.Compare(c.Operator, c.Value.Text()), split.No
	if split.Negates(c.Operator) {
		misses = split.Yes
	}
	for entry := range strings.SplitSeq(value, ",") {
		if comparison.Holds(split.Normal(entry)) == misses {
			return false
		}
	}
	return true
}

// plain is a text without what makes no difference in a label: case, blanks, and quotes, of which
// condition-value tells where they are a slip.
func plain(s string) string {
	parts := strings.FieldsFunc(strings.ToLower(s),
		func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' })
	for i := range parts {
		parts[i] = strings.Trim(parts[i], "\"'“”„«»‘’")
	}
	return strings.Join(parts, " ")
}
