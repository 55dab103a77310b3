package rules

import (
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/source"
)

// reportPriorities reports the task that is by its name or its attributes more urgent than others, and has a lower
// priority than each of them in its workflow: TaskRouter takes the higher one first. Once a flow.
func reportPriorities(p *lint.Pass) {
	if !havePriorities(p) {
		return
	}
	type task struct {
		of       *flow.Widget
		priority int
	}
	var urgent []task
	lowest := map[string]task{} // of the others, by workflow: another one has queues of its own
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil || !p.Flow.Reachable(w) {
			continue
		}
		priority, err := strconv.Atoi(strings.TrimSpace(priorityOf(w).Text()))
		attributes, workflow := w.Property(w.Facts.FlexTask.Attributes).Text(), workflowOf(w)
		switch {
		case err != nil || offer.SaysNotUrgent(attributes):
		case offer.NamesUrgent(w.Name) || offer.MarksUrgent(attributes):
			urgent = append(urgent, task{w, priority})
		default:
			if o, ok := lowest[workflow]; !ok || priority < o.priority {
				lowest[workflow] = task{w, priority}
			}
		}
	}
	for _, u := range urgent {
		if o, ok := lowest[workflowOf(u.of)]; ok && o.priority > u.priority {
			p.Reportf(priorityOf(u.of), "%s has priority %d, and %s has %d: the higher one is served first, so this one waits for all others of its workflow; write a higher number",
				u.of.Label(), u.priority, o.of.Label(), o.priority).As(finding.Warning).Relate(priorityOf(o.of), "the other one")
			return
		}
	}
}

// priorityOf returns the priority of the task that a widget makes.
func priorityOf(w *flow.Widget) source.Node { return w.Property(w.Facts.FlexTask.Priority) }

// workflowOf returns the workflow that gets the task of a widget.
func workflowOf(w *flow.Widget) string { return w.Property(w.Facts.FlexTask.Workflow).Text() }

// havePriorities reports whether the tasks of a flow have different priorities, all of which are known.
func havePriorities(p *lint.Pass) bool {
	first, differ := "", false
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil {
			continue
		}
		n := priorityOf(w)
		text := n.Text()
		if text == "" {
			continue
		}
		if !shape.IsLiteral(p, n) {
			return false
		}
		differ = differ || first != "" && text != first
		first = text
	}
	return differ
}
