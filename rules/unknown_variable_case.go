package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
)

// reportCases reports names of what a REST request, a parent or a service brings that the flow
// writes in small letters here and with capitals there: names are case-sensitive, so one of them is
// blank.
func reportCases(p *lint.Pass, twice []openName) {
	if len(twice) == 0 || len(twice) > mostNames {
		return
	}
	all := map[openName][]*spelling{}
	small := map[string]string{}
	for _, r := range p.Flow.Refs() {
		if name, at := openNameOf(p.Flow, r, small); at > 0 && slices.Contains(twice, name) {
			all[name] = spelledSo(all[name], r, at)
		}
	}
	for _, name := range twice {
		if len(all[name]) == 2 {
			reportSpellings(p, all[name][0], all[name][1])
		}
	}
}

// reportSpellings reports the rarer of two spellings of one name.
func reportSpellings(p *lint.Pass, rare, usual *spelling) {
	if len(rare.reads) > len(usual.reads) {
		rare, usual = usual, rare
	}
	if triesBoth(p, rare, usual) {
		return
	}
	r := rare.reads[0]
	at := r.SegmentPlace(rare.at)
	format := "%s reads %s, but %s reads %s: capitals count, so one is blank"
	if len(rare.reads) < len(usual.reads) {
		format = "%s reads %s, but %s and others read %s: capitals count, so it is blank"
	}
	d := p.Reportf(at, format, r.Widget.Label(), reads.PathTo(r, rare.at), usual.reads[0].Widget.Label(), usual.name).
		Relate(usual.reads[0].SegmentPlace(usual.at), "the other spelling")
	if len(rare.reads) == len(usual.reads) {
		d.As(finding.Note)
	}
	for _, more := range rare.reads[1:] {
		d.Also(more.SegmentPlace(rare.at), "here too")
	}
}
