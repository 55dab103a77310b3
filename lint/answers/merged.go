package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// A Merged is a branch of a menu that leads where another one does, to what is for the other one alone, while there is
// something for it, too, to which none of the branches leads.
type Merged struct {
	Branch, Other reads.Branch
	Word, Of      string       // what the branch is for, and the other one
	To            *flow.Widget // where both lead
	Own           *flow.Widget // what is for the branch
}

// Mergeds are those of a flow, the first of each split. What is for the branch is called as where it leads is, but for
// the word, or nothing leads to it.
var Mergeds = lint.NewFact(func(d *project.Document) (all []Merged) {
	for _, w := range d.Flow.Widgets {
		if w.Facts.Split && d.Flow.Reachable(w) && decides(w) {
			if m, ok := merged(d, reads.Branches.Of(d)[w.Index]); ok {
				all = append(all, m)
			}
		}
	}
	return all
})

// Replaces reports whether a widget to which nothing leads is what a branch of a menu was to lead to.
func Replaces(of lint.Subject, w *flow.Widget) bool {
	return slices.ContainsFunc(Mergeds.Of(of), func(m Merged) bool { return m.Own == w })
}

// decides reports whether a split leads to more than one place.
func decides(w *flow.Widget) bool {
	return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		return t.Meant != w.Transitions[0].Meant
	})
}

func merged(d *project.Document, branches []reads.Branch) (m Merged, ok bool) {
	const most = 12 // branches that are compared
	branches = branches[:min(len(branches), most)]
	for i, a := range branches {
		to := effects.PastIdle(d.Flow, a.Transition)
		if to == nil || !a.Literal || effects.ActOf(to) == effects.Splits {
			continue
		}
		for j, b := range branches {
			if i == j || !b.Literal || effects.PastIdle(d.Flow, b.Transition) != to {
				continue
			}
			forA, forB := topicsOf(d, a), topicsOf(d, b)
			word, of := without(forA, forB), without(forB, forA)
			if len(word) == 0 || len(of) == 0 {
				continue
			}
			named := namedFor(d, to, of)
			if named == "" || namedFor(d, to, word) != "" {
				continue
			}
			own, its := ownOf(d, branches, to, named, word)
			if own != nil && !words.AreOpposites(its, named) {
				return Merged{Branch: a, Other: b, Word: its, Of: named, To: to, Own: own}, true
			}
		}
	}
	return m, false
}

// topicsOf returns the words of what a branch is for.
func topicsOf(d *project.Document, b reads.Branch) (all []string) {
	purposes := Purposes.Of(d)[b.Transition]
	if texts, ok := b.Comparison.Texts(); ok {
		purposes = append(slices.Clone(purposes), texts...)
	}
	for _, purpose := range append(purposes, b.Condition.OwnLabel()) {
		for _, word := range words.In(purpose) {
			if isTopic(word) && !words.IsYesOrNo(word) && !slices.Contains(all, word) {
				all = append(append(all, word), words.Translations(word)...)
			}
		}
	}
	return all
}

// isTopic reports whether a word tells what something is about.
func isTopic(word string) bool {
	const short = 3 // letters
	return len(word) > short && !words.IsSmall(word) && !words.IsCommonName(word) &&
		!words.IsHandOver(word)
}

// without returns the words that are none of some others.
func without(all, others []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(word string) bool {
		return twins.Named(word, others) != ""
	})
}

// namedFor returns the first of some words after which a widget is named, or of which it speaks, or that it passes on; ""
// for none.
func namedFor(d *project.Document, w *flow.Widget, list []string) string {
	said, kept := twins.Content(d, w)
	for _, parts := range [...][]string{words.In(w.Name), kept, said} {
		for _, part := range parts {
			if word := twins.Named(part, list); word != "" {
				return word
			}
		}
	}
	return ""
}

// ownOf returns the widget that is for some words as the one to which a branch leads is for another, and which of them;
// nil for none.
func ownOf(d *project.Document, branches []reads.Branch, to *flow.Widget, named string,
	list []string) (own *flow.Widget, word string) {
	leads := func(b reads.Branch, w *flow.Widget) bool {
		return b.Transition.Meant == w || effects.PastIdle(d.Flow, b.Transition) == w
	}
	for _, w := range meantFor(d, to, named, list) {
		if w == to || d.Flow.Only(w.Name) != w || effects.ActOf(w) == effects.Splits ||
			slices.ContainsFunc(branches, func(b reads.Branch) bool { return leads(b, w) }) {
			continue
		}
		word := namedFor(d, w, list)
		if word == "" || namedFor(d, w, []string{named}) != "" {
			continue
		}
		if len(w.In) == 0 && !d.Flow.Reachable(w) || isCalledAs(w.Name, to.Name, word, named) {
			return w, word
		}
	}
	return nil, ""
}

// meantFor returns, in the order of the flow, the widgets to which nothing leads, and those of the type of a widget that
// are called as it is, but for one of some words.
func meantFor(d *project.Document, to *flow.Widget, named string, list []string) []*flow.Widget {
	of := unleds.Of(d)
	all := slices.Clone(of.heads)
	if like := strings.ToLower(to.Name); strings.Contains(like, named) {
		for _, word := range list {
			for _, w := range of.byName[strings.Replace(like, named, word, 1)] {
				if w.Facts == to.Facts && !slices.Contains(all, w) {
					all = append(all, w)
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b *flow.Widget) int { return a.Index - b.Index })
	return all
}

// unled is what is asked of all widgets for each merged branch.
type unled struct {
	heads  []*flow.Widget            // to which nothing leads
	byName map[string][]*flow.Widget // by the names in small letters
}

var unleds = lint.NewFact(func(d *project.Document) unled {
	of := unled{byName: map[string][]*flow.Widget{}}
	for _, w := range d.Flow.Widgets {
		if len(w.In) == 0 && !d.Flow.Reachable(w) {
			of.heads = append(of.heads, w)
		}
		name := strings.ToLower(w.Name)
		of.byName[name] = append(of.byName[name], w)
	}
	return of
})

// isCalledAs reports whether a name is another one, with one word in the place of another.
func isCalledAs(name, like, word, other string) bool {
	like = strings.ToLower(like)
	return strings.Contains(like, other) &&
		strings.EqualFold(strings.Replace(like, other, word, 1), name)
}
