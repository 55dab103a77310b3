package policy

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/source"
)

// byType are the widgets of a document by their type, in order.
var byType = lint.NewFact(func(d *project.Document) map[string][]*flow.Widget {
	types := map[string][]*flow.Widget{}
	if d.Flow != nil {
		for _, w := range d.Flow.Widgets {
			types[w.Type] = append(types[w.Type], w)
		}
	}
	return types
})

// selected returns the widgets that one of the selectors selects, in order.
func selected(p *lint.Pass, selectors []config.Selector) []*flow.Widget {
	var list []*flow.Widget
	for i := range selectors {
		s := &selectors[i]
		for _, w := range candidates(p, s) {
			if s.SelectsName(w.Name) && hasAll(w, s.Property) {
				list = append(list, w)
			}
		}
	}
	if len(selectors) > 1 || len(selectors) == 1 && len(selectors[0].Types) > 1 {
		slices.SortFunc(list, func(a, b *flow.Widget) int { return a.Index - b.Index })
		list = slices.Compact(list)
	}
	return list
}

// candidates are the widgets of a selector's types.
func candidates(p *lint.Pass, s *config.Selector) []*flow.Widget {
	all := byType.Of(p)
	types, fixed := s.FixedTypes()
	switch {
	case fixed && len(types) == 1:
		return all[types[0]]
	case fixed:
		var list []*flow.Widget
		for _, typ := range types {
			list = append(list, all[typ]...)
		}
		return list
	}
	var list []*flow.Widget
	for _, w := range p.Flow.Widgets {
		if s.SelectsType(w.Type) {
			list = append(list, w)
		}
	}
	return list
}

// hasAll reports whether a widget certainly has all of some properties.
func hasAll(w *flow.Widget, properties []config.PropertyPattern) bool {
	for _, m := range properties {
		if found, _ := matches(w.Property(m.Name), m.Pattern); !found {
			return false
		}
	}
	return true
}

// matches reports whether a text in a value matches; known says whether each of them could
// be judged.
func matches(n source.Node, e *config.Expression) (found, known bool) {
	known = true
	for s := range texts(n) {
		text := s.Text()
		if !s.IsString() {
			text = string(s.Raw())
		}
		f, k := e.Finds(text)
		if f && k {
			return true, true
		}
		known = known && k
	}
	return false, known
}

// filledIn reports whether a deployment fills in a text in a value.
func filledIn(p *lint.Pass, n source.Node) bool {
	for s := range texts(n) {
		if s.Filled() || s.Unknown() || s.IsString() && shape.IsPlaceholder(p, s) {
			return true
		}
	}
	return false
}

// texts yields a value, or what stands in it.
func texts(n source.Node) func(yield func(source.Node) bool) {
	return func(yield func(source.Node) bool) { eachText(n, yield) }
}

func eachText(n source.Node, yield func(source.Node) bool) bool {
	if !n.Exists() {
		return true
	}
	if !n.IsObject() && !n.IsArray() {
		return yield(n)
	}
	for c := range n.Children() {
		if !eachText(c, yield) {
			return false
		}
	}
	return true
}
