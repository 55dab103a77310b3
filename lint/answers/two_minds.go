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
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// A Minds is a question for a yes or a no whose two answers have changed places.
type Minds struct {
	Question *flow.Widget
	Yes, No  *reads.Branch
	Told     *flow.Widget // what the yes leads to

	// Does is the step that the no leads to, where the question is whether that shall be done; nil where it is whether
	// there is something else.
	Does *flow.Widget
}

// Mindses are those of a flow: who wants something else is told goodbye and who does not begins anew, or who wants
// something done is told that it was not, and who does not want it gets it.
var Mindses = lint.NewFact(func(d *project.Document) (all []Minds) {
	for _, m := range AllMenus.Of(d) {
		text := effects.ToldBefore(m.Question)
		if !offer.AsksWhatElse(text) && !m.leavesAsItWas() {
			continue // nearly always
		}
		yes, no := m.minds(text)
		if yes == nil || no == nil {
			continue
		}
		found := Minds{Question: m.Question, Yes: yes, No: no, Told: effects.Next(yes.Transition, effects.Tells)}
		if found.Told == nil {
			continue
		}
		if offer.AsksWhatElse(text) && m.partsOnYes(d, &found) {
			all = append(all, found)
		} else if found.Does = m.doneOnNo(&found, text); found.Does != nil {
			all = append(all, found)
		}
	}
	return all
})

// leavesAsItWas reports whether a branch leads to a text which says that nothing was done, and another to a request.
func (m *Menu) leavesAsItWas() bool {
	left, does := false, false
	for _, b := range m.Branches {
		told := effects.Next(b.Transition, effects.Tells)
		left = left || told != nil && offer.LeftAsItWas(effects.Prompt(told).Text())
		does = does || effects.Next(b.Transition, effects.Requests) != nil
	}
	return left && does
}

// minds returns the branches for a yes and for a no to what a menu asks; nil where there is none, or several.
func (m *Menu) minds(text string) (yes, no *reads.Branch) {
	const fewest = 2
	if len(m.Branches) < fewest {
		return nil, nil
	}
	more := offer.AsksWhatElse(text)
	for i := range m.Branches {
		b := &m.Branches[i]
		switch m.mindOf(b, more) {
		case agrees:
			if yes != nil && yes.Transition != b.Transition {
				return nil, nil
			}
			yes = b
		case declines:
			if no != nil && no.Transition != b.Transition {
				return nil, nil
			}
			no = b
		}
	}
	return yes, no
}

// What a branch says to a question for a yes or a no.
const (
	says = iota // neither
	agrees
	declines
)

func (m *Menu) mindOf(b *reads.Branch, more bool) int {
	own := wantedBy(b)
	switch yes, no := slices.ContainsFunc(own, words.IsPlainYes), slices.ContainsFunc(own, words.IsPlainNo); {
	case yes && no:
		return says
	case yes:
		return agrees
	case no:
		return declines
	}
	for _, o := range m.Offers {
		if taken := m.takenBy(o.Answer); taken == nil || taken.Transition != b.Transition {
			continue
		}
		switch purpose := o.Purpose(); {
		case offer.Declines(purpose) || offer.Otherwise(purpose):
			return declines
		case offer.Agrees(purpose) || offer.AsksIfRight(purpose) || more && offer.AsksWhatElse(purpose):
			return agrees
		}
	}
	return says
}

// wantedBy returns the texts that a branch looks for.
func wantedBy(b *reads.Branch) []string {
	if list, ok := b.Comparison.Texts(); ok {
		return list
	}
	return []string{b.Comparison.Value()}
}

// partsOnYes reports whether who wants something else is told a last word, and who does not comes back to a question
// after which the menu is asked again.
func (m *Menu) partsOnYes(d *project.Document, found *Minds) bool {
	loop := d.Flow.LoopOf(m.Question)
	if loop == nil || loop.Has(found.Told) || !effects.IsLastWord(found.Told) {
		return false
	}
	asked := effects.OverIdle(d.Flow, found.No.Transition, near, effects.Tells, effects.Sets)
	return asked != nil && asked != m.Question && effects.ActOf(asked) == effects.Asks && loop.Has(asked) &&
		!offer.Furthers(effects.Prompt(found.Told).Text())
}

// doneOnNo returns the request to which the no leads, when the yes is told that nothing was done, and the question is
// whether that request shall be made: nil where it may as well ask whether all shall be left as it is.
func (m *Menu) doneOnNo(found *Minds, text string) *flow.Widget {
	does := effects.Next(found.No.Transition, effects.Requests)
	if does == nil || effects.LooksUp(does) || words.KeepsRecord(does.Name) ||
		!offer.LeftAsItWas(effects.Prompt(found.Told).Text()) {
		return nil
	}
	wanted, refused := m.purposesOf(found.Yes), m.purposesOf(found.No)
	if offer.LeavesAsItIs(wanted) {
		return nil
	}
	asked := words.In(wanted)
	if strings.TrimSpace(wanted) == "" && !offer.LeavesAsItIs(text) {
		asked = words.In(text)
	}
	for _, part := range append(words.In(does.Name), words.In(lastPart(does))...) {
		if isTopic(part) && twins.Named(part, asked) != "" && twins.Named(part, words.In(refused)) == "" {
			return does
		}
	}
	return nil
}

// purposesOf is what a menu offers a branch for.
func (m *Menu) purposesOf(b *reads.Branch) (all string) {
	for _, o := range m.Offers {
		if taken := m.takenBy(o.Answer); taken != nil && taken.Transition == b.Transition {
			all += " " + o.Purpose()
		}
	}
	return all
}

// lastPart is the last part of the address that a request calls.
func lastPart(w *flow.Widget) string {
	address, _, _ := strings.Cut(w.Property(w.Facts.Request.URL).Text(), "?")
	return address[strings.LastIndexByte(address, '/')+1:]
}
