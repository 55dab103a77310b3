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
)

// A Nameless is a request that stores the answers to several questions, and is given nothing that
// tells whose they are, while another one is given the number of the contact.
type Nameless struct {
	Request, Other *flow.Widget
	Answers        int
}

// NamelessOnes are those of a flow. A request of whose answer something is read looks something up,
// and one that is given a name or an account knows who answered; so may whoever is anonymous on purpose.
var NamelessOnes = lint.NewFact(func(d *project.Document) (all []Nameless) {
	const several = 2
	f := d.Flow
	other := slices.IndexFunc(f.Widgets, func(w *flow.Widget) bool {
		return effects.ActOf(w) == effects.Requests && reads.GivesContact(f, w) && f.Reachable(w)
	})
	if other < 0 {
		return nil
	}
	looked := 0
	for _, w := range f.Widgets {
		if effects.ActOf(w) != effects.Requests || w.Incomplete || w.Facts.Request == nil || !f.Reachable(w) ||
			len(f.OutputRefs(w.Name)) > 0 || len(f.OutputRefs("")) > 0 {
			continue
		}
		asked, only := questionsOf(f, w)
		if !only || len(asked) < several || slices.ContainsFunc(asked, tellsWho) {
			continue
		}
		if looked++; looked > near {
			break // the answers of each are looked for in all others
		}
		if givesSame(f, w, asked) {
			continue
		}
		all = append(all, Nameless{w, f.Widgets[other], len(asked)})
	}
	if len(all) > 0 && slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool { return offer.IsAnonymous(effects.Prompt(w).Text()) }) {
		return nil
	}
	return all
})

// questionsOf returns the questions whose answers a step is given, and whether it is given nothing
// else: what is kept of answers in variables counts as those.
func questionsOf(f *flow.Flow, w *flow.Widget) (asked []*flow.Widget, only bool) {
	add := func(r flow.Ref) bool {
		if r.Root() == "flow" && r.Name(1) == "channel" {
			return true // the number of the flow
		}
		q := reads.Widget(f, r)
		if q == nil || !reads.IsAnswer(f, r) {
			return false
		}
		if !slices.Contains(asked, q) {
			asked = append(asked, q)
		}
		return true
	}
	for _, t := range f.TemplatesOf(w) {
		if !t.Liquid.Readable() {
			return nil, false
		}
		for _, r := range t.Refs() {
			if add(r) {
				continue
			}
			key, ok := reads.VariableOf(f, r)
			if !ok || key == "" || f.Variable(key) == nil || len(f.Variable(key).Writes) == 0 {
				return nil, false
			}
			for _, by := range f.Variable(key).Writes {
				kept := f.TemplateAt(by.Value)
				if kept != nil && !slices.ContainsFunc(kept.Refs(), func(r flow.Ref) bool { return !add(r) }) {
					continue // an answer, or a fixed text
				}
				if kept != nil || strings.Contains(by.Value.Text(), "{") {
					return nil, false
				}
			}
		}
	}
	return asked, true
}

// tellsWho reports whether the answer to a question may tell who a person is.
func tellsWho(w *flow.Widget) bool {
	return offer.AsksWho(w.Name + " " + effects.ToldBefore(w))
}

// givesSame reports whether another step that learns of the answers is given the number, too.
func givesSame(f *flow.Flow, w *flow.Widget, asked []*flow.Widget) bool {
	return slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool {
		return other != w && reads.GivesContact(f, other) && f.Reads(other, func(r flow.Ref) bool {
			q := reads.Widget(f, r)
			return q != nil && slices.Contains(asked, q)
		})
	})
}
