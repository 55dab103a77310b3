package effects

import (
	"strings"

	"studiolint/lint/flow"
)

// HostOf returns the host that a request goes to, "" when it is not known.
func HostOf(w *flow.Widget) string {
	if w.Facts.Request == nil {
		return ""
	}
	_, rest, ok := strings.Cut(w.Property(w.Facts.Request.URL).Text(), "://")
	host, _, _ := strings.Cut(rest, "/")
	if !ok || strings.ContainsAny(host, "{}$<[ ") {
		return ""
	}
	return strings.ToLower(host)
}
