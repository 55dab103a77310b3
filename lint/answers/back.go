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
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A Return is a branch of a menu for an answer that is offered in order to go back, and
// that leads into the split of an earlier menu instead of to its question: the split
// still has the answer that led here, and leads here again.
type Return struct {
	Branch  reads.Branch
	Split   *flow.Widget // into which it leads
	Earlier *flow.Widget // the question of that split
	Here    *flow.Widget // the question to which one comes again
}

// Returns are those of a flow.
var Returns = lint.NewFact(func(d *project.Document) []Return {
	menus := Menus.Of(d)
	asked := map[*flow.Widget]*flow.Widget{} // by split: its question
	for _, m := range menus {
		if asked[m.Split] == nil {
			asked[m.Split] = m.Question
		}
	}
	var all []Return
	for _, m := range menus {
		for _, o := range m.Offers {
			for _, b := range m.Branches {
				to := effects.PastSetting(b.Transition)
				earlier := asked[to]
				if earlier == nil || earlier == m.Question || b.Comparison.Holds(strings.ToLower(o.Answer)) != split.Yes {
					continue
				}
				if o.Back() && asks(to, m.Question) {
					all = append(all, Return{b, to, earlier, m.Question})
				}
			}
		}
	}
	return all
})

// asks reports whether a question is the first that comes after a split by one of its
// branches.
func asks(w, question *flow.Widget) bool {
	walk := flow.WalkFrom(w)
	for at := range walk.First(near) {
		for _, t := range at.Transitions {
			if t.To == question {
				return true
			}
			if t.To != nil && (effects.ActOf(t.To) == effects.Tells || effects.ActOf(t.To) == effects.Sets) {
				walk.Add(t.To)
			}
		}
	}
	return false
}

// A Retold is a branch of a menu for an answer that is offered in order to hear something
// again, and that leads to the question alone, while what is to be heard is told before it.
type Retold struct {
	Branch reads.Branch
	Here   *flow.Widget // the question
	Told   *flow.Widget // what comes before it and is not heard again
}

// NotRetold are those of a flow.
var NotRetold = lint.NewFact(func(d *project.Document) []Retold {
	var all []Retold
	for _, m := range AllMenus.Of(d) {
		for _, o := range m.Offers {
			if o.By != m.Question || !o.Retells() {
				continue
			}
			for _, b := range m.Branches {
				if effects.PastSetting(b.Transition) == m.Question && b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes {
					if told := toldOnce(m); told != nil {
						all = append(all, Retold{b, m.Question, told})
					}
					break
				}
			}
		}
	}
	return all
})

// toldOnce returns what is told right before a menu that only names its choices, to which
// nothing in the menu leads back; nil when there is none, or more than one.
func toldOnce(m *Menu) (told *flow.Widget) {
	const short = 60 // bytes before the first choice: no more than a word of welcome
	text := effects.ToldBefore(m.Question)
	if i := strings.Index(text, m.Offers[0].Answer); i < 0 || i > short {
		return nil
	}
	for _, t := range effects.Into(m.Question) {
		switch {
		case t.From.Facts.Dialog != schemas.DialogTells, slices.ContainsFunc(effects.Into(t.From), func(t *flow.Transition) bool {
			return t.Facts.Kind == schemas.KindNoMatch || t.Facts.Kind == schemas.KindTimeout
		}):
		case told != nil || len(offer.In(effects.Prompt(t.From).Text())) > 0:
			return nil
		default:
			told = t.From
		}
	}
	return told
}

// mayLeadBack reports whether a widget asks anew, or something after it leads to a question, or may.
func mayLeadBack(f *flow.Flow, to, question *flow.Widget) bool {
	act := effects.ActOf(to)
	return act == effects.Anything || act == effects.RunsFlow || act == effects.HandsOver && to.Facts.Transfer == nil && to.Facts.FlexTask == nil ||
		act == effects.Asks || f.CanPrecede(to, question)
}

// tellsAnswer reports whether a question tells what was answered to another one, before it.
func tellsAnswer(f *flow.Flow, w *flow.Widget) bool {
	t := f.TemplateAt(effects.Prompt(w))
	return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
		asked := reads.Widget(f, r)
		return asked != nil && asked != w && reads.IsAnswer(f, r)
	})
}

// comesFirst reports whether an execution may come to a question before any other.
func comesFirst(question *flow.Widget) bool {
	walk := flow.WalkFrom(question)
	for at := range walk.All() {
		for _, t := range at.In {
			if t.From.Facts.Starts {
				return true
			}
			if effects.ActOf(t.From) != effects.Asks {
				walk.Add(t.From)
			}
		}
	}
	return false
}

// leadsNotBack reports whether a branch that is offered to go back to an earlier menu leads to the
// menu where it is offered, though another one comes before that, or to where nothing is asked.
func (m *Menu) leadsNotBack(d *project.Document, b *reads.Branch) bool {
	to := effects.PastSetting(b.Transition)
	switch {
	case to == nil:
		return false
	case to == m.Question:
		return !comesFirst(m.Question) && slices.ContainsFunc(Menus.Of(d), func(earlier *Menu) bool {
			return earlier.Question != m.Question && slices.ContainsFunc(earlier.Branches, func(b reads.Branch) bool {
				return effects.Over(b.Transition, 3, effects.Tells, effects.Sets) == m.Question
			})
		})
	}
	return effects.ActOf(to) == effects.Tells && onlyTells(to)
}

// onlyTells reports whether nothing but words comes from a widget on.
func onlyTells(w *flow.Widget) bool {
	const far = 6
	for range far {
		if act := effects.ActOf(w); act != effects.Tells && act != effects.Sets || len(w.Transitions) == 0 {
			return false
		}
		t := w.Transitions[0]
		if t.Ends() {
			return true
		}
		if w = t.Meant; w == nil {
			return false
		}
	}
	return false
}

// A Stray is a branch of a menu for an answer that is offered in order to hear or to answer
// something once more, and from which no way leads to the question any more; or to go back to an
// earlier menu, where none comes; or to enter something again, and that tells the same again.
type Stray struct {
	Branch  reads.Branch
	Purpose string
	Here    *flow.Widget // the question where it is offered
}

// Strays returns those of a flow.
func Strays(d *project.Document) []Stray {
	var all []Stray
	for _, m := range Menus.Of(d) {
		for _, o := range m.Offers {
			returns, reenters, restarts := o.Returns(), o.Reenters(), o.Restarts()
			if o.By != m.Question || !returns && !reenters && !restarts {
				continue
			}
			b := m.takenBy(o.Answer)
			if b == nil || effects.PastSetting(b.Transition) == nil {
				continue
			}
			to := effects.PastSetting(b.Transition)
			if returns && m.leadsNotBack(d, b) || reenters && to == m.Question && tellsAnswer(d.Flow, m.Question) ||
				restarts && to != m.Question && !mayLeadBack(d.Flow, to, m.Question) {
				all = append(all, Stray{*b, o.Purpose(), m.Question})
			}
		}
	}
	return all
}
