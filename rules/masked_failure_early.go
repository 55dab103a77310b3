package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTooSoon reports the messages that say that something was done before the only request that
// may do it, which is skipped when they fail: once.
func reportTooSoon(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		request, failed := answers.ToldTooSoon(p.Flow, w), w.OnKind(schemas.KindFailure)
		if request == nil {
			continue
		}
		if d == nil {
			d = p.Reportf(effects.Prompt(w), "%s says that it was done before %s does it, which is skipped when the message fails (%s); make the request first",
				w.Label(), request.Label(), words.Quote(failed.Event)).Relate(request, "what does it").Identify(w.Label())
		} else {
			d.Also(effects.Prompt(w), "so does "+w.Label())
		}
	}
}
