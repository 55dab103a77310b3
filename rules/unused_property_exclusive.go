package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportExclusive reports the properties that stand beside another one of which the widget takes only
// one: once.
func reportExclusive(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			for _, name := range f.Excludes {
				n, other := w.Property(f.Name), w.Property(name)
				if !n.IsString() || strings.TrimSpace(other.Text()) == "" || !shape.Sound(p, n) {
					continue
				}
				what := "stand together, and it takes one; remove the other"
				if strings.TrimSpace(n.Text()) == "" {
					what = "exclude each other; remove the empty one, lest Twilio takes it"
				}
				if d == nil {
					d = p.Reportf(n, "%s and %s of %s %s", words.Quote(f.Name), words.Quote(name), w.Label(), what).Identify(w.Label(), f.Name)
				} else {
					d.Also(n, "so it is with "+w.Label())
				}
			}
		}
	}
}
