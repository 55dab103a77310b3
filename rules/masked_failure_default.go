package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportAssumed reports a text that comes when a request has failed, and gives a default as if the
// request had brought that: one a flow.
func reportAssumed(p *lint.Pass, w *flow.Widget, failed *flow.Transition, d *finding.Diagnostic) *finding.Diagnostic {
	told := effects.Next(failed, effects.Tells, effects.Asks)
	if told == nil || w.Facts.Request == nil || d != nil && d.Full() {
		return d
	}
	n := effects.Prompt(told)
	t := p.Flow.TemplateAt(n)
	if t == nil || !t.Liquid.HasFilter(liquid.FilterDefault) || liquid.HasTags(n.Text()) {
		return d
	}
	for _, r := range t.Refs() {
		filters, ok := reads.Printed(r)
		if !ok || reads.Response(p.Flow, r) != w {
			continue
		}
		for _, f := range filters {
			switch text := defaultText(r, f); {
			case !offer.Claims(text):
			case d == nil:
				d = p.Reportf(t.Place(r.Reference.Span), "when %s fails (%s), %s says %s for %s, as if it were so; give the failure a message of its own",
					w.Label(), words.Quote(failed.Event), told.Label(), words.Quote(text), reads.Path(r)).Relate(failed, "the failure").Identify(told.Label())
			default:
				d.Relate(t.Place(r.Reference.Span), "so it is with "+reads.Path(r))
			}
		}
	}
	return d
}

// defaultText is the fixed text that a filter gives a value that is missing; "" for any other.
func defaultText(r flow.Ref, f liquid.Filter) string {
	if f.Name != liquid.FilterDefault {
		return ""
	}
	text := strings.TrimSpace(f.Args.In(r.Text))
	if bare := strings.Trim(text, `"'`); bare != text || strings.Trim(text, "0123456789.") == "" {
		return bare
	}
	return ""
}
