package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportBelow reports paths below a field of a message that came as a reply: the fields of a message
// are texts, and nothing stands below them. Once.
func reportBelow(p *lint.Pass) {
	const field, below = 3, 4 // segments: widgets.NAME.inbound.FIELD.BELOW
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		if len(r.Segments) <= below || r.Name(2) != "inbound" || r.Segments[below].Kind == liquid.DynamicSegment || reads.OfAnyList(r.Name(below)) || !isFlat(p.Flow, r, r.Name(field)) {
			continue
		}
		if reads.Tested.Of(p).Has(r) || reads.Alternative(r) {
			continue
		}
		at := r.SegmentPlace(below)
		switch {
		case d == nil:
			d = p.Reportf(at, "%s reads %s, but a field of a message is a text, with nothing below it: it is blank", r.Widget.Label(), reads.PathTo(r, below)).
				As(finding.Note).Identify(reads.PathTo(r, below))
		case len(d.Related) < lint.MaxRelated:
			d.Relate(at, r.Widget.Label()+" reads "+reads.PathTo(r, below)+", too")
		}
	}
}

// isFlat reports whether what a reply brings under a name is a text, as Twilio sends it.
func isFlat(f *flow.Flow, r flow.Ref, name string) bool {
	w := reads.Widget(f, r)
	if w == nil || effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage || name == "" || structured().MatchString(name) {
		return false
	}
	known := reads.Member(w.Facts.Outputs.Key("inbound").Keys, name)
	return known == nil || !known.Object && len(known.Keys) == 0
}

// structured are names of fields that may hold more than a text.
var structured = pattern.Lazy(`(?i)attributes|add_?ons|media|json|data|flow|payload|event`)
