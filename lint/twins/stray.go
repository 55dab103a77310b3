package twins

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/words"
)

// strays adds the steps that have, where each like it has a word of its own name, the word of another one:
// requests of one address with a parameter of one name, and steps that set one variable each to the same value. Of two
// requests alone all that they give is the same: whoever gets it cannot tell them apart.
func strays(d *project.Document, all []Copied) []Copied {
	for _, list := range Calls.Of(d) {
		for _, g := range list[0].Given {
			slots := slotsOf(list, g.Key)
			if len(slots) == len(list) {
				all = addStray(all, slots, len(list) == 2 && list[0].equals(&list[1]))
			}
		}
	}
	for _, slots := range marks(d) {
		all = addStray(all, slots, false)
	}
	return all
}

// A slot is a word that a step has, or the name of what it sets.
type slot struct {
	widget *flow.Widget
	text   text
	name   string // of the step, in small letters alone
	word   string // so is this
	named  bool   // the step is named after it
}

func newSlot(w *flow.Widget, t text) slot {
	s := slot{widget: w, text: t, name: letters(w.Name), word: letters(t.said)}
	s.named = strings.Contains(s.name, s.word)
	return s
}

// letters is a name without case, blanks and marks.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" _-.", r) {
			return -1
		}
		return r
	}, strings.ToLower(name))
}

// slotsOf returns what some calls give under a key, of those that give a short word.
func slotsOf(list []Call, key string) (slots []slot) {
	for i := range list {
		if g := list[i].at(key); g != nil && isName(g.Value) && len(g.Value) > 2 {
			slots = append(slots, newSlot(list[i].Widget, text{said: g.Value, key: key, node: g.Node}))
		}
	}
	return slots
}

// equals reports whether two calls give the same.
func (c *Call) equals(other *Call) bool {
	if len(c.Given) != len(other.Given) {
		return false
	}
	for _, g := range c.Given {
		if same := other.at(g.Key); same == nil || same.Value != g.Value {
			return false
		}
	}
	return true
}

// marks returns the steps that set one variable to a fixed value, by that value: what they set is a mark.
func marks(d *project.Document) (all [][]slot) {
	const fewest, steps = 3, 4 // letters; steps of which one is odd
	isMark := func(w *flow.Widget) bool {
		writes := d.Flow.Writes(w)
		return len(writes) == 1 && effects.ActOf(w) == effects.Sets && d.Flow.Reachable(w) && w.Name != "" &&
			len(writes[0].Key.Text()) >= fewest && isName(writes[0].Key.Text()) &&
			!effects.Idle(d.Flow, w)
	}
	n := 0
	for _, w := range d.Flow.Widgets {
		if isMark(w) {
			n++
		}
	}
	if n < steps {
		return nil
	}
	byValue := map[string]int{}
	for _, w := range d.Flow.Widgets {
		if !isMark(w) {
			continue
		}
		writes := d.Flow.Writes(w)
		value := plainValue(d, writes[0].Value)
		if value == "" {
			continue
		}
		i, known := byValue[value]
		if !known {
			i = len(all)
			byValue[value] = i
			all = append(all, nil)
		}
		if len(all[i]) < most {
			all[i] = append(all[i], newSlot(w, text{said: writes[0].Key.Text(), key: "key", node: writes[0].Key}))
		}
	}
	return all
}

// addStray adds the one step of some that has the word of another one, unless it is told of.
func addStray(all []Copied, slots []slot, same bool) []Copied {
	const habit = 3
	odd := -1
	for i := range slots {
		if slots[i].named {
			continue
		}
		if odd >= 0 {
			return all // nobody keeps to names here
		}
		odd = i
	}
	if odd < 0 || !same && len(slots) <= habit || slices.ContainsFunc(all, func(c Copied) bool { return c.Copy == slots[odd].widget }) {
		return all
	}
	original, alike, own := -1, 0, false
	for i := range slots {
		switch {
		case i == odd:
		case slots[i].word == slots[odd].word:
			if alike++; original < 0 && shareName(slots[i].widget, slots[odd].widget) {
				original = i
			}
		default:
			own = own || strings.Contains(slots[odd].name, slots[i].word)
		}
	}
	if original < 0 || !own && alike > 1 || !same && alike == len(slots)-1 {
		return all
	}
	c, o := &slots[odd], &slots[original]
	return append(all, Copied{Copy: c.widget, Original: o.widget, Text: c.text.node, From: o.text.node, Word: c.text.said, Key: c.text.key})
}

// shareName reports whether the names of two steps have a word in common.
func shareName(a, b *flow.Widget) bool { return words.Overlap(words.In(a.Name), words.In(b.Name)) }
