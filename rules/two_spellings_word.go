package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportKeyForWord reports the requests that are given the key that was pressed at a menu under the name of a variable
// that holds a word for what was chosen, and that others are given: once.
func reportKeyForWord(p *lint.Pass) {
	menus := answers.Menus.Of(p)
	known := map[string]*worded{}
	for i := range menus {
		m := menus[i]
		if !m.SingleKeys() {
			continue
		}
		for _, r := range p.Flow.OutputRefs(m.Question.Name) {
			act := effects.ActOf(r.Widget)
			if act != effects.Requests && act != effects.HandsOver || !reads.IsAnswer(p.Flow, r) || !reads.IsAll(r) && reads.KeyOf(r) == "" {
				continue
			}
			key := reads.KeyOf(r)
			v, ok := known[key]
			if !ok {
				v = wordedOf(p.Flow.Variable(key))
				known[key] = v
			}
			if by := v.setBefore(p.Flow, r.Widget); by != nil {
				p.Reportf(r.Place(), "%s is given the key under %s, but flow.variables.%s holds the word for it; pass that on",
					r.Widget.Label(), words.Quote(key), key).As(finding.Note).Relate(by.Value, "where it is set").Identify(key)
				return
			}
		}
	}
}

// A worded variable holds words alone, several of them, and is passed on.
type worded struct {
	writes  []flow.Write
	readers map[*flow.Widget]bool
}

// wordedOf returns what there is to know of a variable; nil when it is none of those.
func wordedOf(v *flow.Variable) *worded {
	if v == nil || len(v.Writes) < 2 {
		return nil
	}
	texts := map[string]bool{}
	for _, w := range v.Writes {
		text := strings.TrimSpace(w.Value.Text())
		if text == "" || strings.ContainsAny(text, "{}$") || split.IsNumber(text) || texts[text] {
			return nil
		}
		texts[text] = true
	}
	readers, given := map[*flow.Widget]bool{}, false
	for _, r := range v.Reads {
		act := effects.ActOf(r.Widget)
		given = given || act == effects.Requests || act == effects.HandsOver && r.Widget.Facts.Transfer == nil
		readers[r.Widget] = true
	}
	if !given {
		return nil
	}
	return &worded{v.Writes, readers}
}

// setBefore returns what sets the variable before a step that does not pass it on: else the key is for the service, and
// the word for the person. It is nil for none.
func (v *worded) setBefore(f *flow.Flow, step *flow.Widget) *flow.Write {
	if v == nil || v.readers[step] {
		return nil
	}
	for i := range v.writes {
		if w := &v.writes[i]; f.CanPrecede(w.Widget, step) {
			return w
		}
	}
	return nil
}
