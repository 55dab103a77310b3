package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportElsewhere reports a key that only other types of widgets have, whatever the call brings: once for
// each key and type, as what was told before holds.
func reportElsewhere(p *lint.Pass, told map[string]*finding.Diagnostic, r flow.Ref, w *flow.Widget) {
	key := r.Name(2)
	if w.Facts.Outputs.From != "" || len(w.Facts.Outputs.Keys) == 0 {
		return // it may store anything
	}
	slip := w.Facts.Type + " never has " + key
	if d := told[slip]; d != nil {
		d.Also(r.SegmentPlace(2), r.Widget.Label()+" reads "+reads.PathTo(r, 2)+", too")
		return
	}
	if stored := storing(key); len(stored) > 0 {
		told[slip] = p.Reportf(r.SegmentPlace(2), "%s reads %s, but %s: it is blank; read it of %s",
			r.Widget.Label(), reads.PathTo(r, 2), slip, words.List(stored))
	}
}

// reportAlias reports a key that no widget of that type ever has, but that people write for another one, as
// reportElsewhere does, and whether it is such a one.
func reportAlias(p *lint.Pass, told map[string]*finding.Diagnostic, r flow.Ref, w *flow.Widget, i int) bool {
	right := aliasOf(r, w, i)
	if right == "" {
		return false
	}
	slip := w.Facts.Type + " never has " + r.Name(i)
	d := told[slip]
	if d == nil {
		d = p.Reportf(r.SegmentPlace(i), "%s reads %s, but %s: it is blank; write widgets.%s.%s",
			r.Widget.Label(), reads.PathTo(r, i), slip, w.Name, right)
		told[slip] = d
	} else {
		d.Also(r.SegmentPlace(i), r.Widget.Label()+" reads "+reads.PathTo(r, i)+", too")
	}
	return true
}

// aliasOf returns what was most likely meant by the path up to a segment below a widget, which people write for
// what such a widget stores; "" when it is not known.
func aliasOf(r flow.Ref, w *flow.Widget, i int) string {
	key := r.Name(2)
	for at := 3; at <= i; at++ {
		key += "." + r.Name(at)
	}
	return w.Facts.Aliases.Outputs.Get(key)
}

// storing returns the types of widgets that alone have a key.
func storing(key string) (types []string) {
	for _, typ := range schemas.Types() {
		if k := schemas.Lookup(typ).Outputs.Key(key); k != nil && k.Own {
			types = append(types, typ)
		}
	}
	return types
}
