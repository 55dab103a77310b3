package reads

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/project"
)

// Truths are the branches that compare a value with true or false and with nothing else, by what they test.
var Truths = lint.NewFact(func(d *project.Document) map[string][]Branch {
	const few = 8 // of one value
	all := map[string][]Branch{}
	for _, branches := range conditions.Of(d) {
		for _, in := range branches {
			for _, b := range in {
				if b.Literal && b.Subject != "" && len(all[b.Subject]) < few && b.IsTruth() {
					all[b.Subject] = append(all[b.Subject], b)
				}
			}
		}
	}
	return all
})

// IsTruth reports whether a branch asks for true or false and for nothing else.
func (b Branch) IsTruth() bool {
	texts, ok := b.Comparison.Texts()
	return ok && len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		return !strings.EqualFold(text, "true") && !strings.EqualFold(text, "false")
	})
}
