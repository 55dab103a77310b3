package rules

import (
	"slices"
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
	for i := range menus {
		m := &menus[i]
		if !m.SingleKeys() {
			continue
		}
		for _, r := range p.Flow.OutputRefs(m.Question.Name) {
			act := effects.ActOf(r.Widget)
			if act != effects.Requests && act != effects.HandsOver || !reads.IsAnswer(p.Flow, r) || !reads.IsAll(r) && reads.KeyOf(r) == "" {
				continue
			}
			key := reads.KeyOf(r)
			if by := holdsWords(p, r.Widget, key); by != nil && isGivenElsewhere(p, r.Widget, key) {
				p.Reportf(r.Place(), "%s is given the key under %s, but flow.variables.%s holds the word for it; pass that on",
					r.Widget.Label(), words.Quote(key), key).As(finding.Note).Relate(by.Value, "where it is set").Identify(key)
				return
			}
		}
	}
}

// isGivenElsewhere reports whether another step passes on the variable, and this one does not: else the key is for the
// service, and the word for the person, or both are passed on.
func isGivenElsewhere(p *lint.Pass, by *flow.Widget, key string) (given bool) {
	v := p.Flow.Variable(key)
	if v == nil {
		return false
	}
	for _, r := range v.Reads {
		if r.Widget == by {
			return false
		}
		act := effects.ActOf(r.Widget)
		given = given || act == effects.Requests || act == effects.HandsOver && r.Widget.Facts.Transfer == nil
	}
	return given
}

// holdsWords returns what puts a word into the variable of that name before a step, where all that is put into it are
// words, several of them; nil else.
func holdsWords(p *lint.Pass, before *flow.Widget, key string) *flow.Write {
	v := p.Flow.Variable(key)
	if key == "" || v == nil {
		return nil
	}
	var all []string
	var by *flow.Write
	for i := range v.Writes {
		w := &v.Writes[i]
		text := strings.TrimSpace(w.Value.Text())
		if text == "" || strings.ContainsAny(text, "{}$") || split.IsNumber(text) || slices.Contains(all, text) {
			return nil
		}
		all = append(all, text)
		if by == nil && p.Flow.CanPrecede(w.Widget, before) {
			by = w
		}
	}
	if len(all) < 2 {
		return nil
	}
	return by
}
