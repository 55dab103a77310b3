package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// A Fixed is one of several choices that is kept, sent or handed on for all of them, while nothing else reads
// which it was.
type Fixed struct {
	Menu  *Menu
	Step  *flow.Widget
	As    jsontext.Constant
	Other string // another choice for which it is written
	About bool   // it is what the choice is for, not the answer
}

// FixedChoices are those of a flow, one a menu.
var FixedChoices = lint.NewFact(func(d *project.Document) (all []Fixed) {
	if !known.Of(d).ok {
		return nil
	}
	for _, m := range AllMenus.Of(d) {
		if f, ok := m.fixed(d); ok && !readBeside(d.Flow, m) {
			all = append(all, f)
		}
	}
	return all
})

// fixed returns the choice that is written for several ones.
func (m *Menu) fixed(d *project.Document) (f Fixed, ok bool) {
	const far = 4
	for i, b := range m.Branches {
		to := m.Leads(b.Transition)
		leadsTo := func(other reads.Branch) bool { return m.Leads(other.Transition) == to }
		if to == nil || to == m.Question || slices.ContainsFunc(m.Branches[:i], leadsTo) ||
			b.Comparison.Operator() == split.EqualTo && !slices.ContainsFunc(m.Branches[i+1:], leadsTo) {
			continue // for one answer
		}
		var choices []string // found late: most steps write no word
		for w := range to.Ahead(far) {
			act := effects.ActOf(w)
			if act != effects.Sets && act != effects.Requests && act != effects.Tells && act != effects.HandsOver {
				break
			}
			var all []jsontext.Constant
			if act != effects.Tells {
				all = jsontext.Constants(d, w)
			}
			if len(all) > 0 && choices == nil {
				choices = m.choicesTo(to)
			}
			if f, ok = m.fixedIn(w, all, choices); ok {
				return f, ok
			}
			if f, ok = m.fixedAbout(d, to, w, all, choices); ok {
				return f, ok
			}
			if act == effects.HandsOver {
				break
			}
		}
	}
	return f, false
}

// fixedIn returns the choice that a step writes.
func (m *Menu) fixedIn(w *flow.Widget, constants []jsontext.Constant, choices []string) (f Fixed, ok bool) {
	for _, c := range constants {
		text := strings.ToLower(strings.TrimSpace(c.Text))
		if text == "" || !slices.Contains(choices, text) || slices.ContainsFunc(words.In(c.Key), words.ForOther) || len(text) == 1 && !m.isAbout(c.Key) {
			continue
		}
		for _, other := range choices {
			if other != text {
				return Fixed{m, w, c, other, false}, true
			}
		}
	}
	return f, false
}

// fixedAbout returns what a step writes of what one choice is for, and another that leads there is not, while a third
// choice has a step of its own that writes the same anew.
func (m *Menu) fixedAbout(
	d *project.Document, to, w *flow.Widget, constants []jsontext.Constant, choices []string,
) (f Fixed, ok bool) {
	if len(choices) < 2 || len(constants) == 0 || effects.ActOf(w) != effects.Sets {
		return f, false
	}
	for _, c := range constants {
		if slices.ContainsFunc(words.In(c.Key), words.ForOther) && !isTold(d.Flow, c.Key) ||
			!m.writtenBeside(d, to, c) {
			continue
		}
		written := words.In(c.Text)
		about, other := "", ""
		for _, choice := range choices {
			o := m.offered(choice)
			switch {
			case o == nil || strings.TrimSpace(o.Purpose()) == "":
				return f, false
			case slices.ContainsFunc(words.In(o.Purpose()), func(word string) bool {
				return isTopic(word) && twins.Named(word, written) != ""
			}):
				about = choice
			default:
				other = choice
			}
		}
		if about != "" && other != "" {
			return Fixed{m, w, c, other, true}, true
		}
	}
	return f, false
}

// isTold reports whether a variable is read in what is said or sent to a person.
func isTold(f *flow.Flow, key string) bool {
	v := f.Variable(key)
	return v != nil && slices.ContainsFunc(v.Reads, func(r flow.Ref) bool {
		return effects.IsTold(r.Widget) && r.IsContent()
	})
}

// offered returns the offer of an answer in small letters; nil for none.
func (m *Menu) offered(answer string) *Offer {
	i := slices.IndexFunc(m.Offers, func(o Offer) bool { return strings.EqualFold(o.Answer, answer) })
	if i < 0 {
		return nil
	}
	return &m.Offers[i]
}

// writtenBeside reports whether a branch that leads elsewhere writes another word under the same name.
func (m *Menu) writtenBeside(d *project.Document, to *flow.Widget, c jsontext.Constant) bool {
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		at := m.Leads(b.Transition)
		return at != nil && at != to && effects.ActOf(at) == effects.Sets &&
			slices.ContainsFunc(jsontext.Constants(d, at), func(other jsontext.Constant) bool {
				return other.Key == c.Key && other.Text != c.Text
			})
	})
}

// isAbout reports whether a name is one for the answer to a menu: a word for an answer, or one of the question.
func (m *Menu) isAbout(key string) bool {
	asked := append(words.In(m.Question.Name), words.In(effects.Prompt(m.Question).Text())...)
	return slices.ContainsFunc(words.In(key), func(word string) bool {
		return words.ForAnswer(word) || len(word) > 3 && slices.Contains(asked, word)
	})
}

// choicesTo returns the answers, in small letters, that lead to a widget and are for different things: those
// that the prompt offers, or, where all lead there, those that it names, and where it is not known all.
func (m *Menu) choicesTo(to *flow.Widget) (choices []string) {
	var purposes []string
	add := func(answer, purpose string) {
		answer = strings.ToLower(answer)
		if slices.ContainsFunc(choices, func(other string) bool { return other == answer || areOne(other, answer) }) ||
			purpose != "" && slices.Contains(purposes, purpose) {
			return
		}
		choices, purposes = append(choices, answer), append(purposes, purpose)
	}
	for _, o := range m.Offers {
		if b := m.takenBy(o.Answer); b != nil && m.Leads(b.Transition) == to {
			add(o.Answer, strings.ToLower(o.Purpose()))
		}
	}
	said := effects.Prompt(m.Question).Text()
	if len(choices) > 1 || slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return m.Leads(b.Transition) != to }) {
		return choices
	}
	named := words.In(strings.ToLower(said)) // of a template that Twilio holds nobody knows
	for _, b := range m.Branches {
		texts, ok := b.Comparison.Texts()
		for _, text := range texts {
			if ok && (said == "" && len(texts) == 1 || slices.Contains(named, text)) {
				add(text, "")
			}
		}
	}
	return choices
}

// areOne reports whether two answers may be for the same: a word and its beginning or its key, two words for
// a yes.
func areOne(a, b string) bool {
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || words.IsYes(a) && words.IsYes(b) || words.IsNo(a) && words.IsNo(b) ||
		isDigits(a) != isDigits(b)
}

func isDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }
