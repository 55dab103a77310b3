package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A RawCode is an answer that one branch of a menu, which takes it in several words, passes on or keeps as it was
// written, while another branch has one fixed word under the same name.
type RawCode struct {
	*Menu
	Raw   flow.Ref // where it is passed on
	Key   string
	Words []string // that the branch takes
	Fixed string   // what another branch has
	By    *flow.Widget
}

// RawCodes are those of a flow.
var RawCodes = lint.NewFact(func(d *project.Document) (all []RawCode) {
	for _, m := range AllMenus.Of(d) {
		if found, ok := m.rawCode(d); ok {
			all = append(all, found)
		}
	}
	return all
})

// mostBranches is how many branches of a menu are held against each other.
const mostBranches = 24

// rawCode returns the first raw code of a menu.
func (m *Menu) rawCode(d *project.Document) (RawCode, bool) {
	for _, b := range m.Branches[:min(len(m.Branches), mostBranches)] {
		texts, ok := b.Comparison.Texts()
		if !ok || !offer.OneMeaning(texts) {
			continue
		}
		w := keptBy(d.Flow, b.Transition)
		if w == nil {
			continue
		}
		for _, t := range d.Flow.TemplatesOf(w) {
			for _, r := range t.Refs() {
				if r.Root() != "widgets" || reads.Widget(d.Flow, r) != m.Question || !reads.IsAnswer(d.Flow, r) || !asWritten(r) {
					continue
				}
				key := reads.KeyOf(r)
				if fixed, by := m.fixedBeside(d, w, key); by != nil && isUsed(d.Flow, w, key) {
					return RawCode{m, r, key, texts, fixed, by}, true
				}
			}
		}
	}
	return RawCode{}, false
}

// keptBy returns the step that passes on or keeps something to which a branch leads, at once or over texts.
func keptBy(f *flow.Flow, t *flow.Transition) *flow.Widget {
	const far = 4
	w := effects.OverIdle(f, t, far, effects.Tells)
	if w == nil || w.Incomplete || effects.ActOf(w) != effects.Sets && effects.ActOf(w) != effects.Requests {
		return nil
	}
	return w
}

// asWritten reports whether a reference prints the answer as it was written, but for its case, blanks and signs.
func asWritten(r flow.Ref) bool {
	filters, ok := reads.Printed(r)
	return ok && reads.OnlyAlter(filters, schemas.AltersCase, schemas.AltersBlanks, schemas.AltersBreaks, schemas.AltersSigns)
}

// fixedBeside returns the fixed word that another branch of the menu passes on or keeps under a name, and the
// step that does.
func (m *Menu) fixedBeside(d *project.Document, w *flow.Widget, key string) (string, *flow.Widget) {
	if key == "" {
		return "", nil
	}
	for _, b := range m.Branches[:min(len(m.Branches), mostBranches)] {
		other := keptBy(d.Flow, b.Transition)
		if other == nil || other == w || other.Facts.Type != w.Facts.Type {
			continue
		}
		if word := fixedField(d.Flow, other, key); word != "" {
			return word, other
		}
	}
	return "", nil
}

// fixedField returns the fixed word that a step passes on or keeps under a name.
func fixedField(f *flow.Flow, w *flow.Widget, key string) string {
	for _, write := range f.Writes(w) {
		if text := strings.TrimSpace(write.Value.Text()); write.Key.Text() == key && isFixedCode(text) {
			return text
		}
	}
	if w.Facts.Request == nil {
		return ""
	}
	for _, n := range w.Properties.Members() {
		for _, item := range n.Elements() {
			if text := strings.TrimSpace(item.Get("value").Text()); item.Get("key").Text() == key && isFixedCode(text) {
				return text
			}
		}
		if n.IsString() {
			_, after, ok := strings.Cut(n.Text(), `"`+key+`"`)
			after, colon := strings.CutPrefix(strings.TrimLeft(after, " \t\r\n"), ":")
			after, quoted := strings.CutPrefix(strings.TrimLeft(after, " \t\r\n"), `"`)
			if i := strings.IndexByte(after, '"'); ok && colon && quoted && i > 0 && isFixedCode(after[:i]) {
				return after[:i]
			}
		}
	}
	return ""
}

// isFixedCode reports whether a text is a fixed code: a word or two, without Liquid.
func isFixedCode(text string) bool {
	const longest = 24
	return text != "" && len(text) <= longest && !strings.ContainsAny(text, "{}$[]\n")
}

// isUsed reports whether more than a text for a person reads what a step keeps; what a request passes on is used.
func isUsed(f *flow.Flow, w *flow.Widget, key string) bool {
	if effects.ActOf(w) != effects.Sets {
		return true
	}
	return slices.ContainsFunc(f.Variable(key).Reads, func(r flow.Ref) bool {
		act := effects.ActOf(r.Widget)
		return act != effects.Tells && act != effects.Asks && act != effects.Sets
	})
}
