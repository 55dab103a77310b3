package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A Mention is a figure that a step tells, or sends or keeps under a name.
type Mention struct {
	Widget *flow.Widget
	Place  source.Place
	Said   string // as it is written
	Told   bool   // a person hears or reads it

	figure         offer.Figure
	key            string
	text, sentence string
}

// A Contradiction is a figure of a step that is another one than a step tells beside it of the same.
type Contradiction struct {
	Odd, Other Mention
	Measure    offer.Measure
}

// Contradictions returns those of a flow: between what a question offers, what is sent or kept for the answer that
// takes it, and what is told then.
func Contradictions(d *project.Document) (all []Contradiction) {
	add := func(question *flow.Widget, t *flow.Transition) {
		for _, c := range contradicted(d, question, ledBy(d, question, t)) {
			if !slices.ContainsFunc(all, func(other Contradiction) bool {
				return other.Odd.Widget == c.Odd.Widget && other.Measure == c.Measure
			}) {
				all = append(all, c)
			}
		}
	}
	for _, m := range AllMenus.Of(d) {
		if t := m.committing(); t != nil {
			add(m.Question, t)
		}
	}
	for _, w := range d.Flow.Widgets {
		if w.Facts.Request == nil || !d.Flow.Reachable(w) {
			continue
		}
		if t := w.OnKind(schemas.KindSuccess); t != nil && tellsFigure(t) {
			for _, c := range contradicted(d, nil, append([]*flow.Widget{w}, ledBy(d, nil, t)...)) {
				if !slices.ContainsFunc(all, func(other Contradiction) bool {
					return other.Measure == c.Measure &&
						(other.Odd.Widget == c.Odd.Widget || other.Odd.Widget == c.Other.Widget)
				}) {
					all = append(all, c)
				}
			}
		}
	}
	return all
}

// tellsFigure is a quick look for a figure in what is told next.
func tellsFigure(t *flow.Transition) bool {
	w := effects.PastSetting(t)
	for range 2 { // a log between
		if w == nil || effects.ActOf(w) != effects.Requests {
			break
		}
		w = effects.PastSetting(w.OnKind(schemas.KindSuccess))
	}
	return w != nil && effects.ActOf(w) == effects.Tells && len(offer.Figures(effects.Prompt(w).Text())) > 0
}

// committing returns the branch by which a person takes what a question offers, when it names a figure: the one for a
// yes, or the only one of a few that leads to a request.
func (m *Menu) committing() (only *flow.Transition) {
	const few = 4
	text := effects.Prompt(m.Question).Text()
	if len(offer.Figures(text)) == 0 && !offer.IsFree(text) {
		return nil
	}
	for _, b := range m.Branches {
		if m.IsYes(b) {
			return b.Transition
		}
	}
	if len(m.Branches) > few {
		return nil
	}
	for _, b := range m.Branches {
		to := effects.PastSetting(b.Transition)
		if to == nil || to.Facts.Request == nil || only == b.Transition {
			continue
		}
		if only != nil {
			return nil
		}
		only = b.Transition
	}
	return only
}

// ledBy returns the steps after a transition, up to the second text or what asks or decides something.
func ledBy(d *project.Document, question *flow.Widget, t *flow.Transition) (steps []*flow.Widget) {
	const most, texts = 8, 2
	told := 0
	for len(steps) < most && told < texts && t != nil {
		w := t.Meant
		if w == nil || w == question || slices.Contains(steps, w) {
			return steps
		}
		switch effects.ActOf(w) {
		case effects.Sets:
			t = w.OnKind(schemas.KindAlways)
		case effects.Requests:
			t = w.OnKind(schemas.KindSuccess)
		case effects.Tells:
			if effects.HeardBy(d.Flow, w) != effects.Contact {
				return steps
			}
			told++
			t = w.Onward()
		default:
			return steps
		}
		steps = append(steps, w)
	}
	return steps
}

// contradicted returns what contradicts each other among a question and the steps after it.
func contradicted(d *project.Document, question *flow.Widget, steps []*flow.Widget) (all []Contradiction) {
	for _, m := range [...]*measured{&sums, &lapses, &times} {
		if c, ok := m.compare(d, question, steps); ok {
			all = append(all, c)
		}
	}
	return all
}

// compare finds the figure that is another one than those beside it: of three that of which the others differ, of two
// what is sent, or else the later one.
func (m *measured) compare(
	d *project.Document, question *flow.Widget, steps []*flow.Widget,
) (c Contradiction, ok bool) {
	var offered Mention
	if question != nil {
		offered, _ = m.told(question)
	}
	told, kept := m.after(d, steps)
	if offered.Widget == nil && told.Widget == nil {
		return c, false
	}
	c.Measure = offered.figure.Measure
	both := offered.Widget != nil && told.Widget != nil
	switch {
	case both && offered.figure.Amount != told.figure.Amount && m.same(&offered, &told):
		c.Odd, c.Other = told, offered
		if kept.Widget != nil && m.equal(&kept, &told) {
			c.Odd, c.Other = offered, told
		}
		return c, true
	case m.differ(&kept, &offered):
		c.Odd, c.Other = kept, offered
		return c, true
	case m.differ(&kept, &told) && (offered.Widget == nil || !m.equal(&kept, &offered)):
		c.Odd, c.Other, c.Measure = kept, told, told.figure.Measure
		return c, true
	}
	return c, false
}

// after returns the first figure that is told after an answer, and the first that is sent or kept.
func (m *measured) after(d *project.Document, steps []*flow.Widget) (told, kept Mention) {
	for _, w := range steps {
		tells := effects.ActOf(w) == effects.Tells
		switch {
		case tells && told.Widget == nil && !strings.Contains(effects.Prompt(w).Text(), "?"):
			told, _ = m.told(w)
		case !tells && kept.Widget == nil:
			kept, _ = m.kept(d, w)
		}
	}
	return told, kept
}

// differ reports whether a figure that is sent or kept is certainly another one than that which is told.
func (m *measured) differ(kept, told *Mention) bool {
	return kept.Widget != nil && told.Widget != nil && m.comparable(kept, told) && !m.equal(kept, told)
}
