package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkPosted reports a file of sound that is fetched with another method than files are (POST): many servers refuse it,
// and nothing is kept.
func checkPosted(p *lint.Pass, n source.Node, f *schemas.Property) {
	if p.Flow == nil || f.FileMethod == "" {
		return
	}
	w := p.Flow.WidgetAt(n)
	a, ok := address.At(p, n)
	if w == nil || !ok || !address.IsSoundFile(a.Path) {
		return
	}
	how := w.Property(f.Method)
	method := strings.ToUpper(how.Text())
	if method == f.FileMethod || !slices.Contains(w.Facts.Property(f.Method).Values, method) {
		return
	}
	if d, first := p.ReportOncef(nil, how, "%s of %s fetches a file of sound with %s, which many servers refuse, and Twilio keeps none in store then; write %s",
		words.Quote(f.Method), w.Label(), method, f.FileMethod); first {
		d.As(finding.Note).Relate(n, "the file")
	}
}
