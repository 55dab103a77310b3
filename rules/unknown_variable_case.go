package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// A spelling is a name below something open, as one of its readers writes it.
type spelling struct {
	name  string
	at    int // the segment
	reads []flow.Ref
}

// An openName is a name that somebody else has chosen, in small letters, and of what it is one.
type openName struct{ root, widget, name string }

// reportCases reports names of what a REST request, a parent or a service brings that the flow
// writes in small letters here and with capitals there: names are case-sensitive, so one of them is
// blank.
func reportCases(p *lint.Pass) {
	first, small := map[openName]string{}, map[string]string{}
	var twice []openName
	for _, r := range p.Flow.Refs() {
		name, at := openNameOf(p.Flow, r, small)
		switch known, ok := first[name]; {
		case at == 0:
		case !ok:
			first[name] = r.Name(at)
		case known != r.Name(at) && len(twice) <= mostNames && !slices.Contains(twice, name):
			twice = append(twice, name)
		}
	}
	if len(twice) == 0 || len(twice) > mostNames {
		return
	}
	all := map[openName][]*spelling{}
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

// mostNames is how many names in several spellings are told apart.
const mostNames = 20

// openNameOf returns the name of what somebody else brings in a path, and the segment where it stands; 0
// when there is none. How names are in small letters is noted.
func openNameOf(f *flow.Flow, r flow.Ref, small map[string]string) (openName, int) {
	at := openAt(f, r)
	if at == 0 || r.Name(at) == "" {
		return openName{}, 0
	}
	lower, ok := small[r.Name(at)]
	if !ok {
		lower = strings.ToLower(r.Name(at))
		small[r.Name(at)] = lower
	}
	name := openName{root: r.Root(), name: lower}
	if name.root == "widgets" {
		name.widget = r.Name(1)
	}
	return name, at
}

// openAt returns the segment of a path that names what somebody else brings, who is free in his
// names; 0 for other paths. What an answer holds further down, is another matter.
func openAt(f *flow.Flow, r flow.Ref) int {
	const data, parameters, parsed = 2, 3, 3
	switch {
	case r.Broken || len(r.Segments) <= data:
	case r.Root() == "flow" && r.Name(1) == "data":
		return data
	case r.Root() == "trigger" && r.Name(1) == "parent" && r.Name(2) == "parameters" && len(r.Segments) > parameters:
		return parameters
	case reads.InResponse(f, r) != nil:
		return parsed
	}
	return 0
}

// spelledSo adds a reader to those who write a name in the same way.
func spelledSo(all []*spelling, r flow.Ref, at int) []*spelling {
	for _, s := range all {
		if s.name == r.Name(at) {
			s.reads = append(s.reads, r)
			return all
		}
	}
	return append(all, &spelling{r.Name(at), at, []flow.Ref{r}})
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
		if len(d.Related) < lint.MaxRelated {
			d.Relate(more.SegmentPlace(rare.at), "here too")
		}
	}
}

// triesBoth reports whether a flow knows that it may be the one or the other: it tests one of them, gives
// a default, or hands on both of them side by side.
func triesBoth(p *lint.Pass, rare, usual *spelling) bool {
	tested := reads.Tested.Of(p)
	beside := map[*flow.Widget]*flow.Template{}
	for _, r := range usual.reads {
		if tested.Has(r) || reads.Alternative(r) {
			return true
		}
		beside[r.Widget] = r.Template
	}
	for _, r := range rare.reads {
		if tested.Has(r) || reads.Alternative(r) || beside[r.Widget] != nil && beside[r.Widget] != r.Template {
			return true
		}
	}
	return false
}
