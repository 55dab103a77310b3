package answers

import (
	"cmp"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A givenKey is the name under which requests to one host give what a path reads, and nothing else.
type givenKey struct {
	host, path, key string
	by              *flow.Widget // the first of them
	count           int
	node            source.Node
	at              int // in the flow
}

// An OtherKey is what one request gives under a name which is a letter away from that under which others to the same host
// give it: each is a service of its own, but they are of one hand. A plural at another path is no slip.
type OtherKey struct {
	By, Other *flow.Widget
	Path      string
	Key       string
	Usual     string
	Count     int // how many others there are
	At, Also  source.Node
}

// OtherKeys is that of a flow, the first; nil for none.
var OtherKeys = lint.NewFact(func(d *project.Document) *OtherKey {
	const most = 40 // names of one thing: of more none is the usual one
	var odd, usual *givenKey
	for all := givenKeys(d.Flow); len(all) > 0; {
		n := 1
		for n < len(all) && all[n].isOf(&all[0]) {
			n++
		}
		if n > 1 && n <= most {
			for i := range all[:n] {
				if odd != nil && odd.at < all[i].at {
					continue
				}
				if u := all[i].slipsFrom(all[:n]); u != nil {
					odd, usual = &all[i], u
				}
			}
		}
		all = all[n:]
	}
	if odd == nil {
		return nil
	}
	return &OtherKey{odd.by, usual.by, odd.path, odd.key, usual.key, usual.count, odd.node, usual.node}
})

// isOf reports whether requests give the same thing to the same host under two names.
func (g *givenKey) isOf(other *givenKey) bool { return g.host == other.host && g.path == other.path }

// slipsFrom returns the first name of several requests for which that of one alone is a slip; nil when there is none.
func (g *givenKey) slipsFrom(all []givenKey) (first *givenKey) {
	if g.count > 1 {
		return nil
	}
	for i := range all {
		usual := &all[i]
		isFirst := usual.count > 1 && (first == nil || usual.at < first.at)
		if isFirst && words.IsSlip(g.key, usual.key) && !g.gives(usual.key) &&
			(!words.ArePlural(g.key, usual.key) || g.url() == usual.url()) {
			first = usual
		}
	}
	return first
}

// url returns the address of the first request that gives it.
func (g *givenKey) url() string { return g.by.Property(g.by.Facts.Request.URL).Text() }

// gives reports whether the request gives something under another name as well.
func (g *givenKey) gives(name string) bool {
	for _, field := range g.node.Parent().Parent().Elements() {
		if field.Get("key").Text() == name {
			return true
		}
	}
	return false
}

// givenKeys returns the names under which the requests of a flow give their values, those of one thing one after the
// other; none where they are few.
func givenKeys(f *flow.Flow) (all []givenKey) {
	const fewest = 3 // requests
	requests := 0
	for _, w := range f.Widgets {
		if w.Facts.Request != nil {
			requests++
		}
	}
	if requests < fewest {
		return nil
	}
	for i, r := range f.Refs() {
		request := r.Widget.Facts.Request
		if request == nil || r.Property != request.Fields || r.Node.Key() != "value" || r.Root() == "widgets" ||
			!reads.IsAll(r) || !f.Reachable(r.Widget) {
			continue
		}
		host, key := hostIn(r.Widget.Property(request.URL).Text()), reads.KeyOf(r)
		if host == "" || key == "" {
			continue
		}
		if all == nil {
			all = make([]givenKey, 0, requests)
		}
		all = append(all, givenKey{host, r.Reference.Span.In(r.Text), key, r.Widget, 1, r.Node.Parent().Get("key"), i})
	}
	return counted(all)
}

// counted sorts given names, and counts those that are alike at the first of them.
func counted(all []givenKey) []givenKey {
	slices.SortFunc(all, func(a, b givenKey) int {
		order := cmp.Or(strings.Compare(a.host, b.host), strings.Compare(a.path, b.path))
		return cmp.Or(order, strings.Compare(a.key, b.key), a.at-b.at)
	})
	n := 0
	for _, g := range all {
		if n > 0 && all[n-1].isOf(&g) && all[n-1].key == g.key {
			all[n-1].count++
			continue
		}
		all[n] = g
		n++
	}
	return all[:n]
}

// hostIn returns the host of an address as it is written; "" for one without a scheme.
func hostIn(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return host
}
