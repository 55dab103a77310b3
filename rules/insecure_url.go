package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "insecure-url", Title: "An address without encryption",
		Group: finding.Values, Severity: finding.Warning, Fix: finding.UnsafeFix, Varies: "note for a file that is only fetched", Scope: finding.PerDocument,
		Doc: `Finds http: and ws: addresses that Twilio calls: requests, functions, callbacks,
hold music, streams, and the URL of a Flex Flow. Whatever goes there, phone numbers
and what people said among it, can be read and changed on the way; also the address
of hold music is told the caller's number. With a sound or a picture nothing is
sent, but another one can be put in its place: that is a note.

Write https: or wss:. Placeholders are left alone, and what Twilio cannot reach at all
(localhost, 192.168.1.20), which http-request reports; and so are links in messages to
people, the music and samples that Twilio itself gives away, and S3 buckets at which
https: fails.`,
	},
	Check: func(p *lint.Pass) {
		for n, f := range address.Of(p) {
			text := n.Text()
			scheme, rest, ok := strings.Cut(text, "://")
			secure := ""
			switch strings.ToLower(strings.TrimSpace(scheme)) {
			case "http":
				secure = "https"
			case "ws":
				secure = "wss"
			}
			if !ok || secure == "" || shape.IsPlaceholder(p, n) || mayBePlain(rest) {
				continue
			}
			start := strings.Index(text, strings.TrimSpace(scheme))
			at := n.Part(start, start+len(strings.TrimSpace(scheme)))
			what := words.Quote(n.Key())
			if p.Flow != nil {
				if w := p.Flow.WidgetAt(n); w != nil {
					what += " of " + w.Label()
				}
			}
			var d *finding.Diagnostic
			if f.Fetched && !liquid.HasMarkup(text) {
				d = p.Reportf(at, "%s is fetched without encryption, so others can change it; write %s:", what, secure).As(finding.Note)
			} else {
				d = p.Reportf(at, "%s is reached without encryption, so others can read and change it; write %s:", what, secure)
			}
			d.Fixes = []finding.Fix{{Title: "Write " + secure + ":", Changes: []source.Edit{at.Replace(secure)}}}
		}
	},
})

// mayBePlain reports whether a URL, without its scheme, leads where http: is in
// order.
func mayBePlain(rest string) bool {
	host, path := address.Host(rest), ""
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		path = rest[i:]
	}
	return address.IsLoopback(host) || address.IsPrivate(host) || schemas.PlainHost(host, path) != nil
}
