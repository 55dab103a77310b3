package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/shape"
)

// reportUntoldTasks reports the tasks without attributes for a workflow to which another step of the same type gives tasks that
// tell something: once. A workflow that decides by it finds nothing.
func reportUntoldTasks(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil || !p.Flow.Reachable(w) || w.Incomplete || !isBare(w) {
			continue
		}
		i := slices.IndexFunc(p.Flow.Widgets, func(other *flow.Widget) bool {
			return other.Facts == w.Facts && !isBare(other) && p.Flow.Reachable(other) && sameWorkflow(w, other)
		})
		switch {
		case i < 0:
		case d == nil:
			d = p.Reportf(w, "%s creates a task without attributes, while %s tells the same workflow something: where that decides by it, nothing fits; add them",
				w.Label(), p.Flow.Widgets[i].Label()).As(finding.Note).Relate(p.Flow.Widgets[i], "the other task").Identify(w.Label())
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

// sameWorkflow reports whether two tasks go to one workflow, by its SID.
func sameWorkflow(a, b *flow.Widget) bool {
	for i := range a.Facts.Properties {
		if f := &a.Facts.Properties[i]; slices.Contains(f.SID, "WW") {
			text := a.Property(f.Name).Text()
			return strings.HasPrefix(text, "WW") && text == b.Property(f.Name).Text()
		}
	}
	return false
}
