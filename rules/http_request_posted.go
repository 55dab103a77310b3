package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkPosted reports a file of sound that is fetched with POST: many servers refuse it, and nothing is kept.
func checkPosted(p *lint.Pass, n source.Node, f *schemas.Property) {
	if p.Flow == nil || f.Method == "" {
		return
	}
	w := p.Flow.WidgetAt(n)
	a, ok := address.At(p, n)
	if w == nil || !ok || !address.IsSoundFile(a.Path) {
		return
	}
	how := w.Property(f.Method)
	if !strings.EqualFold(how.Text(), "POST") {
		return
	}
	if d, first := p.ReportOncef(nil, how, "%s of %s fetches a file of sound with POST, which many servers refuse, and Twilio keeps none in store then; write GET",
		words.Quote(f.Method), w.Label()); first {
		d.As(finding.Note).Relate(n, "the file")
	}
}
