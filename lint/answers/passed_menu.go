package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// keysPassed are the answers to menus that are handed on, or stand in an address, where the name is for the answer to
// another question, which always comes before: a pupil's number, and it is the 1 for "that is right". And those whose
// name is that of a variable in which the branches have kept what the choice means: payment is 1, not "cash".
func keysPassed(d *project.Document, every []Passing) (all []Mispassing) {
	const most = 24 // variables whose ways are looked at
	looked := 0
	var menus map[*flow.Widget]bool
	for _, p := range every {
		if menus == nil {
			menus = listMenus(d)
		}
		if !menus[p.Question] || !d.Flow.Reachable(p.Ref.Widget) {
			continue
		}
		if v := d.Flow.Variable(p.Key); v != nil && keepsWords(v.Writes) && looked < most {
			looked++
			if isSetBefore(d.Flow, p.Ref.Widget, v.Writes) {
				all = append(all, Mispassing{Passing: p, Meant: p.Question, Kept: v.Writes})
			}
			continue
		}
		name := slices.DeleteFunc(words.In(p.Key), func(word string) bool {
			return words.IsSmall(word) || words.IsCommonName(word) || slices.Contains(general, word) || words.IsChoice(word)
		})
		if len(name) == 0 || slices.ContainsFunc(name, func(word string) bool { return speaksOf(d.Flow, p.Question, word) }) {
			continue
		}
		if meant := namedQuestion(d, p.Ref.Widget, name); meant != nil {
			all = append(all, Mispassing{Passing: p, Meant: meant, Menu: true})
		}
	}
	return all
}

// keepsWords reports whether a variable is set to different words, and to nothing else.
func keepsWords(writes []flow.Write) bool {
	const fewest, most = 2, 24
	return len(writes) >= fewest && len(writes) <= most &&
		!slices.ContainsFunc(writes, func(w flow.Write) bool { return !isFixedWord(w.Value) }) &&
		slices.ContainsFunc(writes[1:], func(w flow.Write) bool { return w.Value.Text() != writes[0].Value.Text() })
}

// isFixedWord reports whether a value is a text without figures and Liquid.
func isFixedWord(value source.Node) bool {
	return value.IsString() && !value.Filled() && value.Text() != "" && !strings.ContainsAny(value.Text(), "0123456789{")
}

// isSetBefore reports whether each way to a widget leads over one of the steps that set a variable. A way from a parent
// flow proves nothing.
func isSetBefore(f *flow.Flow, w *flow.Widget, writes []flow.Write) bool {
	begun := func(e *flow.Entry) bool { return e.Channels()&flow.Unknown == 0 && e.Reaches(w) }
	return slices.ContainsFunc(f.Entries(), begun) && !f.Routes(func(t *flow.Transition) bool {
		return !slices.ContainsFunc(writes, func(by flow.Write) bool { return t.From == by.Widget })
	}).Reach(w)
}

// speaksOf reports whether a question has a word in its name, or in what it asks.
func speaksOf(f *flow.Flow, question *flow.Widget, word string) bool {
	for _, part := range append(words.In(question.Name), words.In(f.Plain(effects.Prompt(question)))...) {
		if twins.Named(part, []string{word}) != "" {
			return true
		}
	}
	return false
}

// openQuestions are the questions of a flow that are no menus, by the stems of the words of their names and, where
// nothing takes the answer elsewhere, of what they ask.
var openQuestions = lint.NewFact(openQuestionsOf)

// listMenus are the questions of a flow each branch of which takes answers of its list.
func listMenus(d *project.Document) map[*flow.Widget]bool {
	const fewest = 2 // branches
	menus := map[*flow.Widget]bool{}
	for _, m := range Menus.Of(d) {
		if len(m.Branches) >= fewest && !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return !b.Literal }) {
			menus[m.Question] = true
		}
	}
	return menus
}

func openQuestionsOf(d *project.Document) map[string][]*flow.Widget {
	byWord := map[string][]*flow.Widget{}
	menus := listMenus(d)
	taken := map[*flow.Widget]bool{}
	for _, r := range d.Flow.Refs() {
		if q := reads.Widget(d.Flow, r); q != nil && !r.Widget.Facts.Split && reads.IsAnswer(d.Flow, r) {
			taken[q] = true
		}
	}
	for _, w := range d.Flow.Widgets {
		if !Asks(w) || d.Flow.Only(w.Name) != w || menus[w] {
			continue
		}
		called := telling(w.Name)
		if !taken[w] {
			called = append(called, telling(d.Flow.Plain(effects.Prompt(w)))...)
		}
		for _, word := range called {
			if all := byWord[stem(word)]; len(all) < near && !slices.Contains(all, w) {
				byWord[stem(word)] = append(all, w)
			}
		}
	}
	return byWord
}

// stem is a word without what tells one from several.
func stem(word string) string { return strings.TrimSuffix(strings.TrimSuffix(word, "s"), "e") }

// namedQuestion returns the question before a widget, on each way to it, that all words of a name are for; nil for none.
func namedQuestion(d *project.Document, w *flow.Widget, name []string) *flow.Widget {
	byWord := openQuestions.Of(d)
	for _, q := range byWord[stem(name[0])] {
		all := !slices.ContainsFunc(name, func(word string) bool { return !slices.Contains(byWord[stem(word)], q) })
		if all && !d.Flow.ReachedWithout(w, q) {
			return q
		}
	}
	return nil
}

// segments returns the answers that stand in the path of an address of a widget, each with the segment before it.
func segments(f *flow.Flow, w *flow.Widget) (all []Passing) {
	for _, t := range f.TemplatesOf(w) {
		facts := t.Facts
		if facts == nil || !facts.IsURL() {
			continue
		}
		for _, r := range t.Refs() {
			before, ok := strings.CutSuffix(r.Text[:r.Liquid.Markup[r.Markup].Start], "/")
			question := reads.Widget(f, r)
			if ok && question != nil && reads.IsAnswer(f, r) {
				all = append(all, Passing{before[strings.LastIndexByte(before, '/')+1:], r, question})
			}
		}
	}
	return all
}

// An OldValue is what an earlier request brought that a later one is given under the name for the answer to a question
// which was asked between them, while it is not given the answer: the old date for the new one.
type OldValue struct {
	Key    string
	Ref    flow.Ref
	Answer *flow.Transition // by which the question is left
}

// OldValues are those of a flow.
func OldValues(d *project.Document) (all []OldValue) {
	for _, r := range d.Flow.Refs() {
		w := r.Widget
		if w.Facts.Request == nil || effects.LooksUp(w) || !d.Flow.Reachable(w) {
			continue
		}
		from := reads.Response(d.Flow, r)
		if from == nil || from == w {
			continue
		}
		key := telling(reads.KeyOf(r))
		if len(key) == 0 {
			continue
		}
		q := namedQuestion(d, w, key)
		if q == nil || d.Flow.ReachedWithout(q, from) || d.Flow.CanPrecede(q, from) ||
			reads.Of(d.Flow, w, q) || isCompared(d.Flow, q) {
			continue
		}
		for _, t := range q.Transitions {
			if effects.StoresAnswerOn(q, t.Raised()) {
				all = append(all, OldValue{reads.KeyOf(r), r, t})
				break
			}
		}
	}
	return all
}

// isCompared reports whether a split compares the answer to a question with something that is not fixed: it is a check,
// and no new value.
func isCompared(f *flow.Flow, question *flow.Widget) bool {
	return slices.ContainsFunc(f.OutputRefs(question.Name), func(r flow.Ref) bool {
		return r.Widget.Facts.Split && f.Reads(r.Widget, func(other flow.Ref) bool {
			return reads.Widget(f, other) != question
		})
	})
}
