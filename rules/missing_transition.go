package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "missing-transition", Title: "An event of the widget has no transition at all",
		Group: finding.Wiring, Severity: finding.Note, Fix: finding.SafeFix,
		Doc: `Finds an event that the widget raises and that none of its transitions names.
When it comes, Studio ignores it (warning 81002) and the execution stays in the
widget: the caller hears silence, the chat is stuck. A transition without "next"
is another thing: it ends the execution.

Twilio's editor writes every event, so a missing one was usually lost by hand.
Events that older exports leave out, and those of the trigger, are not asked for;
nor is anything where one event stands twice (duplicate-transition), since one of
the two was probably meant for the missing one.

Widgets of one type that lack the same are one finding. Add {"event": "…"}, with "next" if it should go on.`,
	},
	Check: func(p *lint.Pass) {
		alike := map[string]*finding.Diagnostic{} // by type and events
		for _, w := range p.Flow.Widgets {
			known := w.Facts
			if !known.Known() || w.Facts.Starts || w.Incomplete {
				continue
			}
			if known.OpenEvents || w.Repeats() || shape.Lacks(p, w.Node, "transitions") {
				continue
			}
			missing := missingAt(p, w)
			if len(missing) == 0 {
				continue
			}
			kind := w.Facts.Type + " " + strings.Join(missing, " ")
			if d := alike[kind]; d != nil {
				d.Also(w, w.Label()+" has none either")
				d.SuggestMore(true, "Add them, to end the execution there", added(w.Node.Get("transitions"), missing)...)
				continue
			}
			one := "that event comes"
			if len(missing) > 1 {
				one = "one of them comes"
			}
			d := p.Reportf(w, "%s has no transition for %s: when %s, the flow stays here (81002); add it",
				w.Label(), words.List(missing), one)
			d.Identify(w.Label()).SuggestMore(true, "Add it, to end the execution there", added(w.Node.Get("transitions"), missing)...)
			alike[kind] = d
		}
	},
})

// missingAt returns the events that none of a widget's transitions names, nor was meant to name.
func missingAt(p *lint.Pass, w *flow.Widget) (missing []string) {
	for _, e := range w.Facts.Events {
		if !e.Optional && e.Kind != schemas.KindBranch && w.On(e.Name) == nil {
			missing = append(missing, e.Name)
		}
	}
	sound := 0
	for _, t := range w.Transitions {
		if shape.Sound(p, t.EventNode) {
			sound++
			continue
		}
		meant, certain := eventMeant(w, t)
		if !certain || w.On(meant) != nil {
			return nil // perhaps one that is missing, as where one event stands twice
		}
		missing = slices.DeleteFunc(missing, func(event string) bool { return event == meant })
	}
	if sound < len(w.Transitions) && sound == 0 {
		return nil // perhaps it is the type that is wrong
	}
	return missing
}

// eventMeant returns the event for which one stands that a widget does not raise, "" when it stands
// for none, and whether that is certain.
func eventMeant(w *flow.Widget, t *flow.Transition) (event string, certain bool) {
	a := w.Facts.Aliases
	if !t.EventNode.IsString() {
		return "", false
	}
	if event = a.Events.Get(t.Event); event != "" || a.Hints.Get(t.Event) != "" {
		return event, true
	}
	event = words.Nearest(t.Event, w.Facts.EventNames())
	return event, event != ""
}

// added returns the edits that add a transition without next for each of some events.
func added(list source.Node, events []string) []source.Edit {
	var edits []source.Edit
	for _, event := range events {
		edits = append(edits, list.Insert(list.Len(), source.Members{{Name: "event", Value: source.Text(event)}}))
	}
	return edits
}
