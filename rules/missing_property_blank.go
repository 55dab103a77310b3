package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportBlankFields reports the parameters of requests that have a name and no value: once.
func reportBlankFields(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		q := w.Facts.Request
		if q == nil || !p.Flow.Reachable(w) {
			continue
		}
		for _, item := range w.Property(q.Fields).Elements() {
			key, value := item.Get("key"), item.Get("value")
			if key.Text() == "" || !value.IsString() || value.Filled() || strings.TrimSpace(value.Text()) != "" || offer.MayBeBlank(key.Text()) {
				continue
			}
			if d == nil {
				d = p.Reportf(value, "%s hands over %s with nothing in it: the service gets it blank; write the value, or remove it", w.Label(), words.Quote(key.Text())).As(finding.Note).Identify(w.Label())
			} else {
				d.Also(value, "so it is with "+words.Quote(key.Text())+" of "+w.Label())
			}
		}
	}
}
