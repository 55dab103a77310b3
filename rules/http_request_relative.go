package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/pattern"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// checkRelative reports an address that names a file and no host.
func checkRelative(p *lint.Pass, n source.Node) {
	text := strings.TrimSpace(n.Text())
	if p.Flow == nil || text == "" || strings.Contains(text, ":") || !namesFile().MatchString(text) || shape.IsPlaceholder(p, n) {
		return
	}
	w := p.Flow.WidgetAt(n)
	if w == nil {
		return
	}
	p.ReportOncef(nil, n, "%s of %s is %s, which names no host, so Twilio cannot fetch it; write the whole address, from https:// on",
		words.Quote(n.Key()), w.Label(), words.Quote(text))
}

// namesFile matches a path (/hold-music) and the name of a recording or a page (hold.mp3).
var namesFile = pattern.Lazy(`(?i)^(?:\.{0,2}/[a-z0-9][a-z0-9_./-]*|[a-z0-9][a-z0-9_/-]*\.(?:mp3|wav|ulaw|gsm|aiff?|xml|twiml|php|jsp|aspx?|html?|jpe?g|png|gif|pdf))$`)
