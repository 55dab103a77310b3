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
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportDoneBefore reports the requests that pay, book or delete something before the person is asked whether it shall
// be done, where a yes does no more than say that it was: once.
func reportDoneBefore(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.AllMenus.Of(p) {
		if len(m.Branches) < 2 {
			continue
		}
		request := committedBefore(p, m.Question)
		switch {
		case request == nil || !asksFirst(m) || !speaksOf(m, request.Name) || isToldUndone(p, m.Question):
		case d == nil:
			d = p.Reportf(effects.Prompt(m.Question), "%s asks whether to do what %s has done already, also for whoever says no; make the request after the yes",
				m.Question.Label(), request.Label()).Relate(request, "what does it").Identify(m.Question.Label())
		default:
			d.Also(effects.Prompt(m.Question), "so does "+m.Question.Label())
		}
	}
}

// asksFirst reports whether a menu asks whether something shall be done, of which no answer does it, and of which nothing
// says that it has been done. What a recording or a picture asks is not known.
func asksFirst(m *answers.Menu) bool {
	text := effects.Prompt(m.Question).Text()
	return text != "" && (offer.AsksToConfirm(text) || m.OffersNo()) && !doesMore(m) && !offer.KeepsUntil(text) && !saysSo(text)
}

// saysSo reports whether a sentence of a question says that something was done: then no secret is made of it, and what
// is asked is another thing.
func saysSo(text string) bool {
	for text != "" {
		n := strings.IndexAny(text, ".!?\n") + 1
		if n == 0 {
			n = len(text)
		}
		if sentence := text[:n]; offer.Confirms(sentence) || offer.SaysDone(sentence) {
			return true
		}
		text = text[n:]
	}
	return false
}

// speaksOf reports whether a question, or what is said to an answer, has a word of a name: else another thing is asked.
func speaksOf(m *answers.Menu, name string) bool {
	const stem = 5 // bytes in which the forms of a word are alike
	texts := []string{effects.Prompt(m.Question).Text()}
	for _, b := range m.Branches {
		if to := effects.PastSetting(b.Transition); to != nil {
			texts = append(texts, effects.Prompt(to).Text())
		}
	}
	for _, text := range texts {
		said := words.In(text)
		for _, word := range words.In(name) {
			begin := word[:min(len(word), stem)]
			if len(word) > 2 && slices.ContainsFunc(said, func(other string) bool { return strings.HasPrefix(other, begin) }) {
				return true
			}
		}
	}
	return false
}

// isToldUndone reports whether reportBroken tells that nothing after a question does what is promised there.
func isToldUndone(p *lint.Pass, asked *flow.Widget) bool {
	return slices.ContainsFunc(answers.Broken.Of(p), func(u answers.Unkept) bool { return u.After == asked })
}

// doesMore reports whether an answer to a question leads to a request or another flow, or none to words that say it was
// done.
func doesMore(m *answers.Menu) bool {
	says := false
	for _, b := range m.Branches {
		to := effects.PastSetting(b.Transition)
		if to == nil {
			continue
		}
		if effects.RequestOn(b.Transition) != nil || effects.ActOf(to) == effects.RunsFlow || effects.ActOf(to) == effects.Anything {
			return true
		}
		text := effects.Prompt(to).Text()
		says = says || effects.ActOf(to) == effects.Tells &&
			(offer.SaysDone(text) || offer.SaysDoneBeside(text) || offer.Confirms(text) ||
				offer.SaysCancelled(text) || offer.ConfirmsPayment(text))
	}
	return !says
}

// committedBefore returns a request from which one comes to a question, at once or over words, and that has worked on
// every way to it, when it is named after something that nobody wants done unasked; nil for none.
func committedBefore(p *lint.Pass, asked *flow.Widget) *flow.Widget {
	for _, t := range effects.Into(asked) {
		for range 3 {
			before := effects.OnlyInto(t.From)
			if before == nil || effects.ActOf(t.From) != effects.Tells {
				break
			}
			t = before
		}
		request := t.From
		if t.Facts.Kind == schemas.KindSuccess && request.Facts.Request != nil && isCommitting(request, asked) && p.Flow.Reachable(request) &&
			hasAlwaysWorked(p.Flow, request, asked) {
			return request
		}
	}
	return nil
}

// isCommitting reports whether a request does something that nobody wants done unasked, by its name, or by the verb that
// the question after it has, too.
func isCommitting(request, asked *flow.Widget) bool {
	return offer.NamesCommitting(request.Name) ||
		!effects.LooksUp(request) && words.SharesVerb(request.Name, effects.Prompt(asked).Text())
}

// hasAlwaysWorked reports whether no way leads to a widget but over a request that works.
func hasAlwaysWorked(f *flow.Flow, request, to *flow.Widget) bool {
	otherwise := func(t *flow.Transition) bool { return t.From != request || t.Facts.Kind != schemas.KindSuccess }
	return !slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool {
		if !e.Reaches(to) || !e.HasRun(request, to) {
			return e.Reaches(to) // what dominates is known at once
		}
		_, ok := e.PathWhere(to, otherwise)
		return ok
	})
}
