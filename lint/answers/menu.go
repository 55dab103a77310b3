package answers

import (
	"iter"
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
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Menu is a question whose answer, keys, speech or a message, a split tests at once, by
// branches all of which can be read.
type Menu struct {
	Question *flow.Widget
	Spoken   bool    // it is the menu for what a caller says
	Offers   []Offer // what its prompt and what is told right before it offer
	Fixed    bool    // all of those texts are known

	Split     *flow.Widget // the first of those that test the answer
	Branches  []reads.Branch
	Otherwise *flow.Transition // where what fits no branch leads; nil: nowhere

	complete bool // the prompt of the question offers all that the branches take
	flow     *flow.Flow
}

// An Offer is an answer that a menu offers.
type Offer struct {
	offer.Offer
	By *flow.Widget // the question itself, or what is told before it
}

// Menus are the menus of a flow that can be reached, one for keys or a message, or else for
// speech, a question.
var Menus = lint.NewFact(func(d *project.Document) []*Menu { return menus(d, false) })

// SpokenMenus are those for what a caller says.
var SpokenMenus = lint.NewFact(func(d *project.Document) []*Menu { return menus(d, true) })

// AllMenus are the Menus, and then the SpokenMenus.
var AllMenus = lint.NewFact(func(d *project.Document) []*Menu { return slices.Concat(Menus.Of(d), SpokenMenus.Of(d)) })

func menus(d *project.Document, spoken bool) []*Menu {
	var all []*Menu
	for _, w := range d.Flow.Widgets {
		if !Asks(w) || w.Incomplete || d.Flow.Only(w.Name) != w || !d.Flow.Reachable(w) {
			continue
		}
		for _, t := range w.Transitions {
			if m, ok := menuOf(d, t, spoken); ok {
				menu := m // only what is one is kept
				menu.offers()
				all = append(all, &menu)
				break
			}
		}
	}
	return all
}

// menuOf returns the menu whose answer is given by a transition.
func menuOf(d *project.Document, t *flow.Transition, spoken bool) (m Menu, ok bool) {
	m = Menu{Question: t.From, Spoken: spoken, flow: d.Flow}
	if t.Facts.Kind != schemas.KindInput || !effects.StoresAnswerOn(t.From, t.Raised()) {
		return m, false
	}
	first := pastOlder(d, pastKeeping(t), t, spoken)
	m.Split = first.To
	for at := first; ; at = effects.LastIdle(d.Flow, m.Otherwise) {
		if at == nil || at.To == nil || !at.To.Facts.Split || len(m.Branches) > split.Max {
			break
		}
		branches, tests := branchesOn(d, at.To, t, spoken)
		if !tests && len(m.Branches) > 0 && testsPart(d, at.To, t, spoken) {
			return m, false // it may take any answer
		}
		if !tests || slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Transition.From == at.To }) {
			break
		}
		m.Branches = append(m.Branches, branches...)
		m.Otherwise = at.To.OnKind(schemas.KindNoMatch)
	}
	return m, len(m.Branches) > 0 && len(m.Branches) <= split.Max
}

// pastOlder returns the transition by which an answer comes to a split on it, past one that tests the answer to
// another question, as a second attempt does which leads back to the split of the first: what fitted there nowhere does
// so again.
func pastOlder(d *project.Document, first, t *flow.Transition, spoken bool) *flow.Transition {
	older := first.To
	if older == nil || !older.Facts.Split {
		return first
	}
	next := effects.LastIdle(d.Flow, older.OnKind(schemas.KindNoMatch))
	if next == nil || next.To == nil || next.To == older || !next.To.Facts.Split || len(d.Flow.Compared(older)) == 0 ||
		slices.ContainsFunc(d.Flow.Compared(older), func(r flow.Ref) bool {
			return !reads.IsAnswer(d.Flow, r) || d.Flow.Widget(r.Name(1)) == t.From
		}) {
		return first
	}
	if _, tests := branchesOn(d, next.To, t, spoken); !tests {
		return first
	}
	return next
}

// pastKeeping returns the transition by which an answer comes to what is not Set Variables.
func pastKeeping(t *flow.Transition) *flow.Transition {
	const most = 3
	for range most {
		if t.To == nil || effects.ActOf(t.To) != effects.Sets {
			break
		}
		next := t.To.OnKind(schemas.KindAlways)
		if next == nil {
			break
		}
		t = next
	}
	return t
}

// branchesOn returns the branches of a split, when all of them test nothing but the
// answer, as it was given, also by way of the variables that it was kept in.
func branchesOn(d *project.Document, w *flow.Widget, answer *flow.Transition, spoken bool) ([]reads.Branch, bool) {
	branches := reads.Branches.Of(d)[w.Index]
	matches := 0
	for _, t := range w.Transitions {
		if !t.Facts.Known() {
			return nil, false // perhaps a branch
		}
		if t.Facts.Kind == schemas.KindBranch {
			matches++
		}
	}
	if matches == 0 || matches != len(branches) || w.Incomplete {
		return nil, false
	}
	for _, b := range branches {
		r, ok := reads.TestedAnswer(d.Flow, b.Condition)
		if !ok || !b.Literal || r.Root() != "widgets" || r.Name(1) != answer.From.Name || r.Liquid.HasFilter(changing...) {
			return nil, false
		}
		output := answer.From.Facts.Outputs.Key(r.Name(2))
		if output == nil || output.Speech != spoken || !slices.Contains(output.Events, answer.Raised()) {
			return nil, false
		}
	}
	return branches, true
}

// testsPart reports whether a split reads an answer in a way that is not followed, as a part of it or as something that
// is made of it: its first word.
func testsPart(d *project.Document, w *flow.Widget, answer *flow.Transition, spoken bool) bool {
	return slices.ContainsFunc(d.Flow.Compared(w), func(r flow.Ref) bool {
		if reads.Widget(d.Flow, r) != answer.From {
			return false
		}
		output := answer.From.Facts.Outputs.Key(r.Name(2))
		return output == nil || output.Speech == spoken
	})
}

// changing are filters after which an answer is another text.
var changing = []string{"slice", "replace", "remove", "truncate", "split", "first", "last", "plus", "minus", "times", "divided_by", "modulo", "replace_first", "remove_first", "date", "size"}

// offers finds what the menu's prompt offers, and what is told right before it. Only
// what offers nothing else is silent about the menu. Where the prompt itself offers all
// that is taken, the items of a list before it are what it speaks of, and no answers.
func (m *Menu) offers() {
	m.Fixed = true
	m.add(m.Question)
	m.complete = !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		return !slices.ContainsFunc(m.Offers, func(o Offer) bool { return b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes })
	})
	for w := range m.Told() {
		m.add(w)
	}
}

// Told returns what is told right before the question.
func (m *Menu) Told() iter.Seq[*flow.Widget] {
	return func(yield func(*flow.Widget) bool) {
		into := effects.Into(m.Question)
		for i, t := range into {
			if t.From.Facts.Dialog == schemas.DialogTells &&
				!slices.ContainsFunc(into[:i], func(other *flow.Transition) bool { return other.From == t.From }) &&
				!yield(t.From) {
				return
			}
		}
	}
}

func (m *Menu) add(w *flow.Widget) {
	text := effects.Prompt(w).Text()
	m.Fixed = m.Fixed && text != "" && !strings.Contains(text, "{{") && !strings.Contains(text, "{%")
	var all []offer.Offer
	if m.Spoken {
		all = offer.Said(text)
	} else {
		all = append(offer.In(text), offer.Range(text)...)
		if len(all) < 2 && w == m.Question {
			all = append(m.withoutSign(text), all...)
		}
	}
	for _, o := range all {
		if o.Listed && m.complete {
			continue
		}
		if !slices.ContainsFunc(m.Offers, func(other Offer) bool { return other.Answer == o.Answer }) {
			m.Offers = append(m.Offers, Offer{o, w})
		}
	}
	if w == m.Question && len(m.Branches) > 1 {
		m.addLists(text)
	}
}

// addLists adds what the question lists besides, where branches take two words of the list and more by their names:
// then the others are answers, too.
func (m *Menu) addLists(text string) {
	const fewest = 2
	if m.Question.Facts.KeyEntry != nil && !m.Spoken {
		return
	}
	lists := offer.WordLists(text)
	if m.Spoken && offer.Speech(text) {
		lists = append(lists, m.numerals(text))
	}
	for _, list := range lists {
		var by []*flow.Transition // of what is taken, each once
		first := -1
		for i, word := range list {
			if b := m.takenBy(word); word != "" && b != nil && !slices.Contains(by, b.Transition) {
				by = append(by, b.Transition)
				if first < 0 {
					first = i
				}
			}
		}
		if len(by) < fewest {
			continue
		}
		for _, word := range list[first:] {
			if word != "" && !m.offersText(word) && !m.takesPart(word) {
				m.Offers = append(m.Offers, Offer{offer.Offer{Answer: word}, m.Question})
			}
		}
	}
}

// withoutSign returns the choices of a list without a sign, where the branches take most of them by their names: else its
// numbers may be anything's.
func (m *Menu) withoutSign(text string) []offer.Offer {
	all, taken := offer.Unmarked(text), 0
	for _, o := range all {
		if m.TakesByName(strings.ToLower(o.Answer)) {
			taken++
		}
	}
	if taken < 2 || 2*taken <= len(all) {
		return nil
	}
	return all
}

// takesPart reports whether the menu takes one of two words of an answer, and not both: "service today".
func (m *Menu) takesPart(text string) bool {
	before, after, ok := strings.Cut(text, " ")
	return ok && !m.Takes(text) && (m.Takes(before) || m.Takes(after))
}

// numerals returns the keys of a text that invites to say them, each as the menu takes it, or else as a word.
func (m *Menu) numerals(text string) (said []string) {
	for _, o := range offer.In(text) {
		word := offer.Numeral(o.Answer, words.Tongue(text))
		if m.Takes(o.Answer) {
			word = o.Answer
		}
		if o.IsKey() && word != "" {
			said = append(said, word)
		}
	}
	return said
}

// Leads returns the widget to which one of the menu's transitions leads, over what sets nothing that is read; nil for
// none.
func (m *Menu) Leads(t *flow.Transition) *flow.Widget { return effects.PastIdle(m.flow, t) }

// Again reports whether what fits no branch leads back to the question, whatever is said
// before it is asked once more.
func (m *Menu) Again() bool { return m.Back(m.Otherwise) }

// Back reports whether a transition leads back to the question, whatever is said before. A
// request that is given the answer may well make something of it.
func (m *Menu) Back(t *flow.Transition) bool {
	if t == nil {
		return false
	}
	walk := flow.WalkFrom(t.Meant)
	for w := range walk.First(near) {
		if w == m.Question {
			return true
		}
		if d := w.Facts.Dialog; d != schemas.DialogTells && d != schemas.DialogSilent || m.isGiven(w) {
			continue
		}
		walk.AddNext(w)
	}
	return false
}

// isGiven reports whether a widget is a request that is given the answer.
func (m *Menu) isGiven(w *flow.Widget) bool {
	return effects.ActOf(w) == effects.Requests && m.flow.Reads(w, func(r flow.Ref) bool {
		return r.Root() == "widgets" && r.Name(1) == m.Question.Name
	})
}

// Takes reports whether some branch takes an answer, or may.
func (m *Menu) Takes(answer string) bool {
	text := strings.ToLower(answer)
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		return b.Comparison.Holds(text) != split.No || m.Spoken && b.Comparison.Holds(text+".") != split.No // as speech is written down
	})
}

// TakesWithMore reports whether a branch takes a word with what a prompt tells to write after it: "ADD <thing>".
func (m *Menu) TakesWithMore(o Offer) bool {
	after := strings.TrimLeft(o.After, " ")
	if o.IsKey() || after == "" || strings.IndexByte("<[({", after[0]) < 0 {
		return false
	}
	examples := []string{" 10", " milk", " 10 milk", " 10:30", ": milk"}
	return slices.ContainsFunc(examples, func(more string) bool { return m.Takes(o.Answer + more) })
}

// TakesByName reports whether a branch takes an answer by its name.
func (m *Menu) TakesByName(answer string) bool {
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		texts, ok := b.Comparison.Texts()
		return ok && slices.Contains(texts, answer)
	})
}

// SingleKeys reports whether each branch is taken for single keys or letters: also for the
// digits below another one.
func (m *Menu) SingleKeys() bool {
	return !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		if b.Comparison.Operator() == split.LessThan {
			if below, err := strconv.Atoi(b.Comparison.Value()); err == nil {
				return below < 1 || below > 10
			}
		}
		texts, ok := b.Comparison.Texts()
		return !ok || slices.ContainsFunc(texts, func(text string) bool { return len(text) != 1 })
	})
}
