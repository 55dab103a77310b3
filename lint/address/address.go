// Package address holds what is known of the addresses that Twilio calls.
package address

import (
	"iter"
	"net/netip"
	"strings"

	"studiolint/lint"
	"studiolint/lint/pattern"
	"studiolint/lint/project"
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
		for _, u := range ofWidgets.Of(p).list {
			if !yield(u.node, u.property) {
				return
			}
		}
	}
}

// A use is a string of a widget that holds an address.
type use struct {
	node     source.Node
	property *schemas.Property
	address  Address
	ok       bool
}

// ofWidgets are the uses of a document's flow, and which one a string is.
var ofWidgets = lint.NewFact(func(d *project.Document) (uses struct {
	list []use
	at   map[source.Node]int
}) {
	uses.at = map[source.Node]int{}
	for _, w := range d.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if !f.IsURL() {
				continue
			}
			if n := shape.Dotted(w.Properties, f.Name); n.IsString() {
				a, ok := Parse(d, n.Text())
				uses.at[n] = len(uses.list)
				uses.list = append(uses.list, use{n, f, a, ok})
			}
		}
	}
	return uses
})

// At is Parse for the text of a string of a document.
func At(p *lint.Pass, n source.Node) (a Address, ok bool) {
	if p.Flow != nil {
		all := ofWidgets.Of(p)
		if i, known := all.at[n]; known {
			return all.list[i].address, all.list[i].ok
		}
	}
	return Parse(p, n.Text())
}

// Host returns the host of a URL without its scheme.
func Host(rest string) string {
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	if i := strings.LastIndexByte(rest, '@'); i >= 0 {
		rest = rest[i+1:]
	}
	if host, ok := strings.CutSuffix(strings.TrimRight(rest, "0123456789"), ":"); ok {
		rest = host // without the port
	}
	return strings.ToLower(rest)
}

// An Address is a URL whose host is known before the flow runs.
type Address struct {
	Host string // in small letters, without port
	// Path begins with / and has no query; each output of Liquid is one letter.
	Path string
	// Named says that a user name stands before the host.
	Named bool
}

// Parse reads a URL; ok is false where its host is not known before the flow runs.
func Parse(s lint.Subject, url string) (a Address, ok bool) {
	_, rest, ok := strings.Cut(strings.TrimSpace(url), "://")
	if !ok {
		return a, false
	}
	if strings.Contains(rest, "{") {
		rest = output.ReplaceAllString(rest, string(unknown))
	}
	authority, below := rest, ""
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		authority, below = rest[:i], rest[i:]
	}
	a.Host, a.Named = Host(authority), strings.Contains(authority, "@")
	if !isHost(a.Host) || shape.HoldsPlaceholder(s, "https://"+authority[strings.LastIndexByte(authority, '@')+1:]) {
		return Address{}, false
	}
	if i := strings.IndexAny(below, "?#"); i >= 0 {
		below = below[:i]
	}
	a.Path = strings.ReplaceAll("/"+strings.TrimPrefix(below, "/"), string(unknown), "x")
	return a, true
}

// unknown stands for an output, so that no host with one passes for a known one.
const unknown = '\uFFFD'

var output = pattern.Lazy(`\{\{.*?\}\}|\{%.*?%\}`)

// isHost reports whether a text is a name or, in brackets, a number of the internet.
func isHost(s string) bool {
	if number, ok := strings.CutPrefix(s, "["); ok {
		number, ok = strings.CutSuffix(number, "]")
		return ok && number != "" && consistsOf(number, "0123456789abcdef:.")
	}
	return s != "" && consistsOf(s, "abcdefghijklmnopqrstuvwxyz0123456789_.-")
}

func consistsOf(s, letters string) bool { return strings.Trim(s, letters) == "" }

// IsLoopback reports whether a host is the machine itself.
func IsLoopback(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, ok := addressOf(host)
	return ok && ip.IsLoopback()
}

// IsPrivate reports whether a host is known to a private network only.
func IsPrivate(host string) bool {
	if schemas.IsPrivateHost(host) {
		return true
	}
	ip, ok := addressOf(host)
	return ok && (ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsUnspecified())
}

// addressOf reads a host that is an address of the Internet Protocol: it holds a colon, or
// ends with a digit.
func addressOf(host string) (ip netip.Addr, ok bool) {
	host = strings.Trim(host, "[]")
	if host == "" || strings.IndexByte(host, ':') < 0 && (host[len(host)-1] < '0' || host[len(host)-1] > '9') {
		return ip, false
	}
	ip, err := netip.ParseAddr(host)
	return ip, err == nil
}
