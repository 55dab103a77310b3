package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "misplaced-conditions", Title: "Conditions where Studio does not test them",
		Group: finding.Splits, Severity: finding.Warning,
		Doc: `Finds conditions that do not do what they seem to:

- on a widget that is no Split Based On: the transition is taken whatever they say;
- on "noMatch", which is taken when no branch fits;
- none on a "match", so that it is not said when it is taken;
- several in one transition: Twilio's editor writes one, and whether all must hold
  or one is enough is not documented.

Put a Split Based On widget after the widget, with one transition for each
condition.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			facts := w.Facts
			if !facts.Known() {
				continue
			}
			if len(facts.Conditions) == 0 {
				reportIgnored(p, w)
				continue
			}
			for _, t := range w.Transitions {
				e := facts.Event(t.Event)
				conditions := t.Node.Get("conditions")
				n := conditions.Len()
				switch {
				case e == nil || conditions.Exists() && !conditions.IsArray():
				case e.Kind != schemas.KindBranch && n > 0:
					p.Reportf(t.EventNode, "%s has conditions on %s, which is taken when no branch fits, so they are never tested; move them to a \"match\"",
						w.Label(), words.Quote(t.Event))
				case e.Kind == schemas.KindBranch && n == 0 && !hasConditions(t) && !shape.DecidedBy(w).Exists(): // else unknown-property
					reportNone(p, w, t)
				case e.Kind == schemas.KindBranch && n > 1:
					p.Reportf(conditions.At(1), "this branch of %s has %s; whether all must hold or one is enough is not documented: write one transition for each, or one split after the other",
						w.Label(), words.Plural(n, "condition"))
				}
			}
		}
	},
})

// reportIgnored reports the conditions of a widget that has none.
func reportIgnored(p *lint.Pass, w *flow.Widget) {
	var first *finding.Diagnostic
	for _, t := range w.Transitions {
		conditions := t.Node.Get("conditions")
		if !conditions.IsArray() || conditions.Len() == 0 {
			continue
		}
		if first != nil {
			first.Relate(t, "and "+words.Quote(t.Event))
			continue
		}
		cure := "put a split after it"
		if argument := shape.ValueAmongArguments(conditions.At(0)); argument.Exists() {
			cure += ", with " + words.Quote(argument.Text()) + " as \"value\""
		}
		first = p.Reportf(t, "%s is no Split Based On widget, so its conditions are not tested: %s leads on whatever they say%s; %s",
			w.Label(), words.Quote(t.Event), alsoDead(w, t.Event), cure)
	}
}

// reportNone reports a match that has no condition, or has it where Studio does not look for it.
func reportNone(p *lint.Pass, w *flow.Widget, t *flow.Transition) {
	beside := shape.ConditionBeside(t.Node, t.Facts.Kind)
	if len(beside) == 0 {
		p.Reportf(t, "this \"match\" of %s has no condition, so nothing says when it is taken; add one, or remove the transition", w.Label())
		return
	}
	names := make([]string, len(beside))
	for i, n := range beside {
		names[i] = n.Key()
	}
	p.Reportf(beside[0].KeyPlace(), "this \"match\" of %s has %s, and no \"conditions\": nothing says when it is taken; move it there",
		w.Label(), words.List(names))
}

// hasConditions reports whether a transition holds conditions under a name that the
// catalogue knows as a wrong one of that, or that no other list has.
func hasConditions(t *flow.Transition) bool {
	aliases := schemas.State().Aliases.Transitions
	for key, n := range t.Node.Members() {
		if aliases.Get(key) == "conditions" || key != "conditions" && shape.IsConditions(n) {
			return true
		}
	}
	return false
}
