package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// A keptMember is a member of an answer that a step keeps under a name.
type keptMember struct {
	key string
	ref flow.Ref
}

func (k *keptMember) member() string { return k.ref.Name(len(k.ref.Segments) - 1) }

// reportOneMember reports the steps that keep one member of an answer under two names under which another step keeps two
// members, one of them of that name: once.
func reportOneMember(p *lint.Pass) {
	var room, others [24]keptMember
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Sets || len(p.Flow.Writes(w)) < 2 || !p.Flow.Reachable(w) {
			continue
		}
		all := keptMembers(room[:0], p.Flow, w)
		for i, a := range all {
			for _, b := range all[i+1:] {
				if a.ref.Reference.String() != b.ref.Reference.String() || a.key == b.key {
					continue
				}
				other, right, wrong, instead := keptOtherwise(p.Flow, others[:0], w, a, b)
				if other == nil {
					continue
				}
				p.Reportf(wrong.ref, "%s keeps %s as %s and as %s, for which %s keeps %s: was one of the two copied?",
					w.Label(), reads.Path(wrong.ref), words.Quote(right.key), words.Quote(wrong.key), other.Label(),
					words.Quote(instead)).As(finding.Note).Relate(right.ref, "the other one").Identify(w.Label())
				return
			}
		}
	}
}

// keptMembers adds the members of answers that a step keeps, whatever is made of them: one under each name.
func keptMembers(all []keptMember, f *flow.Flow, w *flow.Widget) []keptMember {
	for _, write := range f.Writes(w) {
		t := f.TemplateAt(write.Value)
		if t == nil || !t.Liquid.Readable() {
			continue
		}
		var read flow.Ref
		n := 0
		for _, r := range t.Refs() {
			if r.Local < 0 {
				read = r
				n++
			}
		}
		if n == 1 && reads.InResponse(f, read) != nil && len(all) < cap(all) {
			all = append(all, keptMember{write.Key.Text(), read})
		}
	}
	return all
}

// keptOtherwise returns another step that keeps two members of one answer under two names for which one step keeps one
// alone, with the name that is right for that and the one that is not, and the member that is kept under it there.
func keptOtherwise(
	f *flow.Flow, room []keptMember, w *flow.Widget, a, b keptMember,
) (other *flow.Widget, right, wrong keptMember, instead string) {
	v := f.Variable(a.key)
	if v == nil {
		return nil, right, wrong, ""
	}
	for _, write := range v.Writes {
		if write.Widget == w {
			continue
		}
		var first, second *keptMember
		kept := keptMembers(room, f, write.Widget)
		for i := range kept {
			switch kept[i].key {
			case a.key:
				first = &kept[i]
			case b.key:
				second = &kept[i]
			}
		}
		if first == nil || second == nil || strings.EqualFold(first.member(), second.member()) ||
			reads.InResponse(f, first.ref) != reads.InResponse(f, second.ref) {
			continue
		}
		switch a.member() {
		case first.member():
			return write.Widget, a, b, second.member()
		case second.member():
			return write.Widget, b, a, first.member()
		}
	}
	return nil, right, wrong, ""
}
