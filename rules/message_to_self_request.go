package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOwnNumbers reports the requests that are given the flow's own number under a name under which
// others are given the number of the contact: once.
func reportOwnNumbers(p *lint.Pass) {
	var own []flow.Ref
	contacts := map[string]flow.Ref{} // by their names in small letters
	for _, r := range p.Flow.Refs() {
		if r.Root() == "widgets" || effects.ActOf(r.Widget) != effects.Requests {
			continue
		}
		v := reads.Value(p.Flow, r)
		if v == nil || v.Holds != schemas.HoldsAddress && v.Holds != schemas.HoldsContact {
			continue
		}
		key := strings.ToLower(reads.KeyOf(r))
		switch {
		case !offer.MayNamePersonsNumber(key):
		case v.Holds == schemas.HoldsAddress:
			own = append(own, r)
		default:
			contacts[key] = r
		}
	}
	var d *finding.Diagnostic
	for _, r := range own {
		if givesNobody(p, r) {
			if d == nil {
				d = p.Reportf(r, "%s is given the flow's own number (%s) as %s, and not the person's; write {{contact.channel.address}}",
					r.Widget.Label(), reads.Path(r), words.Quote(reads.KeyOf(r))).As(finding.Note).Identify(r.Widget.Label())
			} else {
				d.Also(r.Place(), "so is "+r.Widget.Label())
			}
			continue
		}
		other, known := contacts[strings.ToLower(reads.KeyOf(r))]
		switch {
		case !known || other.Widget == r.Widget || !p.Flow.Reachable(r.Widget):
		case d == nil:
			d = p.Reportf(r, "%s is given the flow's own number (%s) as %s, but %s the person's; write {{contact.channel.address}}",
				r.Widget.Label(), reads.Path(r), words.Quote(reads.KeyOf(r)),
				other.Widget.Label()).As(finding.Note).Relate(other.Place(),
				"the other one").Identify(r.Widget.Label())
		default:
			d.Also(r.Place(), "so is "+r.Widget.Label())
		}
	}
}

// givesNobody reports whether a request that is given a person's answer is given the flow's own number under a name
// that is for the person's, and nothing of the person's own.
func givesNobody(p *lint.Pass, own flow.Ref) bool {
	if !offer.NamesPersonsNumber(reads.KeyOf(own)) || !p.Flow.Reachable(own.Widget) {
		return false
	}
	answered := false
	for _, t := range p.Flow.TemplatesOf(own.Widget) {
		if !t.Liquid.Readable() {
			return false
		}
		for _, r := range t.Refs() {
			if reads.Holds(p.Flow, r) == schemas.HoldsContact {
				return false
			}
			answered = answered || r.Root() == "widgets" && reads.IsAnswer(p.Flow, r)
		}
	}
	return answered
}
