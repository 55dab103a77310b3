package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportEchoed reports the messages that send a person nothing but what he has just written, or end with it after a
// sentence that is none about it, as one does to see what a variable holds, in a flow that says something else as well: once.
func reportEchoed(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsMessage || w.Incomplete {
			continue
		}
		t := p.Flow.TemplateAt(effects.Prompt(w))
		if t == nil || t.Literal || len(t.Refs()) != 1 || len(effects.Says(w)) != 1 {
			continue
		}
		r := t.Refs()[0]
		switch {
		case !reads.IsAll(r) && !isLineOfItsOwn(r) || !reads.IsAnswer(p.Flow, reads.Origin(p.Flow, r)):
		case effects.HeardBy(p.Flow, w) != effects.Contact || !p.Flow.Reachable(w) || !saysMore(p.Flow, w):
		case d == nil:
			what := "nothing but his own words"
			if !reads.IsAll(r) {
				what = "his own words without saying what they are"
			}
			d = p.Reportf(r.Place(), "%s sends a person %s (%s); take them away if they are left from a trial, or say so",
				w.Label(), what, reads.Path(r)).Identify(w.Label())
		default:
			d.Also(r.Place(), "so does "+w.Label())
		}
	}
}

// isLineOfItsOwn reports whether a text ends with a line that is nothing but what a reference prints, after a sentence
// that has ended.
func isLineOfItsOwn(r flow.Ref) bool {
	m := r.Liquid.Markup[r.Markup]
	const marks = " *_~`"
	before, after := strings.TrimRight(r.Text[:m.Start], marks), strings.Trim(r.Text[m.End:], marks+"\r\n")
	sentence := strings.TrimRight(before, " \r\n")
	return after == "" && strings.HasSuffix(before, "\n") && strings.HasSuffix(sentence, ".")
}

// saysMore reports whether another step of a flow tells something in fixed words: one that only echoes is a trial itself.
func saysMore(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool {
		return other != w && effects.ActOf(other) == effects.Tells && reads.FixedWord(other)
	})
}
