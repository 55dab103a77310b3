package rules

import (
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
)

// reportPriorities reports the task that is by its name or its attributes more urgent than others, and has a lower
// priority than each of them: TaskRouter takes the higher one first. Once a flow.
func reportPriorities(p *lint.Pass) {
	if !havePriorities(p) {
		return
	}
	type task struct {
		of       *flow.Widget
		priority int
	}
	var urgent, others []task
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil || !p.Flow.Reachable(w) {
			continue
		}
		priority, err := strconv.Atoi(strings.TrimSpace(w.Property("priority").Text()))
		switch {
		case err != nil:
		case offer.NamesUrgent(w.Name) || offer.MarksUrgent(w.Property("attributes").Text()):
			urgent = append(urgent, task{w, priority})
		default:
			others = append(others, task{w, priority})
		}
	}
	for _, u := range urgent {
		above := len(others) > 0
		for _, o := range others {
			above = above && o.priority > u.priority
		}
		if above {
			o := others[0]
			p.Reportf(u.of.Property("priority"), "%s has priority %d, and %s has %d: the higher one is served first, so this one waits for all others; write a higher number",
				u.of.Label(), u.priority, o.of.Label(), o.priority).As(finding.Warning).Relate(o.of.Property("priority"), "the other one")
			return
		}
	}
}

// havePriorities reports whether the tasks of a flow have different priorities, all of which are known.
func havePriorities(p *lint.Pass) bool {
	first, differ := "", false
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil {
			continue
		}
		n := w.Property("priority")
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
