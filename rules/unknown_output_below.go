package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// reportBelow reports paths below a field of a message that came as a reply, below the body that a
// service has answered, and below numbers, keys and words that Studio itself stores: these are texts, and nothing
// stands below them. Once.
func reportBelow(p *lint.Pass) {
	reportBelowVariables(p)
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		below, what := textIn(p.Flow, r)
		if below == 0 || reads.OfAnyList(r.Name(below)) {
			continue
		}
		if reads.Tested.Of(p).Has(r) || reads.Alternative(r) {
			continue
		}
		at := r.SegmentPlace(below)
		if d == nil {
			d = p.Reportf(at, "%s reads %s, but %s is a text, with nothing below it: %s%s",
				r.Widget.Label(), reads.PathTo(r, below), what, values.Blank(p.Document, r, "it is blank"), reads.Instead(r.Name(below))).
				As(finding.Note).Identify(reads.PathTo(r, below))
		} else {
			d.Also(at, r.Widget.Label()+" reads "+reads.PathTo(r, below)+", too")
		}
	}
}

// textIn returns the segment of a path that stands below a text, which it names; 0 for none.
func textIn(f *flow.Flow, r flow.Ref) (below int, what string) {
	const output, field = 2, 3 // segments: widgets.NAME.inbound.FIELD.BELOW, widgets.NAME.body.BELOW
	if len(r.Segments) <= field {
		return 0, ""
	}
	if at := reads.ScalarAt(f, r); at > 0 {
		return at + 1, r.Name(at)
	}
	w := reads.Widget(f, r)
	if w == nil {
		return 0, ""
	}
	switch v := w.Facts.Outputs.Key(r.Name(output)); {
	case v == nil:
	case v.Holds == schemas.HoldsResponseBody && r.Name(field) != "":
		return field, "the body of an answer"
	case len(r.Segments) > field+1 && r.Segments[field+1].Kind != liquid.DynamicSegment && isReply(w, v) && isFlat(v, r.Name(field)):
		return field + 1, "a field of a message"
	}
	return 0, ""
}

// isReply reports whether an output is a message that came as an answer.
func isReply(w *flow.Widget, output *schemas.Variable) bool {
	return effects.ActOf(w) == effects.Asks && w.Needs() == schemas.NeedsMessage && len(output.Keys) > 0 && effects.IsAnswer(w, output)
}

// isFlat reports whether what a reply brings under a name is a text, as Twilio sends it.
func isFlat(reply *schemas.Variable, name string) bool {
	if name == "" || offer.NamesStructure(name) {
		return false
	}
	known := reads.Member(reply.Keys, name)
	return known == nil || !known.Object && len(known.Keys) == 0
}
