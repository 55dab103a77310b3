package schemas

import (
	"path"
	"strings"
	"sync"
)

// API is a part of the addresses that are Twilio's own.
type API struct {
	// Pattern is a host in small letters, with * for any letters; behind it may stand a
	// path, with * for any part of it: the whole path, or with a / at the end what it
	// begins with.
	Pattern     string
	Why         string
	Credentials CredentialUse
	// Needed are the fields without which a request fails, with | between those of which one
	// will do, and JSON those whose value is JSON as text.
	Needed, JSON []string
	// Fails says of a request without them what it does not do, and Lists what it reads by
	// GET, if anything.
	Fails, Lists string
	// Verdict is the member of the answer that tells whether what was sent is right, which it
	// is with the value Right: the request succeeds otherwise, too.
	Verdict, Right string
	// Unique is the field whose value no two of what is created may have.
	Unique string
	// Paths are those that a host has, with * for any part and a / at the end for what
	// stands below; none when they are not listed.
	Paths []string
	// Starts is the address that starts an execution, where people mean it by another
	// one of the host.
	Starts     string
	Sources    []string
	Confidence Confidence
}

// CredentialUse says what an address does with the account's credentials.
type CredentialUse string

// Credentials are needed, so that a request without them fails, or taken, so that one
// with them does not fail. Elsewhere a request that would send them fails.
const (
	CredentialsNeeded CredentialUse = "needed"
	CredentialsTaken  CredentialUse = "taken"
)

// APIAt returns the one of Twilio's own addresses that an address belongs to, given by
// its host in small letters and its path without the query, or nil. Of several patterns
// that fit, the first counts.
func APIAt(host, urlPath string) *API {
	for i, end := range apiEnds() {
		if !strings.HasSuffix(host, end) {
			continue
		}
		if a := &apiTable[i]; a.holds(host, strings.TrimPrefix(urlPath, "/")) {
			return a
		}
	}
	return nil
}

var apiEnds = sync.OnceValue(func() []string {
	return endsOf(apiTable, func(a *API) string { return a.Pattern })
})

// endsOf returns what the hosts of the patterns of a table end in: most hosts end otherwise, and
// a pattern is not asked of them.
func endsOf[T any](table []T, patternOf func(*T) string) []string {
	ends := make([]string, len(table))
	for i := range table {
		pattern, _, _ := strings.Cut(patternOf(&table[i]), "/")
		ends[i] = pattern[strings.LastIndexAny(pattern, `*?]`)+1:]
	}
	return ends
}

func (a *API) holds(host, urlPath string) bool {
	pattern, below, deep := strings.Cut(a.Pattern, "/")
	if ok, _ := path.Match(pattern, host); !ok {
		return false
	}
	return !deep || matchPath(below, urlPath)
}

// HasPath reports whether the host has a path, given without the query, as far as its
// paths are listed.
func (a *API) HasPath(urlPath string) bool {
	urlPath = strings.Trim(urlPath, "/")
	for _, p := range a.Paths {
		if matchPath(p, urlPath) {
			return true
		}
	}
	return len(a.Paths) == 0
}

// matchPath reports whether a path fits a pattern: as a whole, or what it begins with when
// the pattern ends in a /.
func matchPath(pattern, urlPath string) bool {
	if begins, ok := strings.CutSuffix(pattern, "/"); ok {
		pattern = begins
		parts := strings.SplitAfter(urlPath, "/")
		if n := 1 + strings.Count(pattern, "/"); n < len(parts) {
			parts = parts[:n]
		}
		urlPath = strings.TrimSuffix(strings.Join(parts, ""), "/")
	}
	ok, _ := path.Match(pattern, urlPath)
	return ok
}
