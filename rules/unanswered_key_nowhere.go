package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportNowhere reports the questions that offer a word or a key in order to leave them ("reply MENU to go back") and
// whose answer nothing tests, while another question that offers it takes it: once.
func reportNowhere(p *lint.Pass) {
	var takes map[string]*answers.Menu
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) || !answers.Asks(w) || !onlyPassedOn(p, w) {
			continue
		}
		offers := offer.In(effects.Prompt(w).Text())
		if len(offers) != 1 || offers[0].IsKey() && !strings.ContainsAny(offers[0].Answer, "0*#") {
			continue // another key may be a number of what was asked
		}
		if !offers[0].Departs() {
			continue // "0 if there are none" is what was asked for
		}
		if takes == nil {
			takes = takenToLeave(p)
		}
		word := offers[0].Answer
		m := takes[strings.ToLower(word)]
		switch {
		case m == nil || m.Question == w || m.Question.Needs() != w.Needs() || carriers(word) || answers.EndsInput(w, word):
		case d == nil:
			d = p.Reportf(effects.Prompt(w), "%s offers %s, but nothing tests its answer, which is taken as it is; test it first, as after %s",
				w.Label(), words.Quote(word), m.Question.Label()).As(finding.Warning).Relate(m.Split, "where it is taken").Identify(w.Label())
		default:
			d.Also(effects.Prompt(w), "so does "+w.Label())
		}
	}
}

// onlyPassedOn reports whether something reads the answer to a question, and nothing decides by it, nor by what a
// request that is given it says.
func onlyPassedOn(p *lint.Pass, w *flow.Widget) bool {
	refs := p.Flow.OutputRefs(w.Name)
	return len(refs) > 0 && !shape.MayRead(p, w) && len(p.Flow.ReadsOfAny()) == 0 && !slices.ContainsFunc(refs, func(r flow.Ref) bool {
		act := effects.ActOf(r.Widget)
		return reads.Decides(r) || act == effects.HandsOver || act == effects.RunsFlow ||
			act == effects.Requests && slices.ContainsFunc(p.Flow.OutputRefs(r.Widget.Name), reads.Decides)
	})
}

// takenToLeave returns the menus that offer a single answer and take that alone, while whatever else is answered goes
// on, by that answer: what they ask for is something else.
func takenToLeave(p *lint.Pass) map[string]*answers.Menu {
	takes := map[string]*answers.Menu{}
	for _, m := range answers.Menus.Of(p) {
		if len(m.Offers) != 1 || len(m.Branches) != 1 || m.Offers[0].By != m.Question || !m.Takes(m.Offers[0].Answer) ||
			m.Otherwise == nil || m.Otherwise.Meant == nil || m.Again() {
			continue
		}
		if answer := strings.ToLower(m.Offers[0].Answer); takes[answer] == nil {
			takes[answer] = m
		}
	}
	return takes
}
