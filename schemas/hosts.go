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
	Private    bool // it is known to a private network only
	Sources    []string
	Confidence Confidence
}

// PlainHost returns the host at which http: is no mistake (what is there is for everybody,
// or https: fails) that an address leads to, given by its host in small letters and its
// path, or nil.
func PlainHost(host, urlPath string) *Host {
	for i, end := range hostEnds() {
		if !strings.HasSuffix(host, end) {
			continue
		}
		pattern, below, _ := strings.Cut(hostTable[i].Pattern, "/")
		if ok, _ := path.Match(pattern, host); ok && (below == "" || strings.HasPrefix(urlPath, "/"+below)) {
			return &hostTable[i]
		}
	}
	return nil
}

var hostEnds = sync.OnceValue(func() []string {
	return endsOf(hostTable, func(h *Host) string { return h.Pattern })
})

// IsPrivateHost reports whether a host, in small letters, is known to a private network only.
func IsPrivateHost(host string) bool {
	h := PlainHost(host, "")
	return h != nil && h.Private
}
