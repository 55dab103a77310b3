package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
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

// openNames are the names of what somebody else brings that a flow reads.
type openNames struct {
	all   []openKey
	twice []openName // in several spellings, which differ in case
}

// An openKey is one of them, as it is written first.
type openKey struct {
	openName
	written string
}

// openNamesOf returns them, in their order.
func openNamesOf(p *lint.Pass) openNames {
	first, small := map[openName]int{}, map[string]string{}
	var names openNames
	for _, r := range p.Flow.Refs() {
		name, at := openNameOf(p.Flow, r, small)
		if at == 0 {
			continue
		}
		switch i, known := first[name]; {
		case !known:
			first[name] = len(names.all)
			names.all = append(names.all, openKey{name, r.Name(at)})
		case names.all[i].written != r.Name(at) && len(names.twice) <= mostNames && !slices.Contains(names.twice, name):
			names.twice = append(names.twice, name)
		}
	}
	return names
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
	case r.Root() == "trigger" && (r.Name(1) == "parent" || r.Name(1) == "request") && r.Name(2) == "parameters" && len(r.Segments) > parameters:
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
