package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// A task's kind is the type of the step that creates it and the SID of the workflow that it goes to.
type taskKind struct {
	facts    *schemas.Widget
	workflow string
}

// reportUntoldTasks reports the tasks without attributes for a workflow to which another step of the same
// type gives tasks that tell something: once. A workflow that decides by it finds nothing.
func reportUntoldTasks(p *lint.Pass) {
	telling := map[taskKind]*flow.Widget{}
	var bare []*flow.Widget
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil || !p.Flow.Reachable(w) {
			continue
		}
		kind := taskKind{w.Facts, workflowOf(w)}
		switch {
		case !strings.HasPrefix(kind.workflow, "WW"):
		case !isBare(w):
			if telling[kind] == nil {
				telling[kind] = w
			}
		case !w.Incomplete:
			bare = append(bare, w)
		}
	}
	var d *finding.Diagnostic
	for _, w := range bare {
		other := telling[taskKind{w.Facts, workflowOf(w)}]
		switch {
		case other == nil:
		case d == nil:
			d = p.Reportf(w, "%s creates a task without attributes, while %s tells the same workflow something: where that decides by it, nothing fits; add them",
				w.Label(), other.Label()).As(finding.Note).Relate(other, "the other task").Identify(w.Label())
		default:
			d.Also(w, "so does "+w.Label())
		}
	}
}

// isBare reports whether a task has no attributes, nor anything that was meant to be those.
func isBare(w *flow.Widget) bool {
	for i := range w.Facts.Properties {
		if f := &w.Facts.Properties[i]; f.Format == jsontext.Object {
			n := w.Property(f.Name)
			return (!n.Exists() || n.IsString() && strings.Trim(n.Text(), "{} \t\r\n") == "") && !shape.PropertyInstead(w, f.Name).Exists()
		}
	}
	return false
}
