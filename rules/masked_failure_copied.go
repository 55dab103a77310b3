package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
)

// reportCopied reports the texts to which only failures lead, and which are the text of another step to which none
// does, or its beginning, and say nothing of a failure: a copied step whose text was left. Thanks, a goodbye and a
// promise are for both.
func reportCopied(p *lint.Pass) {
	var others []said
	for _, w := range p.Flow.Widgets {
		text, ok := copiedText(p, w)
		if !ok {
			continue
		}
		if others == nil {
			others = notAfterFailure(p)
		}
		for _, o := range others {
			other := o.by
			if other == w || !strings.HasPrefix(o.text, text) || goesOnAlike(p, said{w, text}, o) {
				continue
			}
			p.Reportf(effects.Prompt(w), "%s comes only when %s has failed, but says what %s says, and nothing of that; say what it is",
				w.Label(), effects.Into(w)[0].From.Label(), other.Label()).
				As(finding.Note).Relate(effects.PlaceOfPrompt(other), "the other text").Identify(w.Label())
			break
		}
	}
}

// A said text is what a step says, in one line.
type said struct {
	by   *flow.Widget
	text string
}

// notAfterFailure returns what the person hears of steps to which not only failures lead.
func notAfterFailure(p *lint.Pass) (all []said) {
	for _, w := range p.Flow.Widgets {
		if effects.HeardBy(p.Flow, w) == effects.Contact && !afterFailure(w) && p.Flow.Reachable(w) {
			all = append(all, said{w, oneLine(effects.Prompt(w).Text())})
		}
	}
	return all
}

// copiedText returns what a step says to which only failures lead, where that says nothing of them.
func copiedText(p *lint.Pass, w *flow.Widget) (text string, ok bool) {
	const shortest = 24 // bytes of a text that two steps have in common by no chance
	if effects.ActOf(w) != effects.Tells || !afterFailure(w) || effects.HeardBy(p.Flow, w) != effects.Contact || !p.Flow.Reachable(w) {
		return "", false
	}
	text = oneLine(effects.Prompt(w).Text())
	if len(text) < shortest || liquid.HasTags(text) || offer.Troubled(text) || offer.Refuses(text) || offer.SaysWrong(text) || offer.SaysFailed(text) ||
		offer.AsksAnew(text) || offer.OnlyParts(text) || offer.Leaves(text) || offer.Parts(text) {
		return "", false
	}
	for _, what := range []offer.Promise{offer.Transfer, offer.CallBack} {
		if _, said := offer.Promises(text, what); said {
			return "", false
		}
	}
	return text, !p.Flow.Reads(w, func(r flow.Ref) bool { return reads.Response(p.Flow, r) != nil })
}

// goesOnAlike reports whether a flow goes on after one text as after another that may say more, or whether that says
// what the request would have told: then the failure harms nobody, and need not be told.
func goesOnAlike(p *lint.Pass, failed, other said) bool {
	if effects.ActOf(other.by) == effects.Tells {
		a, b := failed.by.Onward(), other.by.Onward()
		if a != nil && b != nil && a.Meant != nil && effects.PastSetting(a) == effects.PastSetting(b) || failed.text != other.text {
			return true
		}
	}
	return p.Flow.Reads(other.by, func(r flow.Ref) bool {
		by := reads.Response(p.Flow, r)
		return by != nil && slices.ContainsFunc(effects.Into(failed.by), func(t *flow.Transition) bool { return t.From == by })
	})
}

// afterFailure reports whether only failures of requests lead to a step.
func afterFailure(w *flow.Widget) bool {
	return effects.AfterFailures(w) && !slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return t.From.Facts.Request == nil })
}

// oneLine is a text without what parts its lines.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
