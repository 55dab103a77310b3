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

// storing returns the types of widgets that alone have a key.
func storing(key string) (types []string) {
	for _, typ := range schemas.Types() {
		if k := schemas.Lookup(typ).Outputs.Key(key); k != nil && k.Own {
			types = append(types, typ)
		}
	}
	return types
}
