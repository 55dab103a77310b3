package answers

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/split"
)

// Purposes are, by the transition of a branch, what the prompts of its menu offer its
// answers for: "for sales", "To cancel".
var Purposes = lint.NewFact(func(d *project.Document) map[*flow.Transition][]string {
	all := map[*flow.Transition][]string{}
	for _, m := range AllMenus.Of(d) {
		for _, o := range m.Offers {
			purpose := strings.TrimSpace(o.Purpose())
			if purpose == "" {
				continue
			}
			for _, b := range m.Branches {
				if b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes {
					all[b.Transition] = append(all[b.Transition], purpose)
					break // the first that takes it
				}
			}
		}
	}
	return all
})
