package rules

import (
	"slices"
	"strconv"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportUncheckedTexts reports the questions by message for one of some numbers, for how many, or in a form that they
// name, when nothing tests whether what was written is so: once.
func reportUncheckedTexts(p *lint.Pass) {
	var d *finding.Diagnostic
	var worded []*flow.Widget
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() == schemas.NeedsCall || !p.Flow.Reachable(w) {
			continue
		}
		if answer := w.OnKind(schemas.KindInput); answer == nil || answer.Meant == nil || answer.Meant.Facts.Split {
			continue // it is tested at once, as most are
		}
		asked := ""
		if low, high := numbersAsked(w); low != high {
			asked = strconv.Itoa(low) + " to " + strconv.Itoa(high)
		} else if asked = formAsked(p, w); asked == "" {
			if namesWords(w) && !isSeenOrAnswered(p.Flow, w) {
				worded = append(worded, w)
			}
			continue
		}
		switch by := answers.PassedOn(p, w); {
		case by == nil || !keeps(by) || !p.Flow.Reachable(by):
		case d == nil:
			d = p.Reportf(w, "%s asks for %s, but takes any text: nothing tests it before %s has it; test it, and ask again",
				w.Label(), asked, by.Label()).As(finding.Note).Relate(by, "what takes it").Identify(w.Label())
		default:
			d.Also(w, "so does "+w.Label())
		}
	}
	if d == nil && len(worded) > 0 {
		d, worded = reportWorded(p, worded)
	}
	if d != nil {
		addWorded(p, d, worded)
	}
}

// reportWorded reports the first of the questions that name words for their answers, which nothing tests, where another
// question of the flow has its answers tested, and is asked again when none fits; and returns the others.
func reportWorded(p *lint.Pass, worded []*flow.Widget) (*finding.Diagnostic, []*flow.Widget) {
	menus := answers.Menus.Of(p)
	i := slices.IndexFunc(menus, asksWordAgain)
	if i < 0 {
		return nil, nil
	}
	test, other := menus[i].Split.Label(), menus[i].Question.Label()
	for j, w := range worded {
		if by := answers.PassedOn(p, w); by != nil && keeps(by) && p.Flow.Reachable(by) {
			d := p.Reportf(w, "%s names its answers, but takes any text: nothing tests it before %s has it, while %s tests that of %s; test it, and ask again",
				w.Label(), by.Label(), test, other)
			return d.As(finding.Note).Relate(by, "what takes it").Identify(w.Label()), worded[j+1:]
		}
	}
	return nil, nil
}

// addWorded adds the questions that name words for their answers, which nothing tests: by themselves these may be
// stored as they are written.
func addWorded(p *lint.Pass, d *finding.Diagnostic, worded []*flow.Widget) {
	for _, w := range worded {
		if by := answers.PassedOn(p, w); by != nil && keeps(by) && p.Flow.Reachable(by) {
			d.Also(w, "so does "+w.Label()+", which names its answers")
		}
	}
}

// asksWordAgain reports whether a menu of words by message is asked again, by the question itself or by one that says
// so, when an answer fits none.
func asksWordAgain(m *answers.Menu) bool {
	isWord := func(o answers.Offer) bool { return o.By == m.Question && !o.IsKey() && !o.Listed }
	if m.Question.Needs() == schemas.NeedsCall || m.Otherwise == nil || !slices.ContainsFunc(m.Offers, isWord) {
		return false
	}
	again := effects.FirstAsked(m.Otherwise)
	return again == m.Question ||
		again != nil && offer.AsksSameAgain(effects.Prompt(m.Question).Text(), effects.Prompt(again).Text())
}

// namesWords reports whether a question names several words for its answer, and nothing else.
func namesWords(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	all := offer.In(text)
	return len(all) > 1 && !liquid.HasTags(text) && !slices.ContainsFunc(all, func(o offer.Offer) bool { return o.IsKey() || o.Listed })
}

// formAsked returns the form, in quotes, that a question names for its answer; "" for none, where the answer is said
// again for the person to see, and where whoever is given it answers.
func formAsked(p *lint.Pass, w *flow.Widget) string {
	text := effects.Prompt(w).Text()
	if text == "" || liquid.HasTags(text) {
		return ""
	}
	said := offer.Form(text)
	if said != "" {
		said = words.Quote(said)
	} else if offer.AsksQuantity(text) {
		said = "a number"
	}
	if said == "" || isSeenOrAnswered(p.Flow, w) {
		return ""
	}
	return said
}

// isSeenOrAnswered reports whether the answer to a question is said again for the person to see, or an agent sees it,
// or whoever is given it answers.
func isSeenOrAnswered(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.OutputRefs(w.Name), func(r flow.Ref) bool {
		return r.IsContent() || effects.ActOf(r.Widget) == effects.HandsOver ||
			r.Widget.Facts.Request != nil && slices.ContainsFunc(f.OutputRefs(r.Widget.Name), func(r flow.Ref) bool { return f.Reachable(r.Widget) })
	})
}

// keeps reports whether a widget is a request or keeps what it reads in a variable.
func keeps(w *flow.Widget) bool {
	act := effects.ActOf(w)
	return act == effects.Requests || act == effects.Sets
}

// numbersAsked returns the least and the greatest number of a question that offers nothing but numbers; the
// same twice for another one.
func numbersAsked(w *flow.Widget) (low, high int) {
	text := effects.Prompt(w).Text()
	if text == "" || liquid.HasTags(text) {
		return 0, 0
	}
	if low, high, _, ok := offer.Bounds(text); ok {
		return low, high
	}
	for i, o := range offer.In(text) {
		n, err := strconv.Atoi(o.Answer)
		if err != nil {
			return 0, 0
		}
		if i == 0 {
			low, high = n, n
		}
		low, high = min(low, n), max(high, n)
	}
	return low, high
}
