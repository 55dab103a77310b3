package schemas

import (
	"strings"
	"testing"
)

func TestShorteners(t *testing.T) {
	for _, s := range shortenerTable {
		if s.Host != strings.ToLower(s.Host) || !strings.Contains(s.Host, ".") || s.Confidence == "" {
			t.Errorf("%+v", s)
		}
		checkSources(t, "shortener "+s.Host, s.Sources)
	}
	for host, want := range map[string]bool{"bit.ly": true, "Bit.ly": true, "www.tinyurl.com": true, "habit.ly": false, "example.com": false, "": false} {
		if got := ShortenerAt(host) != nil; got != want {
			t.Errorf("ShortenerAt(%q): %v", host, got)
		}
	}
}
