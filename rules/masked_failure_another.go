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
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkAnother looks at a failure that leads elsewhere than the success does.
func checkAnother(p *lint.Pass, w *flow.Widget, worked, failed *flow.Transition, denied *denials) {
	told := effects.Next(failed, effects.Tells, effects.Asks)
	to, idle, next := effects.PastSetting(failed), effects.PastIdle(p.Flow, failed), effects.PastSetting(worked)
	switch {
	case told != nil && told == next && lastWord(p, told):
		confirmsFailure(p, w, failed, told)
	case told != nil && w.Facts.Request != nil && effects.Next(worked, effects.Tells, effects.Asks) != told &&
		tellsNo(p.Flow, told):
		denied.add(p, failed, told, isAlsoAnswered(p.Flow, w, worked, told))
	case isToldAsNo(p, w, worked, failed):
		reportToldAlike(p, w, failed)
	case idle == to && askedAgain(p.Flow, w, to):
		reportAskedAgain(p, w, failed)
	case saysAnswer(p.Flow, w, to): // there is none as a rule, so nothing is sent: read-before-run
	case isWelcome(p, w, to):
		d := p.Reportf(failed.NextNode, "%s of %s leads to %s, which is for whoever writes something else, and says nothing of it; give it a message of its own",
			words.Quote(failed.Event), w.Label(), to.Label())
		if wrongAnswer(next, to) {
			d.Relate(next.OnKind(schemas.KindNoMatch), "so does what "+w.Label()+" answers and no branch takes")
		}
	case idle == to && wrongAnswer(next, to) && p.Flow.SameLoop(to, w):
		p.Reportf(failed.NextNode, "%s of %s leads to %s, as a wrong answer does: while the service is down the person is asked for ever; give it a message of its own and an end",
			words.Quote(failed.Event), w.Label(), to.Label())
	case isToldAlike(p, w, worked, failed):
		reportToldAlike(p, w, failed)
	}
}

// tellsNo reports whether a widget tells a person that nothing was found, or, without asking anything, that he is not one
// who may come in: not that it is so for the moment, as an outage is.
func tellsNo(f *flow.Flow, told *flow.Widget) bool {
	text := plainWord(f, told)
	return !offer.ForTheMoment(text) && !offer.MissesOwn(text) &&
		(offer.Refuses(text) || effects.ActOf(told) == effects.Tells && offer.Accuses(text))
}

// saysAnswer reports whether a message is nothing but a member of what a request answers.
func saysAnswer(f *flow.Flow, w, to *flow.Widget) bool {
	t := f.TemplateAt(effects.Prompt(to))
	return t != nil && to.Needs() == schemas.NeedsMessage &&
		slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return reads.IsAll(r) && reads.InResponse(f, r) == w })
}

// denials gathers what tells a person no when a request fails: once a flow, since one decision mends all.
type denials struct{ first *finding.Diagnostic }

func (all *denials) add(p *lint.Pass, failed *flow.Transition, told *flow.Widget, alsoAnswered bool) {
	w := failed.From
	if d := all.first; d != nil {
		d.Also(failed.NextNode, "so is a failure of "+w.Label()+", by "+told.Label())
		return
	}
	format := "%s of %s leads to %s, which says no, so an outage is told as an answer; say so"
	if alsoAnswered {
		format = "%s of %s leads to %s, as an answer that says no does; say what an outage is"
	}
	d := p.Reportf(failed.NextNode, format, words.Quote(failed.Event), w.Label(), told.Label()).Identify(w.Label())
	if told != failed.Meant {
		d.Relate(told, "what is told then")
	}
	all.first = d
}

// isAlsoAnswered reports whether a split on what a request has brought leads to a word, too:
// right after its success, or over other splits and steps that set variables.
func isAlsoAnswered(f *flow.Flow, w *flow.Widget, worked *flow.Transition, told *flow.Widget) bool {
	const far = 8
	walk := flow.WalkFrom(worked.Meant)
	for at := range walk.First(far) {
		switch effects.ActOf(at) {
		case effects.Sets:
			walk.AddNext(at)
		case effects.Splits:
			tests := slices.ContainsFunc(reads.Compared(f, at),
				func(r flow.Ref) bool { return reads.Widget(f, r) == w })
			if tests && slices.ContainsFunc(at.Transitions,
				func(t *flow.Transition) bool { return effects.Next(t, effects.Tells, effects.Asks) == told }) {
				return true
			}
			walk.AddNext(at)
		}
	}
	return false
}

// reportAskedAgain reports a failure that leads to the question whose answer the request takes, but
// for one that itself says that something is wrong at the moment, or asks to try again.
func reportAskedAgain(p *lint.Pass, w *flow.Widget, failed *flow.Transition) {
	to := effects.PastSetting(failed)
	switch text := effects.Prompt(to).Text(); {
	case offer.Troubled(text):
	case offer.SaysWrong(text), offer.AsksAnew(text) && offer.WantsValid(text):
		p.Reportf(failed.NextNode, "%s of %s leads to %s, which says that the answer was wrong; give the outage a message of its own",
			words.Quote(failed.Event), w.Label(), to.Label())
	case offer.AsksAnew(text):
	default:
		p.Reportf(failed.NextNode, "when %s fails (%s), %s is asked again without a word, and so on while the service is down; say so, and count",
			w.Label(), words.Quote(failed.Event), to.Label())
	}
}

// askedAgain reports whether a question's answer leads right to a request, over steps of which
// nobody notices anything, and the question does not tell what came of it.
func askedAgain(f *flow.Flow, w, question *flow.Widget) bool {
	if w.Facts.Request == nil || effects.ActOf(question) != effects.Asks ||
		slices.ContainsFunc(f.TemplatesOf(question), func(t *flow.Template) bool {
			return slices.ContainsFunc(t.Refs(),
				func(r flow.Ref) bool {
					return r.Root() != "widgets" && r.Name(1) == "variables" ||
						r.Name(1) == w.Name
				})
		}) {
		return false
	}
	return answerBefore(w, func(t *flow.Transition) bool { return t.From == question }) ||
		reads.Of(f, w, question) && f.CanPrecede(question, w)
}

// wrongAnswer reports whether a split sends what fits none of its branches to a widget.
func wrongAnswer(split, to *flow.Widget) bool {
	if !split.Facts.Split {
		return false
	}
	otherwise := split.OnKind(schemas.KindNoMatch)
	return effects.LeadsTo(otherwise, to)
}

// negative reports whether a split right after a request leads to a widget when what it
// tests is not as wished: what fits no branch, or a single branch beside it.
func negative(split, to *flow.Widget) bool {
	if !wrongAnswer(split, to) {
		return false
	}
	return slices.ContainsFunc(split.Transitions, func(t *flow.Transition) bool {
		return t.Facts.Kind == schemas.KindBranch && effects.PastSetting(t) != nil && effects.PastSetting(t) != to
	})
}

// isToldAsNo reports whether a failure leads to the fixed word, after an answer, to which what a service answers leads
// when it is not as wished, and which denies something and says nothing of a failure.
func isToldAsNo(p *lint.Pass, w *flow.Widget, worked, failed *flow.Transition) bool {
	next, to := effects.PastSetting(worked), effects.PastSetting(failed)
	if !negative(next, to) || !reads.FixedWord(to) || !takesAnswer(w) {
		return false
	}
	text := effects.Prompt(to).Text()
	return (deniesOnly(text) || offer.TellsOfNone(text)) && effects.Next(to.Onward(), effects.HandsOver) == nil
}

// wrongChoices returns what tells a person that an answer to a menu fits nowhere.
func wrongChoices(p *lint.Pass) map[*flow.Widget]*answers.Menu {
	all := map[*flow.Widget]*answers.Menu{}
	for _, m := range answers.AllMenus.Of(p) {
		told := effects.PastSetting(m.Otherwise)
		if told == nil || all[told] != nil {
			continue
		}
		if reads.FixedWord(told) && offer.SaysWrong(effects.Prompt(told).Text()) {
			all[told] = m
		}
	}
	return all
}
