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

// A HalfTested is a menu that offers two answers, or the numbers of a range, of which its split tests
// the one or some by their names alone, and that takes whatever else comes for the other.
type HalfTested struct {
	*Menu
	Tested, Rest string
}

// HalfTesteds are those of a flow. On a call, where hardly anything else can come, it is one that takes any
// other key for consent.
var HalfTesteds = lint.NewFact(func(d *project.Document) (all []HalfTested) {
	for _, m := range Menus.Of(d) {
		if m.Otherwise == nil || m.Otherwise.Meant == nil || !m.namesAll() || m.isKept() {
			continue
		}
		if m.WrongKey(d) != nil {
			continue // the split takes another key for what is offered
		}
		tested, rest := m.halfOfTwo()
		if rest == "" {
			tested, rest = m.partOfRange()
		}
		if rest != "" && !m.refusesRest() && !m.Again() {
			all = append(all, HalfTested{m, tested, rest})
		}
	}
	return all
})

// namesAll reports whether each branch of a menu takes answers by their names alone.
func (m *Menu) namesAll() bool {
	return !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		operator := b.Comparison.Operator()
		return !split.Names(operator) || b.Comparison.Value() == ""
	})
}

// isKept reports whether what fits no branch is kept as it was given, or given to a request, right away.
func (m *Menu) isKept() bool {
	const far = 6
	for w := range m.Otherwise.Ahead(far) {
		if effects.ActOf(w) != effects.Sets && effects.ActOf(w) != effects.Requests {
			return false
		}
		if slices.ContainsFunc(m.flow.OutputRefs(m.Question.Name), func(r flow.Ref) bool { return r.Widget == w }) {
			return true
		}
		if effects.ActOf(w) == effects.Requests {
			return false
		}
	}
	return false
}

// refusesRest reports whether whoever answers otherwise is told so, asked once more or openly, or led to somebody; or
// whether the menu says itself what else is taken for.
func (m *Menu) refusesRest() bool {
	if offer.OffersRest(effects.Prompt(m.Question).Text()) || offer.Closes(effects.Prompt(m.Question).Text()) {
		return true
	}
	next := effects.PastSetting(m.Otherwise)
	if next == nil || effects.ActOf(next) == effects.HandsOver || effects.ActOf(next) == effects.Splits || takesAnyReply(next) {
		return true
	}
	text := effects.Prompt(next).Text()
	return offer.SaysWrong(text) || offer.AsksAnew(text) || offer.Troubled(text) || offer.WantsValid(text)
}

// takesAnyReply reports whether a widget asks those who write, and no split looks at what they reply.
func takesAnyReply(w *flow.Widget) bool {
	reply := w.OnKind(schemas.KindInput)
	return effects.ActOf(w) == effects.Asks && w.Facts.KeyEntry == nil && reply != nil && reply.Meant != nil && !reply.Meant.Facts.Split
}

// halfOfTwo returns the one of two answers that a split tests, and the other; both "" where it tests both.
func (m *Menu) halfOfTwo() (tested, rest string) {
	if len(m.Offers) != 2 {
		return "", ""
	}
	for i, o := range m.Offers {
		other := m.Offers[1-i]
		if o.By != m.Question || other.By != m.Question || !m.Takes(o.Answer) || m.Takes(other.Answer) ||
			EndsInput(m.Question, other.Answer) || other.Repeats() || other.Back() || other.Restarts() {
			continue
		}
		if m.Question.Facts.KeyEntry != nil && !offer.Consents(other.Purpose()) || schemas.KeywordOf(strings.ToLower(other.Answer)) != nil {
			continue
		}
		return o.Answer, other.Answer
	}
	return "", ""
}

// partOfRange returns the numbers of a range that a split by message tests, and those for which it takes
// whatever else is written; both "" where there are none.
func (m *Menu) partOfRange() (tested, rest string) {
	const most = 12 // numbers of a scale
	low, high, _, ok := offer.Bounds(effects.Prompt(m.Question).Text())
	if !ok || m.Question.Facts.KeyEntry != nil || high-low > most {
		return "", ""
	}
	var takes, leaves []string
	for n := low; n <= high; n++ {
		if text := strconv.Itoa(n); m.Takes(text) {
			takes = append(takes, text)
		} else {
			leaves = append(leaves, text)
		}
	}
	if len(takes) == 0 || len(leaves) < 2 {
		return "", ""
	}
	return numbers(takes), numbers(leaves)
}

// numbers writes some numbers: 4 to 10.
func numbers(list []string) string {
	first, last := list[0], list[len(list)-1]
	if from, _ := strconv.Atoi(first); first == last || strconv.Itoa(from+len(list)-1) != last {
		return strings.Join(list, ", ")
	}
	return first + " to " + last
}
