package rules

import (
	"iter"
	"net/netip"
	"regexp"
	"strings"

	"studiolint/lint"
	"studiolint/lint/source"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	ID: "insecure-url", Title: "An address without encryption",
	Group: lint.Values, Severity: lint.Warning, Scope: lint.PerDocument,
	Doc: `Finds http: and ws: addresses that Twilio calls: requests, functions, callbacks,
audio files, streams, and the URL of a Flex Flow. Whatever goes there, phone
numbers and what people said among it, can be read and changed on the way.

Write https: or wss:. Addresses on the machine itself (localhost) and placeholders
are left alone, and so are links in messages to people.`,
	Check: func(p *lint.Pass) {
		for n := range addresses(p) {
			text := n.Text()
			scheme, rest, ok := strings.Cut(text, "://")
			secure := map[string]string{"http": "https", "ws": "wss"}[strings.ToLower(strings.TrimSpace(scheme))]
			if !ok || secure == "" || isPlaceholder(p, n) || isLoopback(hostOf(rest)) {
				continue
			}
			start := strings.Index(text, strings.TrimSpace(scheme))
			at := n.Part(start, start+len(strings.TrimSpace(scheme)))
			what := quote(n.Key())
			if p.Flow != nil {
				if w := p.Flow.WidgetAt(n); w != nil {
					what += " of " + widgetName(w)
				}
			}
			d := p.Reportf(at, "%s is reached without encryption, so what goes there can be read and changed on the way; write %s:", what, secure)
			d.Fixes = []lint.Fix{{Title: "Write " + secure + ":", Edits: []lint.Edit{{At: at, NewText: secure}}}}
		}
	},
})

// addresses yields the strings of a document that hold the URL of something that
// Twilio calls, as the catalogue knows them.
func addresses(p *lint.Pass) iter.Seq[source.Node] {
	return func(yield func(source.Node) bool) {
		r, ok := resourceOf(p)
		if ok && r.facts.Name != "resources/flow" {
			for _, f := range r.facts.Properties {
				if n := r.field(f.Name); isAddress(f) && f.Name != "url" && n.IsString() && !yield(n) {
					return
				}
			}
		}
		if p.Flow == nil {
			return
		}
		for _, w := range p.Flow.Widgets {
			known := schemas.Lookup(w.Type)
			if known == nil {
				continue
			}
			for _, f := range known.Properties {
				if n := dotted(w.Properties, f.Name); isAddress(f) && n.IsString() && !yield(n) {
					return
				}
			}
		}
	}
}

func isAddress(f schemas.Property) bool { return f.Format == "url" || f.Format == "websocket-url" }

// hostOf returns the host of a URL without its scheme.
func hostOf(rest string) string {
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	if i := strings.LastIndexByte(rest, '@'); i >= 0 {
		rest = rest[i+1:]
	}
	return strings.ToLower(port.ReplaceAllString(rest, ""))
}

var port = regexp.MustCompile(`:[0-9]*$`)

// isLoopback reports whether a host is the machine itself.
func isLoopback(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && ip.IsLoopback()
}
