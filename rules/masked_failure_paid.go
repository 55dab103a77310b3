package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportPaidAgain reports the payments to which one comes again, once they are made, by the failure of the step after
// them: nobody is asked, and pays twice.
func reportPaidAgain(p *lint.Pass) {
	const far = 5
	for _, w := range p.Flow.Widgets {
		if !effects.AmountOf(w).Exists() || !p.Flow.Reachable(w) {
			continue
		}
		at := effects.RequestOn(w.Onward())
		for range far {
			if at == nil {
				break
			}
			for _, t := range at.Transitions {
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
