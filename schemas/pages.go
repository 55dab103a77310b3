package schemas

import "strings"

// Page is a part of the addresses of a service at which there is a page to look at a file, and not
// the file itself: Twilio can neither play nor send it.
type Page struct {
	// Pattern is a host in small letters, without www., and behind it a path as in API.
	Pattern string
	What    string   // such as: a page of YouTube
	File    []string // fields of the query with which there is the file
	Sources []string

	Confidence Confidence
}

// PageAt returns the page that an address leads to, given by its host in small letters, its path
// and its query, or nil.
func PageAt(host, urlPath, query string) *Page {
	host, urlPath = strings.TrimPrefix(host, "www."), strings.TrimPrefix(urlPath, "/")
	if strings.HasSuffix(urlPath, "/download") {
		return nil // there the services lead on to the file
	}
	for i := range pageTable {
		g := &pageTable[i]
		at, below, _ := strings.Cut(g.Pattern, "/")
		if at != host || urlPath == "" || below != "" && !matchPath(below, urlPath) {
			continue
		}
		for field := range strings.SplitSeq(query, "&") {
			for _, file := range g.File {
				if field == file {
					return nil
				}
			}
		}
		return g
	}
	return nil
}
