package schemas

import (
	"path"
	"strings"
	"sync"
)

// Host is a host at which an address with http: is no mistake.
type Host struct {
	// Pattern is the host in small letters, with * for any letters, and behind it
	// what the path begins with.
	Pattern    string
	Why        string
	Sources    []string
	Confidence Confidence
}

// PlainHosts lists the hosts at which http: is no mistake: what is there is for
// everybody, or https: fails.
func PlainHosts() []Host { return hostFile() }

var hostFile = sync.OnceValue(func() []Host {
	return hostKind.list(open("hosts.json"), func(pattern string) Host { return Host{Pattern: pattern} })
})

var hostKind = kind[Host]{"host", []fact[Host]{
	{"why", func(r *reader, h *Host) { h.Why = r.str() }},
	{"sources", func(r *reader, h *Host) { h.Sources = r.strs() }},
	{"confidence", func(r *reader, h *Host) { h.Confidence = r.confidence() }},
}}

// PlainHost returns the host of PlainHosts that an address leads to, given by its host
// in small letters and its path, or nil.
func PlainHost(host, urlPath string) *Host {
	for i, h := range PlainHosts() {
		pattern, below, _ := strings.Cut(h.Pattern, "/")
		if ok, _ := path.Match(pattern, host); ok && (below == "" || strings.HasPrefix(urlPath, "/"+below)) {
			return &PlainHosts()[i]
		}
	}
	return nil
}
