package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkQuery reports a query in an address where Twilio leaves it out.
func checkQuery(p *lint.Pass, n source.Node, f *schemas.Property) {
	if p.Flow == nil || !f.DropsQuery || !strings.Contains(n.Text(), "?") || shape.IsPlaceholder(p, n) {
		return
	}
	w := p.Flow.WidgetAt(n)
	if _, query, ok := strings.Cut(p.Flow.Plain(n), "?"); !ok || query == "" || w == nil {
		return
	}
	cure := "pass it another way"
	isList := func(other schemas.Property) bool { return other.Format == schemas.FormatPairs }
	if i := slices.IndexFunc(w.Facts.Properties, isList); i >= 0 {
		cure = "pass it in " + words.Quote(w.Facts.Properties[i].Name)
	}
	p.ReportOncef(nil, n, "%s of %s has a query, which Twilio leaves out of such an address, so it never arrives; %s", words.Quote(n.Key()), w.Label(), cure)
}
