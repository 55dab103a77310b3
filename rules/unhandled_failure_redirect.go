package rules

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// mayMissAddress reports whether a widget hands over to TwiML at an address whose query is filled in as it
// is: a blank or an & in a value makes another address of it, or none.
func mayMissAddress(f *flow.Flow, w *flow.Widget) bool {
	if w.Facts.Outputs.From != schemas.FromRedirect {
		return false
	}
	for _, t := range f.TemplatesOf(w) {
		query := strings.IndexByte(t.Text, '?')
		if t.Facts == nil || !t.Facts.IsURL() || query < 0 {
			continue
		}
		for _, r := range t.Refs() {
			filters, printed := reads.Printed(r)
			last := r.Name(len(r.Segments) - 1)
			if printed && r.Reference.Span.Start > query && !reads.Through(filters, "url_encode", "cgi_escape") &&
				!strings.HasSuffix(strings.ToLower(last), "sid") && r.Root() != "contact" {
				return true
			}
		}
	}
	return false
}
