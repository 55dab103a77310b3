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
		ID: "dangling-transition", Title: "A transition leads to a widget that does not exist",
		Group: finding.Wiring, Severity: finding.Error, Fix: finding.SometimesFix, Rejected: true, Legacy: true,
		Varies: "warning in an export of the first editor",
		Doc: `Finds a "next" that is the name of no widget. Names are case-sensitive.

Twilio refuses such a definition (error 81022, "must match a widget name"). In an export of the first
editor (legacy-format), where "next" is the SID of a state, nobody knows what it does.

Write the name of a widget of this flow: the one that is spelt nearly alike, or, when
there is none and nothing leads to just one widget, that one. To end the branch, leave "next" out.`,
	},
	Check: func(p *lint.Pass) {
		if p.Flow.Unread() {
			return // a name may be that of a state which cannot be read
		}
		if p.Flow.Legacy {
			reportLostSIDs(p)
			return
		}
		var names []string
		for t := range p.Flow.Transitions() {
			if !t.Dangling() || shape.IsPlaceholder(p, t.NextNode) {
				continue
			}
			hint := `write the name of a widget, or leave "next" out to end here`
			switch {
			case t.Meant != nil && t.Meant.Name == "":
				continue // the widget has lost its name
			case t.Meant != nil && lost(t.Meant) && words.Nearest(t.Next, []string{t.Meant.Name}) == "":
				hint = "did you mean " + words.QuoteBeside(t.Meant.Name, t.Next) + ", which nothing leads to?"
			case t.Meant != nil:
				hint = "did you mean " + words.QuoteBeside(t.Meant.Name, t.Next) + "?"
			}
			d := p.Reportf(t.NextNode, "%s goes to %s on %s, but no widget has that name; %s",
				t.From.Label(), words.Quote(t.Next), words.Quote(t.Event), hint).
				Says(p.Document.PropertyPath(t.NextNode), "must match a widget name")
			if t.Meant != nil {
				if names == nil {
					names = p.Flow.Names()
				}
				d.SuggestName(isOnlyOne(p.Flow, names, t.Next, t.Meant), t.Meant.Name, t.NextNode.SetText(t.Meant.Name))
			}
		}
	},
})

// reportLostSIDs reports the transitions of an export of the first editor that lead to the SID of no state. Where
// no state has a SID, somebody has taken them all out.
func reportLostSIDs(p *lint.Pass) {
	if !slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool { return words.IsSID(w.Node.Get("sid").Text()) }) {
		return
	}
	for t := range p.Flow.Transitions() {
		if t.Dangling() && !shape.IsPlaceholder(p, t.NextNode) {
			p.Reportf(t.NextNode, "%s goes to %s on %s, but no state has that SID; lead it to one that there is, or end there",
				t.From.Label(), words.Quote(t.Next), words.Quote(t.Event)).As(finding.Warning)
		}
	}
}

// isOnlyOne reports whether a name that no widget has is surely that of one, misspelt: no
// other is as near, and it differs in case or marks alone, or nothing leads there.
func isOnlyOne(f *flow.Flow, names []string, name string, meant *flow.Widget) bool {
	for _, other := range names {
		if other != meant.Name && words.IsSlip(name, other) {
			return false
		}
	}
	if words.SameLetters(name, meant.Name) {
		return true
	}
	for t := range f.Transitions() {
		if t.Next == meant.Name {
			return false
		}
	}
	return words.IsSlip(name, meant.Name)
}

// lost reports whether only wrong names lead to a widget.
func lost(w *flow.Widget) bool {
	for _, t := range w.In {
		if !t.Dangling() {
			return false
		}
	}
	return true
}
