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
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportUnfitting reports the splits on what a person chose that end the execution when
// the answer fits nowhere: once, since one decision mends all of them.
func reportUnfitting(p *lint.Pass, open []*flow.Transition, first flow.Routes) {
	d := reportEnds(p, open, first, ends{
		one:  "%s ends without a word when an answer fits no branch (%s); ask again",
		some: "%s and %s end without a word when an answer fits no branch (\"noMatch\"); ask again", other: "other split",
	})
	for _, t := range open {
		if asked := reads.Asked(p.Flow, t.From); asked != nil && t.Ends() {
			d.SuggestMore(false, "Ask again", leadTo(t, asked))
		}
	}
}

// ends are the words for one transition that ends the execution, and for some, of which the others are counted.
type ends struct{ one, some, other string }

// reportEnds reports the transitions of one kind that end the execution, at the first of them.
func reportEnds(p *lint.Pass, open []*flow.Transition, first flow.Routes, say ends) *finding.Diagnostic {
	t := open[0]
	w := t.From
	var d *finding.Diagnostic
	if n := len(open) - 1; n > 0 {
		d = p.Reportf(t, say.some, w.Label(), words.Plural(n, say.other))
	} else {
		d = p.Reportf(t, say.one, w.Label(), values.Unsaid(t))
	}
	for _, t := range open[1:] {
		d.Also(t, "and "+t.From.Label())
	}
	return d.Identify(w.Label()).Along(values.Route(p, first, w))
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
	return asked != nil && asked.Needs() == schemas.NeedsMessage && offer.Closes(effects.Prompt(asked).Text())
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
		d.Suggest(false, "Ask again", list.Insert(list.Len(), source.Members{{Name: "event", Value: source.Text("noMatch")}, {Name: "next", Value: source.Text(asked.Name)}}))
	}
}
