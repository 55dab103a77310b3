package finding

import (
	"fmt"

	"studiolint/lint/flow"
)

// maxSteps is how many steps of a witness are kept. A path through a generated
// flow can have thousands, and there can be as many findings.
const maxSteps = 100

// Steps is the witness of a path. It ends at the widget to, which is all there is of
// an empty path.
func Steps(path []*flow.Transition, to *flow.Widget) Witness {
	return func() []Step { return stepsOf(path, to) }
}

// Route is the witness of the first of some routes to a widget.
func Route(routes flow.Routes, to *flow.Widget) Witness {
	return func() []Step {
		path, ok := routes.To(to)
		if !ok {
			return nil
		}
		return stepsOf(path, to)
	}
}

func stepsOf(path []*flow.Transition, to *flow.Widget) []Step {
	all := make([]Step, 0, min(len(path), maxSteps)+2)
	for i, t := range path {
		if left := len(path) - maxSteps; left > 0 && i >= maxSteps/2 && i < maxSteps/2+left {
			if i == maxSteps/2 {
				all = append(all, Step{Widget: fmt.Sprintf("(%d more widgets)", left), At: t})
			}
			continue
		}
		all = append(all, Step{Widget: t.From.Name, Event: t.Event, At: t})
	}
	return append(all, Step{Widget: to.Name, At: to})
}
