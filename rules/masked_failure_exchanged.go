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
	"studiolint/lint/words"
	"studiolint/schemas"
)

// isExchanged reports whether the success of a step leads to a text which says that it failed, and its failure
// to one that says nothing of the kind.
func isExchanged(worked, failed *flow.Transition) bool {
	good, bad := effects.Next(worked, effects.Tells), effects.Next(failed, effects.Tells)
	if good == nil || bad == nil || good == bad || good.Incomplete || bad.Incomplete {
		return false
	}
	told, instead := effects.Prompt(good).Text(), effects.Prompt(bad).Text()
	return offer.SaysFailed(told) && !saysInPassing(told) && !liquid.HasTags(told) && strings.TrimSpace(instead) != "" && !liquid.HasTags(instead) &&
		!offer.SaysFailed(instead) && !offer.Regrets(instead) && !offer.Refuses(instead) && !offer.Troubled(instead)
}

// saysInPassing reports whether a text that says that something failed says so in a clause with if or since, or says
// as well that something worked.
func saysInPassing(text string) bool {
	return offer.FailsInPassing(text) || slices.ContainsFunc(strings.FieldsFunc(text,
		func(r rune) bool { return r == '.' || r == '!' || r == ';' }), offer.SaysDone)
}

// reportExchangedEvents reports a step whose success and failure lead to each other's texts, and whether it did.
func reportExchangedEvents(p *lint.Pass, worked, failed *flow.Transition) bool {
	if !isExchanged(worked, failed) {
		return false
	}
	tellExchanged(p, worked, failed)
	return true
}

func tellExchanged(p *lint.Pass, worked, failed *flow.Transition) {
	good, bad := effects.PastSetting(worked), effects.PastSetting(failed)
	p.Reportf(worked.NextNode, "%s of %s leads to %s, which says that it failed, and %s to %s; exchange the two",
		words.Quote(worked.Event), worked.From.Label(), good.Label(), words.Quote(failed.Event), bad.Label()).
		As(finding.Warning).
		Relate(effects.PlaceOfPrompt(good), "what is told when it works").
		Relate(failed.NextNode, "where the failure leads")
}

// isSentAmiss reports whether a message that says nothing of a failure leads, once it is sent, to the text to which another
// step's failure leads and which says that something failed, while its own failure leads on.
func isSentAmiss(worked, failed *flow.Transition) bool {
	w, told, on := worked.From, effects.Next(worked, effects.Tells), effects.PastSetting(failed)
	if told == nil || told.Incomplete || on == nil || on == told || effects.ActOf(on) == effects.Tells {
		return false
	}
	own, text := effects.Prompt(w).Text(), effects.Prompt(told).Text()
	if !saysTrouble(text) || saysInPassing(text) || liquid.HasTags(text) || own == "" || liquid.HasTags(own) ||
		saysTrouble(own) || offer.Regrets(own) || offer.Refuses(own) {
		return false
	}
	return slices.ContainsFunc(effects.Into(told), func(t *flow.Transition) bool {
		return t.From != w && t.Facts.Kind == schemas.KindFailure
	})
}

func saysTrouble(text string) bool { return offer.SaysFailed(text) || offer.Troubled(text) }
