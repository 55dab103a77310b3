package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportPaidAgain reports the payments to which one comes again, once they are made, by the failure of the step after
// them: nobody is asked, and pays twice.
func reportPaidAgain(p *lint.Pass) {
	const far = 5
	for _, w := range p.Flow.Widgets {
		if !effects.AmountOf(w).Exists() || !p.Flow.Reachable(w) || takesToken(p.Flow, w) {
			continue
		}
		at := effects.RequestOn(w.Onward())
		for range far {
			if at == nil {
				break
			}
			for _, t := range at.Transitions {
				if t.Facts.Kind != schemas.KindFailure {
					continue // it may be another payment
				}
				again := effects.PastSetting(t)
				if again != nil && again != w && effects.ActOf(again) == effects.Tells {
					again = effects.PastSetting(again.Onward())
				}
				if again == w && t.Meant != nil {
					p.Reportf(t.NextNode, "%s of %s leads back to %s, which was paid already: one pays twice; make only the request again, or say that somebody will look into it",
						words.Quote(t.Event), at.Label(), w.Label()).As(finding.Warning).Relate(w, "the payment")
				}
			}
			at = effects.RequestOn(at.Onward())
		}
	}
}

// takesToken reports whether a widget that asks for a card takes no money, but a token with which a later step charges:
// the amount is blank or 0, or somebody reads the token.
func takesToken(f *flow.Flow, w *flow.Widget) bool {
	if text := strings.TrimSpace(effects.AmountOf(w).Text()); strings.Trim(text, "0.,") == "" {
		return true
	}
	return slices.ContainsFunc(f.OutputRefs(w.Name), func(r flow.Ref) bool {
		return strings.Contains(strings.ToLower(r.Name(len(r.Segments)-1)), "token")
	})
}
