package rules

import (
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
		d := p.Reportf(r.Key.Node, "%s gives %s, but %s gives the same service %s; if it is one thing, write %s",
			r.Call.Widget.Label(), words.Quote(r.Key.Key), r.Other.Widget.Label(), words.Quote(r.Usual.Key), words.Quote(r.Usual.Key)).
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
}

// reportOtherKey reports the one request that gives a variable under a name which is a letter away from that under which
// others to the same host give it: each is a service of its own, but they are of one hand. A plural at another path is no
// slip. Once a flow.
func reportOtherKey(p *lint.Pass) {
	all := givenKeys(p)
	for _, odd := range all {
		for _, usual := range all {
			if !odd.slipsFrom(&usual) {
				continue
			}
			p.Reportf(odd.node, "%s gives %s as %s, and %s and %s to the same host as %s: a slip? write both alike",
				odd.by.Label(), odd.path, words.Quote(odd.key), usual.by.Label(), words.Plural(usual.count-1, "other"), words.Quote(usual.key)).Relate(usual.node, "the other name")
			return
		}
	}
}

// slipsFrom reports whether one request gives a value to a host under a name that is a slip for that of several others.
func (g *givenKey) slipsFrom(usual *givenKey) bool {
	return g.host == usual.host && g.path == usual.path && g.key != usual.key && g.count == 1 && usual.count > 1 &&
		words.IsSlip(g.key, usual.key) && !g.gives(usual.key) &&
		(!words.ArePlural(g.key, usual.key) || g.by.Property(g.by.Facts.Request.URL).Text() == usual.by.Property(usual.by.Facts.Request.URL).Text())
}

// gives reports whether the request gives something under another name as well.
func (g *givenKey) gives(name string) bool {
	for _, field := range g.node.Parent().Parent().Elements() {
		if field.Get("key").Text() == name {
			return true
		}
	}
	return false
}

// givenKeys returns the names under which the requests of a flow give their values; none where they are few.
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
	for _, r := range p.Flow.Refs() {
		request := r.Widget.Facts.Request
		if request == nil || r.Property != request.Fields || r.Node.Key() != "value" || r.Root() == "widgets" || !reads.IsAll(r) || !p.Flow.Reachable(r.Widget) {
			continue
		}
		g := givenKey{hostIn(r.Widget.Property(request.URL).Text()), r.Reference.Span.In(r.Text), reads.KeyOf(r), r.Widget, 1, r.Node.Parent().Get("key")}
		if i := slices.IndexFunc(all, func(other givenKey) bool { return other.host == g.host && other.path == g.path && other.key == g.key }); i >= 0 {
			all[i].count++
		} else if g.host != "" && g.key != "" {
			if all == nil {
				all = make([]givenKey, 0, requests)
			}
			all = append(all, g)
		}
	}
	return all
}

// hostIn returns the scheme and the host of an address as it is written.
func hostIn(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return host
}
