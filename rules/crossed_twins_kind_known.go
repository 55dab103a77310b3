package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportKnownKinds reports, once a flow, an address of somebody that is given as a link, a picture that is given as a phone
// number, and the text of a message as that while the number is given under another name.
func reportKnownKinds(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if act := effects.ActOf(w); act != effects.Requests && act != effects.HandsOver && act != effects.RunsFlow {
			continue
		}
		var phoneIsText *flow.Ref
		addressElsewhere := false
		for _, t := range p.Flow.TemplatesOf(w) {
			for _, r := range t.Refs() {
				key := reads.AloneAs(r)
				v := reads.Value(p.Flow, r)
				if key == "" || v == nil || r.Liquid.HasFilter() {
					continue
				}
				is, asked := "", ""
				phone := words.NamesPhone(key)
				switch {
				case v.Address && words.NamesLink(key):
					is, asked = "an address such as +15551234567", "a link"
				case v.Holds == schemas.HoldsMedia && phone:
					is, asked = "the link of a picture or a recording", words.PersonalPhone
				case v.Holds == schemas.HoldsReply && phone && r.Root() == "trigger":
					phoneIsText = &r
				case v.Address && !words.NamesSomebody(key):
					addressElsewhere = true
				}
				if is != "" && p.Flow.Reachable(w) {
					d = tellKind(p, d, r, key, is, asked)
				}
			}
		}
		if phoneIsText != nil && addressElsewhere && p.Flow.Reachable(w) {
			d = tellKind(p, d, *phoneIsText, reads.AloneAs(*phoneIsText), "what somebody wrote", words.PersonalPhone)
		}
	}
}

func tellKind(p *lint.Pass, d *finding.Diagnostic, r flow.Ref, key, is, asked string) *finding.Diagnostic {
	if d != nil {
		d.Also(r.Place(), r.Widget.Label()+" has "+reads.Path(r)+" as "+words.Quote(key))
		return d
	}
	return p.Reportf(r, "%s has %s, %s, as %s; give it %s", r.Widget.Label(), reads.Path(r), is, words.Quote(key), asked).
		As(finding.Note).Identify(r.Widget.Label())
}
