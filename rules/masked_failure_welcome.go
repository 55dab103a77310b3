package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// isWelcome reports whether the failure of a request that is given what a person wrote is told by the last
// word for whoever wrote nothing that a split knows, before the request: it knows nothing of a failure.
func isWelcome(p *lint.Pass, request, told *flow.Widget) bool {
	if request.Facts.Request == nil || !reads.FixedWord(told) || !lastWord(p, told) || !reads.GivenMessage(p, request) {
		return false
	}
	if text := effects.Prompt(told).Text(); text == "" || strings.Contains(text, "?") || offer.Troubled(text) ||
		offer.SaysWrong(text) || offer.AsksAnew(text) || offer.Refuses(text) {
		return false
	}
	return slices.ContainsFunc(effects.Into(told), func(t *flow.Transition) bool {
		return t.Facts.Kind == schemas.KindNoMatch && t.From.Facts.Split && values.AsksPerson.Of(p)[t.From.Index] &&
			p.Flow.CanPrecede(t.From, request) && !p.Flow.CanPrecede(request, t.From)
	})
}
