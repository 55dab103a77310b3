package rules

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportSilentCall reports an incoming call on which nothing is said, asked or handed over, as
// long as nothing fails.
func reportSilentCall(p *lint.Pass) {
	for _, e := range p.Flow.Entries() {
		if e.Channels()&flow.Call == 0 || len(e.Transitions) != 1 {
			continue
		}
		if first := e.Transitions[0]; first.Meant != nil && !values.Noticed.Of(p)[first.Meant.Index] && shape.ClearAfter(p, first.Meant) {
			p.Reportf(first, "on %s nothing is said, asked or handed over, so the caller hears nothing and is hung up on; say something", words.Quote(e.Event))
		}
	}
}
