package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportOwnQuestions reports the steps that are given what a question said instead of what was answered, and the texts that
// print it within a sentence: once.
func reportOwnQuestions(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		if r.Root() != "widgets" || !givesOn(r.Widget) && !isWithinSentence(r) {
			continue
		}
		asked := reads.Widget(p.Flow, r)
		if asked == nil || asked.Facts.Needs != schemas.NeedsMessage || !readsPrompt(p.Flow, r, asked) ||
			offer.NamesQuestion(reads.KeyOf(r)) || !p.Flow.Reachable(r.Widget) {
			continue
		}
		isBeside := func(other flow.Ref) bool { return other.Name(1) == asked.Name && reads.IsAnswer(p.Flow, other) }
		if p.Flow.Reads(r.Widget, isBeside) {
			continue // the question beside its answer
		}
		answer := reads.AnswerOn(asked.OnKind(schemas.KindInput))
		if d == nil {
			d = p.Reportf(r, "%s gets %s, which is what %s said, and not the answer; read %s",
				r.Widget.Label(), reads.Path(r), asked.Label(), answer).As(finding.Note).Identify(r.Widget.Label())
		} else {
			d.Also(r, "so does "+r.Widget.Label())
		}
	}
}

// isWithinSentence reports whether what a reference prints stands within a sentence that people read: what is asked once
// more stands for itself.
func isWithinSentence(r flow.Ref) bool {
	if !slices.Contains(r.Widget.Facts.Content, r.Property) || r.Use != liquid.UseOutput || liquid.HasTags(r.Text) {
		return false
	}
	m := r.Liquid.Markup[r.Markup]
	before := strings.TrimRight(r.Text[:m.Start], " *_")
	after := strings.TrimLeft(r.Text[m.End:], " *_")
	return before != "" && after != "" && after[0] != '\n' &&
		!strings.ContainsAny(before[len(before)-1:], ".!?:;\n\"'}")
}

// readsPrompt reports whether a reference reads what a question says, and not its answer.
func readsPrompt(f *flow.Flow, r flow.Ref, asked *flow.Widget) bool {
	v := reads.Value(f, r)
	return v != nil && v.Property != "" && slices.Contains(asked.Facts.Content, v.Property) && asked.OnKind(schemas.KindInput) != nil
}

// givesOn reports whether a widget does something with a value other than to say it.
func givesOn(w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.Requests, effects.Sets, effects.Splits, effects.HandsOver:
		return true
	}
	return false
}
