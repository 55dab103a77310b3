package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportMasters reports the fixed codes that pass everybody beside a code that is made for one person: once a flow.
func reportMasters(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		branches := reads.Branches.Of(p)[w.Index]
		if len(branches) < 2 || !p.Flow.Reachable(w) {
			continue
		}
		for i := range branches {
			b := &branches[i]
			own := masterAt(p.Flow, b, branches)
			switch {
			case own == nil || !testsAnswer(p.Flow, w):
			case d == nil:
				d = p.Reportf(b, "%s lets everybody pass by a code that stands here, beside the one of each person; take that branch away",
					w.Label()).Relate(own, "the other one").Identify(w.Label())
				d.Sensitive = true
			default:
				d.Also(b, "and here")
			}
		}
	}
}

// reportGuessable reports the codes that a flow makes of the time, and asks a person for: whoever asked for one knows
// it. Once a flow.
func reportGuessable(p *lint.Pass) {
	for _, v := range p.Flow.Variables() {
		if !offer.NamesOneTime(v.Key) {
			continue
		}
		for _, write := range v.Writes {
			t := p.Flow.TemplateAt(write.Value)
			if t == nil || t.Literal || !isNow(t) || !p.Flow.Reachable(write.Widget) {
				continue
			}
			i := slices.IndexFunc(v.Reads, func(r flow.Ref) bool {
				return r.Transition != nil && r.Node.Key() == "value" && testsAnswer(p.Flow, r.Widget)
			})
			if i >= 0 {
				p.Reportf(write.Value, "%s makes the code %s of the time, so that one can guess it; have a Function choose it, or use Twilio Verify",
					write.Widget.Label(), words.Quote(v.Key)).Relate(v.Reads[i], "where it is asked for")
				return
			}
		}
	}
}

// isNow reports whether a template prints the time now, and nothing else.
func isNow(t *flow.Template) bool {
	format := t.Liquid.DateFormat(t.Text)
	if format == "" || len(t.Liquid.Outputs[0].Expr.Terms) != 1 {
		return false
	}
	return t.Liquid.Outputs[0].Expr.Terms[0].IsNow(t.Text) && (liquid.WritesTime(format) || liquid.WritesDay(format))
}

// testsAnswer reports whether a split tests what a person answered, whatever it compares that with.
func testsAnswer(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return t.Node.Key() != "value" && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return reads.IsAnswer(f, r) })
	})
}
