package rules

import (
	"cmp"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportAlike reports two names of what a REST request, a parent or a service brings that are most likely
// one, in two spellings: one of them is blank.
func reportAlike(p *lint.Pass, all []openKey) {
	const most, told = 20_000, 5 // of comparisons; of pairs
	if len(all) < 2 {
		return
	}
	slices.SortStableFunc(all, func(a, b openKey) int {
		return cmp.Or(strings.Compare(a.root, b.root), strings.Compare(a.widget, b.widget))
	})
	compared := 0
	var pairs [][2]openKey
	for i, key := range all {
		for j := i - 1; j >= 0 && all[j].root == key.root && all[j].widget == key.widget && compared < most; j-- {
			if compared++; key.name[0] == all[j].name[0] && words.AreOneName(key.written, all[j].written) {
				pairs = append(pairs, [2]openKey{all[j], key})
			}
		}
	}
	if len(pairs) <= told { // else they are told apart on purpose
		for _, pair := range pairs {
			reportPair(p, pair)
		}
	}
}

// reportPair reports the rarer of two spellings of one name, or the later one.
func reportPair(p *lint.Pass, pair [2]openKey) {
	small := map[string]string{}
	both := [2]*spelling{{}, {}}
	for _, r := range p.Flow.Refs() {
		name, at := openNameOf(p.Flow, r, small)
		for i, key := range pair {
			if at > 0 && name == key.openName {
				both[i] = &spelling{r.Name(at), at, append(both[i].reads, r)}
			}
		}
	}
	usual, rare := both[0], both[1]
	if len(rare.reads) > len(usual.reads) {
		rare, usual = usual, rare
	}
	if triesBoth(p, rare, usual) || readTogether(rare, usual) {
		return
	}
	r, other := rare.reads[0], usual.reads[0]
	d := p.Reportf(r.SegmentPlace(rare.at), "%s reads %s, but %s reads %s: if they are one, one is blank; write both alike",
		r.Widget.Label(), reads.PathTo(r, rare.at), other.Widget.Label(), usual.name).
		Relate(other.SegmentPlace(usual.at), "the other name").As(finding.Note)
	for _, more := range rare.reads[1:] {
		d.Also(more.SegmentPlace(rare.at), "here too")
	}
}

// readTogether reports whether one widget reads both names: its author knows both.
func readTogether(rare, usual *spelling) bool {
	by := map[*flow.Widget]bool{}
	for _, r := range rare.reads {
		by[r.Widget] = true
	}
	for _, r := range usual.reads {
		if by[r.Widget] {
			return true
		}
	}
	return false
}
