package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportMissingKeys reports the lists of parameters that lack one that is wanted: once.
func reportMissingKeys(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.NeedsKey == nil || !lacksKey(p, w, f) {
				continue
			}
			if d != nil {
				d.Also(w, "nor has "+w.Label())
				continue
			}
			with := f.NeedsKey.When[0]
			d = p.Reportf(w, "%s has no %s in %s, which Twilio wants with %s %s (%d); add it", w.Label(), words.Quote(f.NeedsKey.Key), words.Quote(f.Name),
				with.Name, words.Quote(with.Value[0]), f.NeedsKey.Code).Identify(w.Label())
		}
	}
}

// lacksKey reports whether a list certainly has not the key that it needs.
func lacksKey(p *lint.Pass, w *flow.Widget, f *schemas.Property) bool {
	for name, values := range f.NeedsKey.When.All() {
		if value, certain := shape.Value(p, w, name); !certain || value != values[0] {
			return false
		}
	}
	n := w.Property(f.Name)
	if !n.Exists() {
		return w.Properties.Exists() && !shape.Lacks(p, w.Properties, f.Name) &&
			!shape.PropertyInstead(w, f.Name).Exists()
	}
	if !shape.Sound(p, n) {
		return false
	}
	for item := range n.Children() {
		key := item.Get("key")
		if text, ok := shape.Literal(p, key); !ok || text == f.NeedsKey.Key {
			return false
		}
	}
	return true
}
