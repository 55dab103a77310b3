package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "liquid-not-evaluated", Title: "Liquid where Studio takes the text as it stands",
		Group: finding.Liquid, Severity: finding.Warning,
		Doc: `Finds Liquid in the keys of Set Variables, in SIDs and other properties that are fixed
when the flow is saved, in the names of widgets and in events. Studio does not
evaluate it there: the variable is called "{{flow.variables.name}}", braces and all,
and the Function with that SID is not found.

To choose at run time, split first and use one widget for each case. For a key, set
one variable with a fixed name.

Liquid in "next" is reported by dangling-transition, in the flow and revision of Run
Subflow by subflow-reference, and where Twilio wants another type or one of a list of
words, by schema.`,
	},
	Check: func(p *lint.Pass) {
		for _, t := range p.Flow.Templates() {
			what, hint := literalPlace(p, t)
			if what == "" || !isMeant(p, t) {
				continue
			}
			p.ReportOncef(t.Widget, t.Place(t.Liquid.Markup[0].Span), "%s holds Liquid in %s, where Studio does not evaluate it; %s", t.Widget.Label(), what, hint)
		}
	},
})

// literalPlace says where a template stands that Studio takes literally, and what to
// do. It says nothing when Studio evaluates it, or when another rule reports it.
func literalPlace(p *lint.Pass, t *flow.Template) (place, hint string) {
	const fixed = "write the text itself"
	if !t.Literal {
		return "", ""
	}
	facts := t.Widget.Facts
	switch {
	case t.Node == t.Widget.NameNode:
		return "its name", fixed
	case t.Transition != nil && t.Node == t.Transition.EventNode && (!facts.Known() || facts.OpenEvents):
		return "an event", fixed
	case t.Property == "" || !facts.Known() || facts.Subflow != nil && t.Property != facts.Subflow.Parameters:
		return "", ""
	case t.Node.Key() == "key" && t.Node != t.Widget.Property(t.Property):
		return "a key of " + words.Quote(t.Property), "use a key without Liquid"
	case !shape.Sound(p, t.Widget.Property(t.Property)):
		return "", ""
	}
	return words.Quote(t.Property), fixed + ", or split first and use one widget for each case"
}

// isMeant reports whether a text holds Liquid that somebody meant to be evaluated,
// rather than names for a deployment step, which the rule placeholder reports.
func isMeant(p *lint.Pass, t *flow.Template) bool {
	if shape.IsPlaceholder(p, t.Node) {
		return false
	}
	for i := range t.Liquid.References {
		if reads.Unfilled(t, &t.Liquid.References[i]) {
			return false
		}
	}
	return len(t.Liquid.Markup) > 0
}
