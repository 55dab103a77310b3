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
				earlier := asked[b.Transition.To]
				if earlier == nil || earlier == m.Question || b.Comparison.Holds(strings.ToLower(o.Answer)) != split.Yes {
					continue
				}
				if o.Back() && asks(b.Transition.To, m.Question) {
					all = append(all, Return{b, b.Transition.To, earlier, m.Question})
				}
			}
		}
	}
	return all
})

// asks reports whether a question is the first that comes after a split by one of its
// branches.
func asks(w, question *flow.Widget) bool {
	seen := map[*flow.Widget]bool{w: true}
	for queue := []*flow.Widget{w}; len(queue) > 0 && len(seen) < near; queue = queue[1:] {
		for _, t := range queue[0].Transitions {
			if t.To == question {
				return true
			}
			if t.To != nil && !seen[t.To] && t.To.Facts.Dialog == schemas.DialogTells {
				seen[t.To] = true
				queue = append(queue, t.To)
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
	for _, menus := range [][]Menu{Menus.Of(d), SpokenMenus.Of(d)} {
		for i := range menus {
			m := &menus[i]
			for _, o := range m.Offers {
				if o.By != m.Question || !o.Retells() {
					continue
				}
				for _, b := range m.Branches {
					if b.Transition.To == m.Question && b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes {
						if told := toldOnce(m); told != nil {
							all = append(all, Retold{b, m.Question, told})
						}
						break
					}
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
	text := effects.Prompt(m.Question).Text()
	if i := strings.Index(text, m.Offers[0].Answer); i < 0 || i > short {
		return nil
	}
	for _, t := range m.Question.In {
		switch {
		case t.From.Facts.Dialog != schemas.DialogTells, slices.ContainsFunc(t.From.In, func(t *flow.Transition) bool {
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

// A Stray is a branch of a menu for an answer that is offered in order to hear or to answer
// something once more, and from which no way leads to the question any more.
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
			if o.By != m.Question || !o.Restarts() {
				continue
			}
			b := m.takenBy(o.Answer)
			if b == nil || b.Transition.Meant == nil || b.Transition.Meant == m.Question {
				continue
			}
			to := b.Transition.Meant
			if act := effects.ActOf(to); act == effects.Anything || act == effects.RunsFlow || act == effects.HandsOver && to.Facts.Transfer == nil && to.Facts.FlexTask == nil ||
				act == effects.Asks || d.Flow.CanPrecede(to, m.Question) {
				continue
			}
			all = append(all, Stray{*b, o.Purpose(), m.Question})
		}
	}
	return all
}
