package script

import (
	"slices"

	"studiolint/lint/sim"
)

// hiding returns what puts asterisks in the place of secrets in a text that is shown: those
// of the flows that an execution came through. It is to be used before a text is shortened
// or taken apart.
func hiding(x *sim.Execution) func(text string) string {
	var programs []*sim.Program
	for _, v := range x.Visits() {
		if v.Program.Hide != nil && !slices.Contains(programs, v.Program) {
			programs = append(programs, v.Program)
		}
	}
	return func(text string) string {
		for _, p := range programs {
			text = p.Hide(text)
		}
		return text
	}
}
