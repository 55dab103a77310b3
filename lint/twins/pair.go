package twins

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A PairLacking is a request in one language that is not given all that its twin in another language is.
type PairLacking struct {
	Widget, Other *flow.Widget
	Keys          []string
	At            source.Node // the property that holds what it is given
}

// PairLacks are those of a flow: of two requests to the same address after the branches of one split, whose names
// differ by what they call a language, and of which one is given all that the other is, and some more.
var PairLacks = lint.NewFact(func(d *project.Document) []PairLacking {
	var all []PairLacking
	for _, g := range groups.Of(d) {
		const pair = 2
		if len(g) != pair || g[0].Facts.Request == nil || !differByTongue(g) || !callTheSame(g[0], g[1]) {
			continue
		}
		one, other := g[0], g[1]
		if one.Property(one.Facts.Request.Fields).Len() > other.Property(other.Facts.Request.Fields).Len() {
			one, other = other, one
		}
		if keys := lacks(one, other); len(keys) > 0 {
			all = append(all, PairLacking{one, other, keys, one.Property(one.Facts.Request.Fields)})
		}
	}
	return all
})

// differByTongue reports whether the names of two widgets differ by what they call a language, which the one of the
// main language may leave out.
func differByTongue(g Group) bool {
	marks := 0
	for _, own := range g.own() {
		if len(own) > 1 || len(own) == 1 && !words.IsTongueMark(strings.ToLower(own[0])) {
			return false
		}
		marks += len(own)
	}
	return marks > 0
}

// callTheSame reports whether two requests go to one address or Function.
func callTheSame(a, b *flow.Widget) bool {
	q := a.Facts.Request
	same := func(name string) bool { return a.Property(name).Text() == b.Property(name).Text() }
	return same(q.URL) && !slices.ContainsFunc(q.NamedBy, func(name string) bool { return !same(name) })
}

// lacks returns the parameters that one request lacks and another has, when it has nothing else that the other lacks: a
// few beside those that both have.
func lacks(one, other *flow.Widget) (keys []string) {
	const most = 3
	has := keysOf(one)
	for key := range keysOf(other) {
		if !has[key] {
			keys = append(keys, key)
		} else {
			delete(has, key)
		}
	}
	both := len(keysOf(one))
	if len(has) > 0 || len(keys) > most || both <= len(keys) {
		return nil
	}
	slices.Sort(keys)
	return keys
}

func keysOf(w *flow.Widget) map[string]bool {
	all := map[string]bool{}
	for _, item := range w.Property(w.Facts.Request.Fields).Elements() {
		all[item.Get("key").Text()] = true
	}
	return all
}
