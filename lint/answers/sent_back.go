package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/pattern"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// A SentBack is a menu on a call of which a wrong key leads to the question before it, in which
// nothing says that it was wrong.
type SentBack struct {
	Menu
	Earlier *flow.Widget
}

// SentBacks are those of a flow. Where any other key is offered for going back, or a choice leads
// there, too, that is meant, and so is another try at what was to be confirmed.
var SentBacks = lint.NewFact(func(d *project.Document) []SentBack {
	var all []SentBack
	for _, m := range Menus.Of(d) {
		if m.Question.Facts.KeyEntry == nil || m.Otherwise == nil || !m.Fixed {
			continue
		}
		earlier := effects.PastIdle(d.Flow, m.Otherwise)
		if earlier == nil || earlier == m.Question || effects.ActOf(earlier) != effects.Asks ||
			!ComesBefore(d.Flow, earlier, m.Question) || tellsOfAnother(earlier) {
			continue
		}
		if choiceLeadsTo(m, earlier) || offersRest(m) {
			continue
		}
		all = append(all, SentBack{*m, earlier})
	}
	return all
})

// ComesBefore reports whether whoever comes to a question has been asked another one before, on
// every way.
func ComesBefore(f *flow.Flow, earlier, question *flow.Widget) bool {
	return earlier != question && !f.ReachedWithout(question, earlier)
}

// tellsOfAnother reports whether a question may tell that it is asked once more.
func tellsOfAnother(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	return text == "" || strings.Contains(text, "{{") || strings.Contains(text, "{%") || offer.SaysWrong(text) ||
		offer.Unheard(text) ||
		words.HoldsAny(text, "again", "sorry", "nuev", "otra vez", "erneut", "nochmal", "nouveau", "novamente", "riprova")
}

// choiceLeadsTo reports whether a choice of a menu leads to a widget.
func choiceLeadsTo(m *Menu, to *flow.Widget) bool {
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return after(b.Transition.Meant, effects.Sets) == to })
}

// offersRest reports whether a menu, or what is told before it, says what happens with any other
// key, or asks only whether something is right.
func offersRest(m *Menu) bool {
	text := effects.Prompt(m.Question).Text() + "\n" + effects.ToldBefore(m.Question)
	if YesOrNo(text) || offer.AsksIfRight(text) ||
		words.HoldsAny(text, "main menu", "go back", "start over", "re-enter", "reenter") ||
		rest.MatchString(text) {
		return true
	}
	return slices.ContainsFunc(m.Offers, func(o Offer) bool { return !m.Takes(o.Answer) || o.Back() || o.Restarts() || offer.Agrees(o.Purpose()) })
}

// rest is how a prompt tells what happens with any other key.
var rest = pattern.Lazy(`(?i)\b(?:any(?:thing)? (?:other|else|key)|other keys?|otherwise|cualquier(?: otr[oa])?|otr[oa] tecla|de lo contrario|sonst|(?:jede|eine) andere|autre touche|toute autre|sinon|qualquer(?: outr[oa])?|outra tecla|caso contrário|(?:qualsiasi|altro) (?:altro )?tasto|altrimenti)\b`)
