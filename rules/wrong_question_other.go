package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOtherMenus reports the menus whose wrong answers, or whose silence, lead to another menu that has a place
// of its own, from which none of the answers lead here, nor any from here there: that of a copy, most likely.
func reportOtherMenus(p *lint.Pass) {
	const most = 60 // ways that are looked at
	looked := 0
	var places flow.Routes // where answers lead, when it is first asked for
	told := map[*flow.Widget]bool{}
	for _, menus := range [][]*answers.Menu{answers.Menus.Of(p), answers.SpokenMenus.Of(p)} {
		for i := range menus {
			m := menus[i]
			for _, t := range []*flow.Transition{m.Otherwise, m.Question.OnKind(schemas.KindTimeout)} {
				other := askedInstead(t)
				if other == nil || other == m.Question || other.Needs() != m.Question.Needs() ||
					told[m.Question] || !isMenu(menus, other) || inOtherWords(m.Question, other) {
					continue
				}
				if looked++; looked > most {
					return
				}
				if places == nil {
					places = p.Flow.Routes(answered)
				}
				if !places.Reach(other) || related(p, m.Question, other) {
					continue
				}
				told[m.Question] = true
				what := "a wrong answer to"
				if t != m.Otherwise {
					what = "silence at"
				}
				p.Reportf(t.NextNode, "%s %s leads to %s, a menu to which none of its answers leads; lead it back to %s",
					what, m.Question.Label(), other.Label(), m.Question.Label()).Relate(other,
					"the other menu").Along(values.Route(p, p.Flow.Everywhere(), m.Question)).As(finding.Warning)
			}
		}
	}
}

// askedInstead returns the question to which a transition leads over words and variables; nil for none.
func askedInstead(t *flow.Transition) *flow.Widget {
	const far = 4
	w := effects.Over(t, far, effects.Tells, effects.Sets)
	if w == nil || effects.ActOf(w) != effects.Asks {
		return nil
	}
	return w
}

func isMenu(menus []*answers.Menu, w *flow.Widget) bool {
	const several = 2
	return slices.ContainsFunc(menus, func(m *answers.Menu) bool { return m.Question == w && len(m.Branches) >= several })
}

// inOtherWords reports whether two questions are those of two languages.
func inOtherWords(a, b *flow.Widget) bool {
	return words.TongueMarked(a.Name) != words.TongueMarked(b.Name) || words.Tongue(effects.Prompt(a).Text()) != words.Tongue(effects.Prompt(b).Text())
}

// answered reports whether a transition is one of those that answers, and what comes by itself, take.
func answered(t *flow.Transition) bool {
	return t.Facts.Kind != schemas.KindTimeout && t.Facts.Kind != schemas.KindNoMatch && t.Facts.Kind != schemas.KindFailure
}

// related reports whether the answers to a question lead to another one, or anything from that leads to it, but for
// what is offered in order to go back.
func related(p *lint.Pass, a, b *flow.Widget) bool {
	purposes := answers.Purposes.Of(p)
	goesOn := func(t *flow.Transition) bool {
		return !slices.ContainsFunc(purposes[t], func(purpose string) bool {
			o := offer.Offer{Before: purpose}
			return o.Back() || o.Returns()
		})
	}
	if _, up := p.Flow.PathBetween(b, a, goesOn); up {
		return true // also when it is what comes after a wrong answer there
	}
	_, down := p.Flow.PathBetween(a, b, func(t *flow.Transition) bool { return answered(t) && goesOn(t) })
	return down
}
