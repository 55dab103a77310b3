package answers

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// A Numberless is a question without a number in its text or its branches, before which, when it comes
// again, a text asks for the number of an answer.
type Numberless struct {
	Question, Told *flow.Widget
	Said           string
}

// Numberlesses are those of a flow.
var Numberlesses = lint.NewFact(func(d *project.Document) (all []Numberless) {
	for _, w := range d.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells {
			continue
		}
		said, ok := offer.AsksForItsNumber(effects.Prompt(w).Text())
		if !ok {
			continue // nearly always
		}
		if question := askedNext(w); question != nil && d.Flow.SameLoop(w, question) && d.Flow.Reachable(w) && isWithoutNumbers(d, question) {
			all = append(all, Numberless{question, w, said})
		}
	}
	return all
})

// askedNext returns the question that comes next after a widget, over steps that nobody notices; nil
// when there is none, or more than one.
func askedNext(w *flow.Widget) (question *flow.Widget) {
	const far = 8
	walk := flow.WalkFrom(w)
	for at := range walk.All() {
		for _, t := range at.Transitions {
			next := t.Meant
			if next == nil || walk.Has(next) {
				continue
			}
			switch effects.ActOf(next) {
			case effects.Asks:
				if question != nil && question != next {
					return nil
				}
				question = next
			case effects.Sets, effects.Requests:
				if walk.Add(next); walk.Len() > far {
					return nil
				}
			default:
				return nil
			}
		}
	}
	return question
}

// isWithoutNumbers reports whether what is asked is known and has no number, and splits test the
// answer, no branch of which takes one.
func isWithoutNumbers(d *project.Document, question *flow.Widget) bool {
	text := effects.ToldBefore(question)
	if text == "" || strings.ContainsAny(text, "0123456789{") || slices.ContainsFunc(offer.In(text), offer.Offer.IsKey) {
		return false
	}
	tested := false
	for _, w := range splitsOn.Of(d)[question] {
		for _, b := range reads.Branches.Of(d)[w.Index] {
			if !b.Literal || takesNumber(b) {
				return false
			}
			tested = true
		}
	}
	return tested
}

// splitsOn are the splits that test nothing but the answer to a question, by question.
var splitsOn = lint.NewFact(func(d *project.Document) map[*flow.Widget][]*flow.Widget {
	all := map[*flow.Widget][]*flow.Widget{}
	for _, w := range d.Flow.Widgets {
		if !w.Facts.Split {
			continue
		}
		if asked := reads.Asked(d.Flow, w); asked != nil {
			all[asked] = append(all[asked], w)
		}
	}
	return all
})

// takesNumber reports whether a branch names a number, or may be taken for one, or for anything.
func takesNumber(b reads.Branch) bool {
	for digit := range 10 {
		if b.Comparison.Holds(strconv.Itoa(digit)) != split.No {
			return true
		}
	}
	return strings.ContainsAny(b.Comparison.Value(), "0123456789") || b.Comparison.Holds("elm tree 12") != split.No
}
