package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportHanded reports the steps that hand on another language than that of their branch, or of the flow: once.
func reportHanded(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, h := range answers.HandedTongues(p.Document) {
		if d != nil {
			d.Also(h.Place, "so it is with "+h.Widget.Label())
			continue
		}
		where := "people were spoken to in " + words.TongueName(h.Own)
		if h.Sister == nil {
			where = "all texts that are clear are in " + words.TongueName(h.Own)
		}
		d = p.Reportf(h.Place, "%s gives %s as %s, but %s; give that language",
			h.Widget.Label(), words.Quote(h.Text), words.Quote(h.Key), where).
			As(finding.Note).Identify(h.Widget.Label())
		if h.Sister != nil {
			d.Relate(h.Sister, "the like in the other language gives its own")
		}
	}
}
