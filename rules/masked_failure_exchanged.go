package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// isExchanged reports whether the success of a step leads to a text which says that it failed, and its failure
// to one that says nothing of the kind.
func isExchanged(worked, failed *flow.Transition) bool {
	good, bad := effects.Next(worked, effects.Tells), effects.Next(failed, effects.Tells)
	if good == nil || bad == nil || good == bad || good.Incomplete || bad.Incomplete {
		return false
	}
	told, instead := effects.Prompt(good).Text(), effects.Prompt(bad).Text()
	return offer.SaysFailed(told) && !liquid.HasTags(told) && strings.TrimSpace(instead) != "" && !liquid.HasTags(instead) &&
		!offer.SaysFailed(instead) && !offer.Regrets(instead) && !offer.Refuses(instead) && !offer.Troubled(instead)
}

// isCrossed reports whether the success of a request leads to a text which says that something is wrong, by its words or
// by the widget's name, and its failure to what reads what the request brings, which tells nothing of the kind.
func isCrossed(f *flow.Flow, worked, failed *flow.Transition) bool {
	good, bad := effects.Next(worked, effects.Tells), effects.PastSetting(failed)
	if good == nil || bad == nil || good == bad || good.Incomplete || bad.Incomplete || !isBadTold(good) || isBadTold(bad) ||
		reads.Of(f, good, worked.From) {
		return false
	}
	const far = 4
	t := failed
	for range far {
		switch next := t.Meant; {
		case next == nil:
			return false
		case reads.Of(f, next, worked.From):
			return true
		case next == bad || next.Onward() == nil:
			return false
		default:
			t = next.Onward()
		}
	}
	return false
}

// isBadTold reports whether a widget tells a person that something went wrong, or is named so.
func isBadTold(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	if effects.ActOf(w) != effects.Tells || liquid.HasTags(text) || strings.TrimSpace(text) == "" {
		return false
	}
	return offer.SaysFailed(text) || offer.Regrets(text) && offer.Troubled(text) || words.NamesFailure(w.Name)
}

// reportExchangedEvents reports a step whose success and failure lead to each other's texts, and whether it did.
func reportExchangedEvents(p *lint.Pass, worked, failed *flow.Transition) bool {
	if !isExchanged(worked, failed) {
		return reportCrossedEvents(p, worked, failed)
	}
	good, bad := effects.PastSetting(worked), effects.PastSetting(failed)
	p.Reportf(worked.NextNode, "%s of %s leads to %s, which says that it failed, and %s to %s; exchange the two",
		words.Quote(worked.Event), worked.From.Label(), good.Label(), words.Quote(failed.Event), bad.Label()).
		As(finding.Warning).Relate(effects.Prompt(good), "what is told when it works").Relate(failed.NextNode, "where the failure leads")
	return true
}

// reportCrossedEvents reports a request whose success leads to an apology, and its failure to what reads what it brings.
func reportCrossedEvents(p *lint.Pass, worked, failed *flow.Transition) bool {
	if !isCrossed(p.Flow, worked, failed) {
		return false
	}
	good, bad := effects.PastSetting(worked), effects.PastSetting(failed)
	p.Reportf(worked.NextNode, "%s of %s leads to %s, which is for a failure, and %s to %s, which reads what it brings; exchange the two",
		words.Quote(worked.Event), worked.From.Label(), good.Label(), words.Quote(failed.Event), bad.Label()).
		As(finding.Warning).Relate(effects.Prompt(good), "what is told when it works").Relate(failed.NextNode, "where the failure leads")
	return true
}
