package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/twins"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// A course is what comes on a branch before a person is asked again, or after which it is in other
// hands: the widgets, the words that are said there, and those that are kept, passed on or names.
type course struct {
	widgets    []*flow.Widget
	said, kept []string
}

// courseOf follows a branch up to what also comes on the other one.
func courseOf(p *lint.Pass, t *flow.Transition, other []*flow.Widget) (c course) {
	const far = 4
	for range far {
		w := effects.PastIdle(p.Flow, t)
		if w == nil || slices.Contains(c.widgets, w) || slices.Contains(other, w) {
			break
		}
		act := effects.ActOf(w)
		if act == effects.Splits || act == effects.Anything || act == effects.Begins {
			break
		}
		if other == nil {
			c.widgets = append(c.widgets, w)
		} else {
			c.add(p, w)
		}
		if act == effects.Asks || act == effects.HandsOver || act == effects.RunsFlow {
			break
		}
		t = w.Onward()
	}
	return c
}

// lengthen adds what comes later on a branch, after other questions, too, and on no other way.
func (c *course) lengthen(p *lint.Pass, t *flow.Transition) {
	const far = 40
	first := effects.PastIdle(p.Flow, t)
	if first == nil {
		return
	}
	walk := flow.WalkFrom(first)
	for w := range walk.First(far) {
		if w != first && !p.Flow.HasRun(first, w) {
			continue
		}
		if !slices.Contains(c.widgets, w) {
			c.add(p, w)
		}
		walk.AddNext(w)
	}
}

// add adds a widget and its words.
func (c *course) add(p *lint.Pass, w *flow.Widget) {
	said, kept := twins.Content(p.Document, w)
	c.widgets = append(c.widgets, w)
	c.said = append(c.said, said...)
	c.kept = append(append(c.kept, kept...), words.In(w.Name)...)
}

// has returns the first of some words that is said or kept on a course, and whether it is kept; "" for none.
func (c *course) has(all []string) (word string, kept bool) {
	for _, word := range all {
		if twins.Named(word, c.kept) != "" {
			return word, true
		}
	}
	for _, word := range all {
		if twins.Named(word, c.said) != "" {
			return word, false
		}
	}
	return "", false
}

// tells returns the words that a branch stands for and another does not.
func (m *meaning) tells(other *meaning) []string {
	var all []string
	for _, word := range m.words {
		if len(word) > 2 && !words.IsSmall(word) && !words.IsCommonName(word) && twins.Named(word, other.words) == "" && !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return all
}

// checkSwapped reports the first two branches of a split of which each leads to what the other one stands
// for, by what is said, kept or passed on there, and has no word of its own. It reports true when there
// are such.
func checkSwapped(p *lint.Pass, all []meaning) bool {
	const most = 12 // branches that are compared
	all = all[:min(len(all), most)]
	for i := range all {
		for j := i + 1; j < len(all); j++ {
			a, b := &all[i], &all[j]
			if a.branch.Transition.Meant == b.branch.Transition.Meant {
				continue
			}
			ofA, ofB := a.tells(b), b.tells(a)
			if len(ofA) == 0 || len(ofB) == 0 {
				continue
			}
			if reportSwapped(p, [2]*meaning{a, b}, ofA, ofB) {
				return true
			}
		}
	}
	return false
}

func reportSwapped(p *lint.Pass, pair [2]*meaning, ofA, ofB []string) bool {
	a, b := pair[0].branch.Transition, pair[1].branch.Transition
	asks := values.AsksPerson.Of(p)[a.From.Index]
	onA := courseOf(p, a, courseOf(p, b, nil).widgets)
	toB, _ := onA.has(ofB)
	if toB == "" {
		return false // nearly always
	}
	onB := courseOf(p, b, courseOf(p, a, nil).widgets)
	toA, _ := onB.has(ofA)
	if toA == "" && asks {
		onA.lengthen(p, a)
		onB.lengthen(p, b)
	}
	shared := func(word string) bool {
		onlyA, _ := onA.has([]string{word})
		onlyB, _ := onB.has([]string{word})
		return onlyA != "" && onlyB != ""
	}
	ofA, ofB = slices.DeleteFunc(ofA, shared), slices.DeleteFunc(ofB, shared)
	ownA, _ := onA.has(ofA)
	ownB, _ := onB.has(ofB)
	toB, keptB := onA.has(ofB)
	toA, keptA := onB.has(ofA)
	if ownA != "" || ownB != "" || toA == "" || toB == "" || !(keptA && keptB) && !asks {
		return false
	}
	d := p.Reportf(a.NextNode, "%s%s leads to %s, which is about %s, and %s%s to %s, about %s; exchange the two if that is not meant",
		pair[0].branch.Words(), pair[0].as(toA), reads.Target(a), words.Quote(toB), pair[1].branch.Words(), pair[1].as(toB), reads.Target(b), words.Quote(toA)).
		Relate(b.NextNode, "the other branch").As(finding.Note)
	if keptA && keptB {
		d.As(finding.Warning)
	}
	return true
}
