package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "initial-state", Title: "The flow does not begin at its trigger",
		Group: finding.Wiring, Severity: finding.Error, Fix: finding.SometimesFix, Varies: "warning when the widget is not the trigger", Rejected: true,
		Doc: `Finds an "initial_state" that is the name of no widget: Twilio refuses the
definition (error 81022, "must match a widget name").

When it names a widget that is not the trigger, Twilio takes the flow, but calls
and messages do not come in by the trigger's events. That is a warning.

Write the name of the widget of type "trigger", which is "Trigger" in flows that
Twilio's editor made.`,
	},
	Check: func(p *lint.Pass) {
		n := p.Flow.Initial
		if !shape.Sound(p, n) || len(p.Flow.Widgets) == 0 || p.Flow.Unread() || shape.IsPlaceholder(p, n) {
			return // what it names cannot be told
		}
		name := n.Text()
		trigger := p.Flow.Trigger()
		w := p.Flow.Widget(name)
		switch {
		case w == nil && (trigger == nil || trigger.Name == "") && slices.ContainsFunc(p.Flow.Widgets, lostName):
			return // it is perhaps the name that a widget has lost
		case w == nil:
			hint := "add a widget of type \"trigger\" and write its name"
			if trigger != nil && trigger.Name != "" {
				hint = "write " + words.Quote(trigger.Name) + ", the trigger"
			} else if trigger != nil {
				hint = "give that name to the trigger"
			} else if near := words.Nearest(name, p.Flow.Names()); near != "" {
				hint = "did you mean " + words.QuoteBeside(near, name) + "?"
			}
			d := p.Reportf(n, "the flow begins at %s, but no widget has that name; %s", words.Quote(name), hint).
				Says(p.Document.PropertyPath(n), "must match a widget name")
			if trigger != nil {
				d.SuggestName(true, trigger.Name, n.SetText(trigger.Name))
			}
		case !w.Facts.Starts && w.Facts.Known():
			hint := "add a trigger and begin there"
			if trigger != nil {
				hint = "write " + words.Quote(trigger.Name)
			}
			d := p.Reportf(n, "the flow begins at %s, which is no trigger, so no call or message comes in; %s", words.Quote(name), hint).
				As(finding.Warning)
			if trigger != nil {
				d.SuggestName(false, trigger.Name, n.SetText(trigger.Name))
			}
		}
	},
})

// lostName reports whether a widget has no name, although it needs one or has the
// member. Only a trigger may go without.
func lostName(w *flow.Widget) bool {
	return w.Name == "" && (!w.Facts.Starts || w.Node.Get("name").Exists())
}
