package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportOneForTwo reports the steps that keep one member of an answer under two names, of which one is that of the
// member and the other has no word of it, while the rest are named after what they keep: a copied line. It is a warning
// where the other name is that of another member which the step keeps too.
func reportOneForTwo(p *lint.Pass) {
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
		if right, wrong, ok := oneForTwo(all); ok {
			d := p.Reportf(wrong.ref, "%s keeps %s as %s and as %s: the second was most likely copied; read what it is named after",
				w.Label(), reads.Path(wrong.ref), words.Quote(right.name), words.Quote(wrong.name)).Relate(right.ref, "the first").As(finding.Note)
			if slices.ContainsFunc(all, func(n named) bool { return n.ref != wrong.ref && slices.Contains(n.own, wrong.key[0]) }) {
				d.As(finding.Warning)
			}
		}
	}
}

// oneForTwo returns two values that read one member, of which only the first is named after it, where all others are
// named after what they read.
func oneForTwo(all []named) (right, wrong named, ok bool) {
	isOwn := func(n named) bool {
		return !slices.ContainsFunc(n.own, func(word string) bool { return !slices.Contains(n.key, word) })
	}
	i := slices.IndexFunc(all, func(n named) bool {
		return len(n.key) > 0 && len(n.own) > 0 && !slices.ContainsFunc(n.own, func(word string) bool { return slices.Contains(n.key, word) })
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
