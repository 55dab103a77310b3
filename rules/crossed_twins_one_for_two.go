package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportOneForTwo reports the steps that keep one member of an answer under two names, of which one is that of the
// member and the other has no word of it, while the rest are named after what they keep: a copied line. It is a warning
// where the other name is that of another member which the step keeps too. It returns the steps.
func reportOneForTwo(p *lint.Pass) (told []*flow.Widget) {
	const most = 24 // values of one step
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Sets || !p.Flow.Reachable(w) {
			continue
		}
		var all []named
		for _, write := range p.Flow.Writes(w) {
			t := p.Flow.TemplateAt(write.Value)
			if t == nil || len(t.Refs()) != 1 || !reads.IsAll(t.Refs()[0]) || t.Liquid.HasFilter() {
				continue
			}
			if r := t.Refs()[0]; reads.InResponse(p.Flow, r) != nil {
				name, of := write.Key.Text(), r.Name(len(r.Segments)-1)
				all = append(all, named{ref: r, name: name, of: of, key: words.In(name), own: words.In(of)})
			}
		}
		if len(all) < 3 || len(all) > most {
			continue
		}
		if right, wrong, ok := oneForTwo(all); ok && areTwoThings(p, right, wrong) {
			d := p.Reportf(wrong.ref, "%s keeps %s as %s and as %s: the second was most likely copied; read what it is named after",
				w.Label(), reads.Path(wrong.ref), words.Quote(right.name), words.Quote(wrong.name)).Relate(right.ref, "the first").As(finding.Note)
			if slices.ContainsFunc(all, func(n named) bool { return n.ref != wrong.ref && slices.Contains(n.own, wrong.key[0]) }) {
				d.As(finding.Warning)
			}
			told = append(told, w)
		}
	}
	return told
}

// areTwoThings reports whether the second of two names for one member most likely names another thing: the names are
// alike, and the second is after another member that the flow reads from the answer, or after a thing of another kind.
func areTwoThings(p *lint.Pass, right, wrong named) bool {
	first, second := oddWords(right.key, wrong.key), oddWords(wrong.key, right.key)
	alone := len(right.key) == 1 && len(wrong.key) == 1
	if len(second) == 0 || !alone && len(second) == len(wrong.key) {
		return false
	}
	if words.AreOfTwoKinds(first, second) {
		return true
	}
	w := reads.InResponse(p.Flow, wrong.ref)
	for _, r := range p.Flow.OutputRefs(w.Name) {
		if reads.InResponse(p.Flow, r) != w || r.Reference.String() == wrong.ref.Reference.String() {
			continue
		}
		if member := words.In(r.Name(len(r.Segments) - 1)); words.Overlap(second, member) {
			return true
		}
	}
	return false
}

// oddWords returns those of some words that are not among others.
func oddWords(some, others []string) (odd []string) {
	for _, word := range some {
		if !slices.Contains(others, word) {
			odd = append(odd, word)
		}
	}
	return odd
}

// oneForTwo returns two values that read one member, of which only the first is named after it, where all others are
// named after what they read.
func oneForTwo(all []named) (right, wrong named, ok bool) {
	isOwn := func(n named) bool {
		return !slices.ContainsFunc(n.own, func(word string) bool { return !slices.Contains(n.key, word) })
	}
	i := slices.IndexFunc(all, func(n named) bool {
		return len(n.key) > 0 && len(n.own) > 0 && !words.Overlap(n.own, n.key)
	})
	if i < 0 {
		return right, wrong, false
	}
	wrong = all[i]
	others := 0
	for j, n := range all {
		switch {
		case j == i:
		case !isOwn(n):
			return right, wrong, false
		case n.ref.Reference.String() != wrong.ref.Reference.String():
			others++
		case ok:
			return right, wrong, false
		default:
			right, ok = n, true
		}
	}
	return right, wrong, ok && others > 0
}
