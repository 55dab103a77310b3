package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkFilePage reports the address of a page to look at a file, where the file itself is fetched.
func checkFilePage(p *lint.Pass, n source.Node, f *schemas.Property) {
	if !f.Fetched || p.Flow == nil || shape.IsPlaceholder(p, n) {
		return
	}
	a, ok := address.At(p, n)
	if !ok {
		return
	}
	_, query, _ := strings.Cut(n.Text(), "?")
	query, _, _ = strings.Cut(query, "#")
	g, w := schemas.PageAt(a.Host, a.Path, query), p.Flow.WidgetAt(n)
	if g == nil || w == nil {
		return
	}
	p.ReportOncef(nil, n, "%s of %s is %s, and not the file: most likely it cannot be played or sent (12300); write the address of the file itself",
		words.Quote(n.Key()), w.Label(), g.What)
}
