package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// A task's kind is the type of the step that creates it and the SID of the workflow that it goes to.
type taskKind struct {
	facts    *schemas.Widget
	workflow string
}

// reportUntoldTasks reports the tasks without attributes, for what was chosen, for a workflow to which two other steps
// of the same type give tasks that tell something: once. A workflow that decides by it finds nothing. One that alone is
// told of is the special one, and the others are the rest.
func reportUntoldTasks(p *lint.Pass) {
	telling := map[taskKind][]*flow.Widget{}
	var bare []*flow.Widget
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil || !p.Flow.Reachable(w) {
			continue
		}
		kind := taskKind{w.Facts, workflowOf(w)}
		switch {
		case !strings.HasPrefix(kind.workflow, "WW"):
		case !isBare(w):
			telling[kind] = append(telling[kind], w)
		case !w.Incomplete && isForChoice(w):
			bare = append(bare, w)
		}
	}
	var d *finding.Diagnostic
	for _, w := range bare {
		others := telling[taskKind{w.Facts, workflowOf(w)}]
		switch {
		case len(others) < 2 || slices.ContainsFunc(answers.UntaughtAgents.Of(p), func(u answers.Untaught) bool { return u.Agent == w }):
			// lost-choice tells the latter
		case d == nil:
			d = p.Reportf(w, "%s creates a task without attributes, while %s tells the same workflow something: where that decides by it, nothing fits; add them",
				w.Label(), others[0].Label()).As(finding.Note).Relate(others[0], "the other task").Identify(w.Label())
		default:
			d.Also(w, "so does "+w.Label())
		}
	}
}

// isForChoice reports whether a branch of a split leads to a task, at once or over a step: else it is for the rest.
func isForChoice(w *flow.Widget) bool {
	return slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool {
		if before := effects.OnlyInto(t.From); before != nil && effects.ActOf(t.From) == effects.Tells {
			t = before
		}
		return t.Facts.Kind == schemas.KindBranch
	})
}

// isBare reports whether a task has no attributes, nor anything that was meant to be those.
func isBare(w *flow.Widget) bool {
	f := effects.Attributes(w)
	return f != nil && shape.Unfilled(w, f.Name)
}
