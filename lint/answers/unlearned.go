package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/values"
)

// Unlearned are the promises that somebody will come back to a person, on a branch of an answer, where no step
// tells anybody anything of that person: who began the execution otherwise than by a call or a message may
// fetch it from there. So are those in a conversation of which elsewhere agents are told.
var Unlearned = lint.NewFact(func(d *project.Document) (all []Unkept) {
	const far = 24 // texts
	f := d.Flow
	if start := f.Begin(); start == nil || !start.Facts.Starts || f.Entry(flow.ParentEvent) != nil ||
		len(f.Unfollowable()) > 0 || f.HandsOutItself() {
		return nil
	}
	looked := 0
	for _, w := range f.Widgets {
		text, ok := promising(w)
		if !ok || !slices.Contains(promisesOf(f, w), offer.CallBack) {
			continue
		}
		said, ok := offer.Promises(text, offer.CallBack)
		if !ok || !handedOut(f, w) {
			continue
		}
		if looked++; looked > far {
			return all
		}
		chosen := values.AfterChoice(d, w) && !strings.Contains(effects.Prompt(w).Text(), "{%")
		var task *flow.Widget
		if !chosen {
			task = taskElsewhere(f, w)
		}
		if (chosen || task != nil) && !toldOf(d, w) {
			all = append(all, Unkept{By: w, Promise: offer.CallBack, Words: said, Elsewhere: task})
		}
	}
	return all
})

// promising returns what a widget says, with breaks for the tags of Liquid, and whether a promise may be looked for in
// it.
func promising(w *flow.Widget) (text string, ok bool) {
	text = effects.Prompt(w).Text()
	if text == "" || w.Incomplete || w.Facts.TakesMessage {
		return "", false
	}
	if strings.Contains(text, "{%") {
		if strings.Contains(text, "comment") || strings.Contains(text, "capture") || strings.Contains(text, "raw") {
			return "", false
		}
		text = offer.OutsideTags(text)
	}
	return text, true
}

// taskElsewhere returns a step that hands conversations over to agents, where another way from the same beginning
// leads to it than to a widget; nil for none, and where others may begin what comes to the widget.
func taskElsewhere(f *flow.Flow, w *flow.Widget) *flow.Widget {
	for _, e := range f.Entries() {
		if !e.Reaches(w) || e.Channels()&^(flow.Call|flow.Message) == 0 && e.Channels() != 0 {
			continue
		}
		if e.Channels() != flow.Conversation {
			return nil
		}
		for _, task := range f.Widgets {
			if task.Facts.FlexTask != nil && e.Reaches(task) {
				return task
			}
		}
	}
	return nil
}

// toldOf reports whether a step before or after a widget tells somebody else of the person.
func toldOf(d *project.Document, w *flow.Widget) bool { return toldWho.Of(d).Connect(w) }

var toldWho = lint.NewFact(func(d *project.Document) *flow.Some {
	return d.Flow.Some(func(w *flow.Widget) bool { return tellsOfPerson(d.Flow, w) })
})
