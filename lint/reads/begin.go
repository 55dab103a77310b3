package reads

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// EventsMeant returns the trigger events that fill something that a widget reads. Who reads
// a message means a conversation as well; what the editor writes by itself nobody means.
func EventsMeant(f *flow.Flow, w *flow.Widget) map[string]bool {
	events := map[string]bool{}
	trigger := schemas.LiquidFacts().Root("trigger")
	chat := false
	for _, t := range f.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if Prefilled(r) {
				continue
			}
			for _, event := range FilledBy(*r.Reference) {
				events[event] = true
			}
			chat = chat || r.Root() == "trigger" && IsChat(trigger.Key(r.Name(1)))
		}
	}
	for i := range trigger.Keys {
		if k := &trigger.Keys[i]; chat && IsChat(k) {
			for _, event := range k.Events {
				events[event] = true
			}
		}
	}
	return events
}

// Beginning tells whether something reads what was written in the message that began the
// execution.
var Beginning = lint.NewFact(func(d *project.Document) bool {
	return slices.ContainsFunc(d.Flow.Refs(), func(r flow.Ref) bool {
		if r.Root() != "trigger" {
			return false
		}
		about := About(d.Flow, r)
		return about == nil || !about.Address && !Prefilled(r) && (about.Holds == schemas.HoldsReply ||
			about.Holds == schemas.HoldsMedia || about.Holds == schemas.HoldsMediaCount || len(about.Keys) > 0)
	})
})

// Prefilled reports whether the editor writes such a text by itself: the default of
// the property, or the JSON of a task or message, which it offers filled in.
func Prefilled(r flow.Ref) bool {
	facts := r.Widget.Facts
	if !facts.Known() {
		return true // of a widget that is not known nobody knows that either
	}
	property := facts.Property(r.Property)
	if property == nil {
		return !facts.OpenProperties // Studio ignores it, as unknown-property says
	}
	return property.Format == schemas.FormatJSON || strings.Contains(property.Default, "trigger.")
}

// IsChat reports whether what stands below trigger is a message or a conversation.
func IsChat(k *schemas.Variable) bool {
	return k != nil && (k.Name == "message" || k.Name == "conversation")
}
