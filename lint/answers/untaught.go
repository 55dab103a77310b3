package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// An Untaught is a call that is handed over as a task without attributes, after a question whose
// answer nothing but splits and prompts read: whoever takes the call does not learn it.
type Untaught struct {
	Agent      *flow.Widget
	Attributes string // the property
	Question   *flow.Widget
}

// UntaughtAgents are those of a flow, one an agent. In a chat the agent reads the answers.
var UntaughtAgents = lint.NewFact(func(d *project.Document) []Untaught {
	if !slices.ContainsFunc(d.Flow.Widgets, func(w *flow.Widget) bool { return bareAttributes(w) != "" }) || !known.Of(d).ok {
		return nil
	}
	lost := LostChoices.Of(d)
	var all []Untaught
	agents := 0 // for each, all questions are looked at
	for _, w := range d.Flow.Widgets {
		attributes := bareAttributes(w)
		if attributes == "" || !d.Flow.Reachable(w) || agents == near {
			continue
		}
		agents++
		if q := questionFor(d, w); q != nil && shape.Clear(d, q, w) && !shape.MayRead(d, q) && !slices.ContainsFunc(lost, func(l Lost) bool { return l.To == w }) {
			all = append(all, Untaught{w, attributes, q})
		}
	}
	return all
})

// bareAttributes returns the property for the attributes of a task that a widget makes without
// any; "" for every other widget.
func bareAttributes(w *flow.Widget) string {
	if w.Facts.Dialog != schemas.DialogHandsOver {
		return ""
	}
	name, makesTask := "", false
	for i := range w.Facts.Properties {
		switch f := &w.Facts.Properties[i]; {
		case f.Format == "json-object":
			if n := w.Property(f.Name); n.Exists() &&
				(!n.IsString() || strings.Trim(n.Text(), "{} \t\r\n") != "") ||
				shape.PropertyInstead(w, f.Name).Exists() {
				return ""
			}
			name = f.Name
		case slices.Contains(f.SID, "WW"):
			makesTask = w.Property(f.Name).Text() != ""
		}
	}
	if !makesTask {
		return "" // a queue without tasks
	}
	return name
}

// questionFor returns a question on a call whose answer an agent has to ask for again: one for a
// name or a number, or a menu of which two choices lead to him; nil when there is none, or
// something on the way may pass the answers on.
func questionFor(d *project.Document, agent *flow.Widget) *flow.Widget {
	unread := Unread.Of(d)
	for _, w := range d.Flow.Widgets {
		if !Asks(w) || w.Needs() != schemas.NeedsCall || unread[w.Index] || d.Flow.Only(w.Name) != w ||
			!d.Flow.CanPrecede(w, agent) || !onlyDecides(d.Flow, w) {
			continue
		}
		text := effects.ToldBefore(w)
		n, _ := offer.Digits(text)
		if len(offer.In(text)) == 0 && (n > 1 || offer.AsksForData(text) || offer.AsksNumber(text)) &&
			choicesBefore(d, w, agent, d.Flow.CanPrecede) > 0 ||
			choicesBefore(d, w, agent, func(*flow.Widget, *flow.Widget) bool { return false }) > 1 {
			return w
		}
	}
	return nil
}

// onlyDecides reports whether nothing but splits and what is said read the answer to a question.
func onlyDecides(f *flow.Flow, w *flow.Widget) bool {
	for r := range reads.UsesOf(f, w) {
		if act := effects.ActOf(r.Widget); act != effects.Splits && act != effects.Tells && act != effects.Asks {
			return false
		}
	}
	return true
}

// choicesBefore returns how many branches for the answer to a question lead to an agent, at once or
// after a word, or as leads tells.
func choicesBefore(d *project.Document, question, agent *flow.Widget, leads func(from, to *flow.Widget) bool) int {
	lead := 0
	for _, menus := range [][]Menu{Menus.Of(d), SpokenMenus.Of(d)} {
		for i := range menus {
			if menus[i].Question != question {
				continue
			}
			n := 0
			var last *flow.Transition
			for _, b := range menus[i].Branches {
				to := b.Transition.Meant
				if b.Transition != last && to != nil && (after(to, effects.Tells) == agent || leads(to, agent)) {
					n++
				}
				last = b.Transition
			}
			lead = max(lead, n)
		}
	}
	return lead
}
