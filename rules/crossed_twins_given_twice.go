package rules

import (
	"slices"
	"strings"
	"unicode"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// A givenValue is what a step gives under a name.
type givenValue struct {
	key string
	ref flow.Ref
}

// compare orders values by what they read and how that is written, but for blanks: 0 for two that are the same.
func (v givenValue) compare(o givenValue) int {
	if c := strings.Compare(v.ref.Name(1), o.ref.Name(1)); c != 0 {
		return c
	}
	own, other := v.ref.Liquid.Markup[v.ref.Markup], o.ref.Liquid.Markup[o.ref.Markup]
	a, b := v.ref.Text[own.Start:own.End], o.ref.Text[other.Start:other.End]
	if a == b { // as most that are the same
		return 0
	}
	for {
		a, b = strings.TrimLeftFunc(a, unicode.IsSpace), strings.TrimLeftFunc(b, unicode.IsSpace)
		if a == "" || b == "" || a[0] != b[0] {
			return strings.Compare(a, b)
		}
		a, b = a[1:], b[1:]
	}
}

// reportGivenTwice reports the steps that give one value to a service, a subflow or an agent under two names which are for two
// things: a copied line. Mispassed answers and IDs of other things are told of their own. It returns the steps.
func reportGivenTwice(p *lint.Pass) (found []*flow.Widget) {
	var told []answers.Mispassing
	var room [24]givenValue
	for _, w := range p.Flow.Widgets {
		if act := effects.ActOf(w); act != effects.Requests && act != effects.HandsOver || !p.Flow.Reachable(w) {
			continue
		}
		right, wrong, ok := givenTwice(valuesGiven(room[:0], p.Flow, w))
		if !ok || isOtherThing(p.Flow, wrong) {
			continue
		}
		if told == nil {
			told = answers.Mispassed.Of(p)
		}
		if slices.ContainsFunc(told, func(m answers.Mispassing) bool { return m.Ref.Widget == w }) {
			continue
		}
		p.Reportf(wrong.ref, "%s is given %s as %s and as %s: was one of the two copied?",
			w.Label(), reads.Path(wrong.ref), words.Quote(right.key), words.Quote(wrong.key)).
			As(finding.Note).Relate(right.ref, "the other one").Identify(w.Label())
		found = append(found, w)
	}
	return found
}

// isOtherThing reports whether a value is told as the ID of another thing than its name's: see reportOtherThings.
func isOtherThing(f *flow.Flow, v givenValue) bool {
	by := reads.InResponse(f, v.ref)
	return by != nil && bringsThing(f, v.ref, by, thingOf(v.key)) != nil
}

// valuesGiven adds the values of a step that have a name of their own each.
func valuesGiven(all []givenValue, f *flow.Flow, w *flow.Widget) []givenValue {
	const most = 60
	for _, t := range f.TemplatesOf(w) {
		if liquid.HasTags(t.Text) || t.IsContent() {
			continue
		}
		for _, r := range t.Refs() {
			if _, printed := reads.Printed(r); !printed || len(all) == most {
				continue
			}
			if key := reads.AloneAs(r); key != "" {
				all = append(all, givenValue{key, r})
			}
		}
	}
	return all
}

// givenTwice returns two values that are one under names for two things, of which the second is not named after it; false
// where there is none, or more than one such pair: then somebody wants both. It sorts the values.
func givenTwice(all []givenValue) (right, wrong givenValue, ok bool) {
	slices.SortStableFunc(all, givenValue.compare)
	first := 0 // of those that are the same
	for i, a := range all {
		if a.compare(all[first]) != 0 {
			first = i
		}
		for _, b := range all[first:i] {
			if a.key == b.key || !words.AreForTwo(a.key, b.key) && !words.AreNumbered(a.key, b.key) {
				continue
			}
			if ok {
				return right, wrong, false
			}
			right, wrong, ok = b, a, true
		}
	}
	if ok && isNamedAfter(wrong) && !isNamedAfter(right) {
		right, wrong = wrong, right
	}
	return right, wrong, ok
}

// isNamedAfter reports whether a value's name has a word of what it reads.
func isNamedAfter(v givenValue) bool {
	key := words.In(v.key)
	for i := range v.ref.Segments {
		if words.Overlap(words.In(v.ref.Name(i)), key) {
			return true
		}
	}
	return false
}
