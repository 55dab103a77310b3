package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/flow"
)

// isMisread reports whether a voice of another language reads a text, of which voice-language tells.
func isMisread(p *lint.Pass, w *flow.Widget, tongue string) bool {
	reads := answers.ReadIn(p, w)
	return len(reads) > 0 && !slices.Contains(reads, tongue)
}
