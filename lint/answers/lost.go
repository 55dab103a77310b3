package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A Lost is a menu whose choice makes no difference beyond what is said next: all ways
// lead on to the same widget, which hands the person over or works for him, and nothing reads
// which answer it was.
type Lost struct {
	Menu
	To *flow.Widget
}

// LostChoices are those of a flow.
var LostChoices = lint.NewFact(func(d *project.Document) []Lost {
	if !known.Of(d).ok {
		return nil
	}
	var all []Lost
	for _, m := range AllMenus.Of(d) {
		if to := comeTogether(m); to != nil && !readBeside(d.Flow, m) &&
			!(to.Facts.FlexTask != nil && m.Question.Needs() == schemas.NeedsMessage) {
			all = append(all, Lost{*m, to})
		}
	}
	return all
})

// Unfinished are the branches of a flow's menus that repeat what was chosen and end, nothing
// more, while another branch of the same menu leads on to a step that does something.
var Unfinished = lint.NewFact(func(d *project.Document) []*flow.Transition {
	var all []*flow.Transition
	for _, m := range AllMenus.Of(d) {
		if !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return leadsToWork(d.Flow, b.Transition) }) {
			continue
		}
		for _, b := range m.Branches {
			if onlyEchoes(d.Flow, b.Transition) && !slices.Contains(all, b.Transition) {
				all = append(all, b.Transition)
			}
		}
	}
	return all
})

// leadsToWork reports whether a branch leads to more than words.
func leadsToWork(f *flow.Flow, t *flow.Transition) bool {
	const steps = 3
	w := effects.OverIdle(f, t, steps, effects.Tells)
	return w != nil && effects.ActOf(w) != effects.Splits && effects.ActOf(w) != effects.Sets
}

// onlyEchoes reports whether a branch leads to a text that repeats the choice, and ends there.
func onlyEchoes(f *flow.Flow, t *flow.Transition) bool {
	w := effects.Next(t, effects.Tells)
	if w == nil {
		return false
	}
	on := w.Onward()
	return on != nil && on.Ends() && offer.Echoes(f.Plain(effects.Prompt(w)))
}

// comeTogether returns the widget to which all branches of a menu lead, two that say
// something of their own among them; nil when there is none.
func comeTogether(m *Menu) (to *flow.Widget) {
	var own []*flow.Widget // what is said on the way
	for _, b := range m.Branches {
		first := b.Transition.Meant
		end := after(first, effects.Tells)
		if end == nil || to != nil && end != to {
			return nil
		}
		to = end
		if first != end && !slices.Contains(own, first) {
			own = append(own, first)
		}
	}
	if len(own) < 2 || to == m.Question {
		return nil
	}
	if act := effects.ActOf(to); act == effects.HandsOver || act == effects.Requests || to.Facts.TakesMessage {
		return to
	}
	return nil
}

// after returns what comes after at most a few widgets that do one thing only, such as say
// something.
func after(w *flow.Widget, act effects.Act) *flow.Widget {
	const most = 3
	return effects.Past(w, most, act)
}

// readBeside reports whether anything but the splits of a menu reads what its question has
// stored, or something else than the question leads to those splits.
func readBeside(f *flow.Flow, m *Menu) bool {
	splits := map[*flow.Widget]bool{}
	for _, b := range m.Branches {
		splits[b.Transition.From] = true
	}
	for r := range reads.UsesOf(f, m.Question) {
		if !splits[r.Widget] {
			return true
		}
	}
	return false
}
