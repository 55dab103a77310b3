package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// checkRelative reports an address that names a file and no host.
func checkRelative(p *lint.Pass, n source.Node) {
	text := strings.TrimSpace(n.Text())
	if p.Flow == nil || text == "" || strings.Contains(text, ":") || !address.NamesFile(text) || shape.IsPlaceholder(p, n) {
		return
	}
	w := p.Flow.WidgetAt(n)
	if w == nil {
		return
	}
	p.ReportOncef(nil, n, "%s of %s is %s, which names no host, so Twilio cannot fetch it; write the whole address, from https:// on",
		words.Quote(n.Key()), w.Label(), words.Quote(text))
}
