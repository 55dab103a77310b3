package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportUngiven reports the one request of a flow that carries nothing at all, after a split on what a person
// wrote or chose, while at least three others all carry one and the same parameter.
func reportUngiven(p *lint.Pass) {
	const least = 3
	var bare, other *flow.Widget
	others := 0
	for _, w := range p.Flow.Widgets {
		switch {
		case effects.ActOf(w) != effects.Requests || !p.Flow.Reachable(w):
		case !carriesNothing(p, w):
			others, other = others+1, w
		case bare != nil:
			return
		default:
			bare = w
		}
	}
	if bare == nil || others < least {
		return
	}
	shared := sharedFields(p.Flow, bare)
	if len(shared) == 0 || offer.NamesGeneral(bare.Name) || !values.AfterChoice(p.Document, bare) {
		return
	}
	p.Reportf(bare, "%s is given nothing, and the other %d requests are all given %s; it does not know whom it is for: pass it, if it needs that",
		bare.Label(), others, words.Quote(shared[0])).Relate(other, "one of the others")
}

// sharedFields returns the keys that all requests but one carry.
func sharedFields(f *flow.Flow, but *flow.Widget) (shared []string) {
	first := true
	for _, w := range f.Widgets {
		if w == but || effects.ActOf(w) != effects.Requests || !f.Reachable(w) {
			continue
		}
		keys := fieldsOf(w)
		if first {
			first, shared = false, keys
			continue
		}
		shared = slices.DeleteFunc(shared, func(key string) bool { return !slices.Contains(keys, key) })
	}
	return shared
}

// fieldsOf returns the keys of what a request carries.
func fieldsOf(w *flow.Widget) (keys []string) {
	for _, item := range w.Property(w.Facts.Request.Fields).Elements() {
		keys = append(keys, item.Get("key").Text())
	}
	return keys
}

// carriesNothing reports whether a request has no parameters, no body, and an address that is always the same.
func carriesNothing(p *lint.Pass, w *flow.Widget) bool {
	q := w.Facts.Request
	if w.Property(q.Fields).Len() > 0 || w.Property(q.Body).Text() != "" || w.Incomplete {
		return false
	}
	t := p.Flow.TemplateAt(w.Property(q.URL))
	return t == nil || !slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return len(values.Held.Of(p).FixedTexts(r)) == 0 })
}
