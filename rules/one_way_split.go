package rules

import "studiolint/lint"

var _ = add(lint.Rule{
	ID: "one-way-split", Title: "Every branch of a split leads to the same place",
	Group: lint.Splits, Severity: lint.Note,
	Doc: `Finds a Split Based On widget all of whose branches lead to the same widget, or all
of which end the execution: it decides nothing. Often one of the branches was to
lead elsewhere and was never connected.

Connect the branches, or remove the widget.`,
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if w.Type != splitType || len(w.Transitions) < 2 || !p.Flow.Reachable(w) {
				continue
			}
			first := w.Transitions[0]
			same := true
			for _, t := range w.Transitions {
				same = same && t.Next == first.Next && (t.Next != "" || ends(t)) && !isPlaceholder(p, t.NextNode)
			}
			switch {
			case !same:
			case first.Next == "":
				p.Reportf(w, "every branch of %s ends the execution, so it decides nothing; connect its branches, or remove it", widgetName(w))
			default:
				p.Reportf(w, "every branch of %s leads to %s, so it decides nothing; connect its branches, or remove it", widgetName(w), quote(first.Next))
			}
		}
	},
})
