package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportEchoes reports the texts right after a question that repeat the answer to another one as what was
// just entered.
func reportEchoes(p *lint.Pass) {
	for _, r := range p.Flow.Refs() {
		w := r.Widget
		if r.Use != liquid.UseOutput || r.Node != effects.Prompt(w) || !p.Flow.Reachable(w) {
			continue
		}
		start := strings.LastIndex(r.Text[:r.Reference.Span.Start], "{{")
		of := reads.Origin(p.Flow, r)
		if start < 0 || !reads.IsAnswer(p.Flow, of) {
			continue
		}
		told, asked := reads.Widget(p.Flow, of), askedRightBefore(w)
		if told == nil || asked == nil || told == asked || !repeatsOther(r.Text[:start], asked, told) {
			continue
		}
		next := effects.Next(w.Onward(), effects.Tells, effects.Asks)
		if tells(p.Flow, w, asked) || tells(p.Flow, next, asked) || answers.Unread.Of(p)[asked.Index] ||
			len(offer.In(effects.Prompt(asked).Text())) > 0 {
			continue
		}
		p.Reportf(r.Place(), "%s comes right after %s, but repeats the answer to %s; read widgets.%s",
			w.Label(), asked.Label(), told.Label(), words.Shorten(asked.Name)).
			Relate(asked, "the question")
	}
}

// repeatsOther reports whether what stands before an output says that it is what was just entered, or what the
// one question asks for and the other does not.
func repeatsOther(before string, asked, told *flow.Widget) bool {
	if offer.EndsWithEcho(before) {
		return true
	}
	noun := words.In(offer.EndsWithYours(before))
	lacks := func(w *flow.Widget) bool {
		text := words.In(effects.Prompt(w).Text())
		return slices.ContainsFunc(noun, func(word string) bool { return !slices.Contains(text, word) })
	}
	return lacks(told) && !lacks(asked)
}

// askedRightBefore returns the question whose answers alone lead to a widget; nil for none.
func askedRightBefore(w *flow.Widget) (asked *flow.Widget) {
	for _, t := range effects.Into(w) {
		if asked != nil && t.From != asked || !effects.StoresAnswerOn(t.From, t.Raised()) || !answers.Asks(t.From) {
			return nil
		}
		asked = t.From
	}
	return asked
}

// tells reports whether the text of a widget prints the answer to a question.
func tells(f *flow.Flow, w, asked *flow.Widget) bool {
	return w != nil && slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return !t.Liquid.Readable() || slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			return reads.Widget(f, reads.Origin(f, r)) == asked
		})
	})
}
