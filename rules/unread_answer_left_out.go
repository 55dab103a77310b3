package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// reportLeftOut reports the answer that only texts say again, while a request or a task after it is given the
// answers to all the other questions of the same way: when it is the only one of them.
func reportLeftOut(p *lint.Pass) {
	const least, most = 3, 20 // answers that are handed on; those that are not
	var left []*flow.Widget
	for _, w := range p.Flow.Widgets {
		if onlySaidAgain(p.Flow, w) && len(left) <= most {
			left = append(left, w)
		}
	}
	if len(left) == 0 || len(left) > most {
		return
	}
	order, given := answersTaken(p.Flow)
	for _, to := range order {
		if len(given[to]) < least {
			continue
		}
		all := slices.DeleteFunc(slices.Clone(left), func(w *flow.Widget) bool { return !comesAlways(p.Flow, w, to) })
		if len(all) == 1 && !slices.ContainsFunc(given[to], func(w *flow.Widget) bool { return !comesAlways(p.Flow, w, to) }) {
			p.Reportf(to, "%s is given the answers to %d questions, but not that to %s, which only a text says again; hand it on, too",
				to.Label(), len(given[to]), all[0].Label()).As(finding.Note).Relate(all[0], "the question")
			return
		}
	}
}

// reportOnlyGreeted reports the question for a name, a number or the like of which only texts say the answer again,
// when it is the only one, and a request after it that keeps something is given other things of the person, but
// nobody's answers.
func reportOnlyGreeted(p *lint.Pass) {
	var asked *flow.Widget
	for _, w := range p.Flow.Widgets {
		switch text := effects.Prompt(w).Text(); {
		case !answers.Asks(w) || len(p.Flow.OutputRefs(w.Name)) == 0 || !onlySaid(p.Flow, w) || !offer.AsksForData(text) && !offer.AsksForName(text):
		case asked != nil:
			return
		default:
			asked = w
		}
	}
	if asked == nil || shape.MayRead(p, asked) || p.Flow.HandsOutItself() {
		return
	}
	_, given := answersTaken(p.Flow)
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || !offer.NamesStoring(w.Name) || len(given[w]) > 0 ||
			!p.Flow.CanPrecede(asked, w) || !isToldWho(p.Flow, w) || carriesAll(p.Flow, w) {
			continue
		}
		p.Reportf(asked, "the answer to %s is only said back to the person, and %s after it is not given it; pass it on, or do not ask",
			asked.Label(), w.Label()).As(finding.Note).Relate(w, "what could be given it")
		return
	}
}

// isToldWho reports whether a parameter of a request is the address or the conversation of the person, also by a
// variable.
func isToldWho(f *flow.Flow, w *flow.Widget) bool {
	for _, item := range w.Property(w.Facts.Request.Fields).Elements() {
		t := f.TemplateAt(item.Get("value"))
		if t == nil {
			continue
		}
		for _, r := range t.Refs() {
			if r.Root() == "trigger" || r.Root() == "contact" {
				return true
			}
			key, ok := reads.VariableOf(f, r)
			if v := f.Variable(key); ok && v != nil && slices.ContainsFunc(v.Writes, func(by flow.Write) bool {
				t := f.TemplateAt(by.Value)
				return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return r.Root() == "trigger" || r.Root() == "contact" })
			}) {
				return true
			}
		}
	}
	return false
}

// carriesAll reports whether a request is given what may hold anything: a whole widget, or all of them.
func carriesAll(f *flow.Flow, w *flow.Widget) bool {
	return f.Reads(w, func(r flow.Ref) bool { return r.Root() == "widgets" && len(r.Segments) < 3 || r.Root() == "" })
}

// onlySaidAgain reports whether a widget asks for something that matters, of which only texts read the answer.
func onlySaidAgain(f *flow.Flow, w *flow.Widget) bool {
	return onlySaid(f, w) && answers.Wanted(effects.Prompt(w).Text())
}

// onlySaid reports whether only texts read the answer to a question.
func onlySaid(f *flow.Flow, w *flow.Widget) bool {
	if !answers.Asks(w) || f.Only(w.Name) != w {
		return false
	}
	said := false
	for r := range reads.UsesOf(f, w) {
		if said = r.IsContent(); !said {
			return false
		}
	}
	return said
}

// answersTaken returns what takes answers, in the order in which they are asked for, and to which questions.
func answersTaken(f *flow.Flow) (order []*flow.Widget, given map[*flow.Widget][]*flow.Widget) {
	given = map[*flow.Widget][]*flow.Widget{}
	for _, w := range f.Widgets {
		if !answers.Asks(w) || f.Only(w.Name) != w {
			continue
		}
		for r := range reads.UsesOf(f, w) {
			all := given[r.Widget]
			switch {
			case r.IsContent() || !effects.TakesAnswers(r.Widget) || len(all) > 0 && all[len(all)-1] == w:
				continue
			case all == nil:
				order = append(order, r.Widget)
			}
			given[r.Widget] = append(all, w)
		}
	}
	return order, given
}

// comesAlways reports whether each way to a widget leads over a question, where it is answered.
func comesAlways(f *flow.Flow, asked, to *flow.Widget) bool {
	return f.Reachable(to) && !f.ReachedWithout(to, asked) &&
		!slices.ContainsFunc(asked.Transitions, func(t *flow.Transition) bool {
			return t.Meant == to &&
				t.Facts.Kind == schemas.KindTimeout
		})
}
