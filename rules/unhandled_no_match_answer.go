package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// reportUnfitting reports the splits on what a person chose that end the execution when
// the answer fits nowhere: once, since one decision mends all of them.
func reportUnfitting(p *lint.Pass, open []*flow.Transition, first flow.Routes) {
	d := values.Ends{
		One:  "%s ends without a word when an answer fits no branch (%s); ask again",
		Some: "%s and %s end without a word when an answer fits no branch (\"noMatch\"); ask again", Other: "other split",
	}.Report(p, open, first)
	for _, t := range open {
		if asked := reads.Asked(p.Flow, t.From); asked != nil && t.Ends() {
			d.SuggestMore(false, "Ask again", leadTo(t, asked))
		}
	}
}

// leadTo is the edit that leads a transition without next to a widget.
func leadTo(t *flow.Transition, w *flow.Widget) source.Edit {
	if t.NextNode.Exists() {
		return t.NextNode.SetText(w.Name)
	}
	return t.Node.InsertMember(t.Node.Len(), "next", source.Text(w.Name))
}

// closes reports whether the question that a split sorts the answer to says itself that all is
// said unless one of its words is written.
func closes(p *lint.Pass, w *flow.Widget) bool {
	asked := reads.Asked(p.Flow, w)
	if asked == nil {
		return false
	}
	text := effects.Prompt(asked).Text()
	return asked.Needs() == schemas.NeedsMessage && offer.Closes(text) || offer.PartsOtherwise(text)
}

// reportNoOtherwise reports a split without any "noMatch", and offers to ask again.
func reportNoOtherwise(p *lint.Pass, w *flow.Widget, grave bool, first flow.Routes) {
	d := p.Reportf(w, "%s has no \"noMatch\": when none of its branches fits, the execution is stuck here (81005); add one that leads on", w.Label()).
		Along(values.Route(p, first, w))
	if !grave {
		d.As(finding.Note)
	}
	if asked := reads.Asked(p.Flow, w); asked != nil && values.AsksPerson.Of(p)[w.Index] {
		list := w.Node.Get("transitions")
		d.Suggest(false, "Ask again", list.Insert(list.Len(),
			source.Members{{Name: "event", Value: source.Text("noMatch")},
				{Name: "next", Value: source.Text(asked.Name)}}))
	}
}
