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
	"studiolint/schemas"
)

// A Limited is a split on a number, of which one way leads to a text that names a limit ("you must be 18 or older"),
// while the branch draws it elsewhere.
type Limited struct {
	Branch  reads.Branch
	By      *flow.Widget // what names the limit
	Past    *flow.Widget // where the other way leads; nil when the question names it
	Asked   bool         // it is the question: Refused is what it lets pass, and the split does not
	Limit   offer.Limit
	Refused string // a number that the limit lets pass and that leads to the text; "" for none
	Passed  string // one that it does not, and that leads elsewhere; "" for none
}

// Limiteds are those of a flow.
var Limiteds = lint.NewFact(func(d *project.Document) (all []Limited) {
	for _, w := range d.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || len(w.Transitions) > 2 || !d.Flow.Reachable(w) {
			continue
		}
		branches := reads.Branches.Of(d)[w.Index]
		otherwise := w.OnKind(schemas.KindNoMatch)
		if len(branches) != 1 || otherwise == nil || !branches[0].Literal || !split.IsBound(branches[0].Condition.Operator) {
			continue
		}
		if l, ok := limited(w, branches[0], otherwise); ok {
			all = append(all, l)
		} else if l, ok := limitedByQuestion(d.Flow, w, branches[0], otherwise); ok {
			all = append(all, l)
		}
	}
	return all
})

// limitedByQuestion holds the limit that the question before a split names against its branch, which has the very number
// and takes it with those on the other side.
func limitedByQuestion(f *flow.Flow, w *flow.Widget, b reads.Branch, otherwise *flow.Transition) (l Limited, ok bool) {
	question := reads.Asked(f, w)
	here, there := effects.PastSetting(b.Transition), effects.PastSetting(otherwise)
	if question == nil || question.Incomplete || here == there ||
		there != nil && there.Facts.Split && reads.Asked(f, there) == question {
		return l, false
	}
	l = Limited{Branch: b, By: question, Asked: true}
	text := effects.Prompt(question).Text()
	if l.Limit, ok = offer.LimitAsked(text); !ok || l.Limit.Money && !offer.AsksMoney(text) {
		return l, false
	}
	wrong := split.LessThan
	if l.Limit.Least {
		wrong = split.GreaterThan
	}
	l.Refused = b.Comparison.Value()
	return l, b.Condition.Operator == wrong && strconv.Itoa(l.Limit.Number) == l.Refused &&
		!namesTrueBound(l, wrong, l.Limit.Number)
}

// limited holds the limit that the text on one way of a split names against its branch.
func limited(w *flow.Widget, b reads.Branch, otherwise *flow.Transition) (l Limited, ok bool) {
	bound, err := strconv.Atoi(b.Comparison.Value())
	here, there := effects.PastSetting(b.Transition), effects.PastSetting(otherwise)
	if err != nil || here == nil || there == nil || here == there {
		return l, false
	}
	limit, said := limitToldBy(here)
	other, also := limitToldBy(there)
	if said == also {
		return l, false
	}
	l = Limited{Branch: b, By: here, Past: there, Limit: limit}
	if also {
		l.By, l.Past, l.Limit = there, here, other
	}
	if l.Limit.Money && !asksMoney(w) || namesTrueBound(l, b.Condition.Operator, bound) {
		return l, false // of something else
	}
	leadsThere := func(n int) bool { return (b.Comparison.Holds(strconv.Itoa(n)) == split.Yes) == said }
	inside, outside := l.Limit.Number, l.Limit.Number-1
	if !l.Limit.Least {
		outside = l.Limit.Number + 1
	}
	if far := bound - l.Limit.Number; (far < -1 || far > 1) && !l.Limit.Age && !namesToo(w, l.Limit.Number) {
		return l, false // it may be another number
	}
	if leadsThere(inside) {
		l.Refused = strconv.Itoa(inside)
	}
	if !leadsThere(outside) {
		l.Passed = strconv.Itoa(outside)
	}
	return l, l.Refused != "" || l.Passed != ""
}

// limitToldBy returns the limit that a text for a person names which refuses something, without Liquid that decides.
func limitToldBy(w *flow.Widget) (offer.Limit, bool) {
	act := effects.ActOf(w)
	text := effects.Prompt(w).Text()
	if act != effects.Tells && act != effects.Asks || w.Incomplete || strings.Contains(text, "{%") {
		return offer.Limit{}, false
	}
	if !offer.Forbids(text) {
		return offer.Limit{}, false
	}
	return offer.LimitIn(text)
}

// asksMoney reports whether a question before a split is one for a sum.
func asksMoney(w *flow.Widget) bool {
	return slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return offer.AsksMoney(effects.Prompt(t.From).Text()) })
}

// namesTrueBound reports whether the text that names a limit names the number as well from which on the branch is
// taken: "for groups of 7 or more; at most 8 at a table".
func namesTrueBound(l Limited, operator string, bound int) bool {
	first := bound + 1
	if operator == split.LessThan {
		first = bound - 1
	}
	text := effects.Prompt(l.By).Text()
	return slices.ContainsFunc([]int{bound, first}, func(n int) bool { return n != l.Limit.Number && offer.NamesNumber(text, strconv.Itoa(n)) })
}

// namesToo reports whether the question before a split names a number as well.
func namesToo(w *flow.Widget, n int) bool {
	for _, t := range effects.Into(w) {
		for _, part := range strings.FieldsFunc(effects.Prompt(t.From).Text(), func(r rune) bool { return r < '0' || r > '9' }) {
			if part == strconv.Itoa(n) {
				return true
			}
		}
	}
	return false
}
