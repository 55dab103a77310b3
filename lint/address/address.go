// Package address holds what is known of the addresses that Twilio calls.
package address

import (
	"iter"
	"net/netip"
	"strings"

	"studiolint/lint"
	"studiolint/lint/pattern"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// Of yields the strings of a document that hold the URL of something that
// Twilio calls, as the catalogue knows them.
func Of(p *lint.Pass) iter.Seq2[source.Node, *schemas.Property] {
	return func(yield func(source.Node, *schemas.Property) bool) {
		r, ok := shape.ResourceOf(p)
		if ok && r.Facts.Name != "resources/flow" {
			for i := range r.Facts.Properties {
				f := &r.Facts.Properties[i]
				if n := r.Field(f.Name); f.IsURL() && f.Name != "url" && n.IsString() && !yield(n, f) {
					return
				}
			}
		}
		if p.Flow == nil {
			return
		}
		for _, w := range p.Flow.Widgets {
			known := w.Facts
			for i := range known.Properties {
				f := &known.Properties[i]
				if !f.IsURL() {
					continue
				}
				if n := shape.Dotted(w.Properties, f.Name); n.IsString() && !yield(n, f) {
					return
				}
			}
		}
	}
}

// Host returns the host of a URL without its scheme.
func Host(rest string) string {
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	if i := strings.LastIndexByte(rest, '@'); i >= 0 {
		rest = rest[i+1:]
	}
	return strings.ToLower(port().ReplaceAllString(rest, ""))
}

var port = pattern.Lazy(`:[0-9]*$`)

// IsLoopback reports whether a host is the machine itself.
func IsLoopback(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && ip.IsLoopback()
}
