package schemas

import "strings"

// Shortener is a service that shortens links for everybody. Carriers filter text messages with
// them, since senders of junk hide behind them; a domain of one's own for that is none.
type Shortener struct {
	Host       string // in small letters
	Sources    []string
	Confidence Confidence
}

// ShortenerAt returns the public shortener that a host is, or nil.
func ShortenerAt(host string) *Shortener {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	for i := range shortenerTable {
		if s := &shortenerTable[i]; s.Host == host {
			return s
		}
	}
	return nil
}
