package rules

import (
	"cmp"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// reportRenamedKeys reports what one request gives under another name than the others of its address. One word that is
// misspelt is told with all other spellings.
func reportRenamedKeys(p *lint.Pass) {
	for _, r := range twins.RenamedKeys(p.Document) {
		if words.IsMisspeltName(r.Key.Key, r.Usual.Key) {
			continue
		}
		to := "the same service"
		if r.Call.Widget.Facts.Request == nil {
			to = "its task"
		}
		d := p.Reportf(r.Key.Node, "%s gives %s, but %s gives %s %s; if it is one thing, write %s",
			r.Call.Widget.Label(), words.Quote(r.Key.Key), r.Other.Widget.Label(), to,
			words.Quote(r.Usual.Key), words.Quote(r.Usual.Key)).
			Relate(r.Usual.Node, "the other name")
		if words.SameLetters(r.Key.Key, r.Usual.Key) {
			d.As(finding.Warning)
		}
	}
}

// A givenKey is the name under which requests to one host give what a path reads, and nothing else.
type givenKey struct {
	host, path, key string
	by              *flow.Widget // the first of them
	count           int
	node            source.Node
	at              int // in the flow
}

// reportOtherKey reports the one request that gives a variable under a name which is a letter away from that under which
// others to the same host give it: each is a service of its own, but they are of one hand. A plural at another path is no
// slip. Once a flow.
func reportOtherKey(p *lint.Pass) {
	const most = 40 // names of one thing: of more none is the usual one
	var odd, usual *givenKey
	for all := givenKeys(p); len(all) > 0; {
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
		return
	}
	p.Reportf(odd.node, "%s gives %s as %s, and %s and %s to the same host as %s: a slip? write both alike",
		odd.by.Label(), odd.path, words.Quote(odd.key), usual.by.Label(), words.Plural(usual.count-1, "other"),
		words.Quote(usual.key)).Relate(usual.node, "the other name")
}

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
func givenKeys(p *lint.Pass) (all []givenKey) {
	const fewest = 3 // requests
	requests := 0
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request != nil {
			requests++
		}
	}
	if requests < fewest {
		return nil
	}
	for i, r := range p.Flow.Refs() {
		request := r.Widget.Facts.Request
		if request == nil || r.Property != request.Fields || r.Node.Key() != "value" || r.Root() == "widgets" || !reads.IsAll(r) || !p.Flow.Reachable(r.Widget) {
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
