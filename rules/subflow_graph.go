package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "subflow-graph", Title: "Flows run each other in a way that Studio does not allow",
		Group: finding.Flex, Severity: finding.Error, Varies: "note for a subflow that is not among the files", AcrossFiles: true,
		Doc: `Looks across the files of a run at which flow runs which as its subflow. Finds

* subflows that run subflows themselves: only one level is allowed (81024); also a
  flow that runs one on the way from its own incomingParent;
* flows that run each other, or themselves, in a circle;
* subflows whose trigger leads nowhere on incomingParent, so that running them does
  nothing;
* flows with more than 150 Run Subflow widgets or 50 different subflows, and those
  that have more than 2,000 widgets together with all the subflows they run
  (81026);
* as a note, subflows that are not among the files, for nothing can be said of
  them; only where the run tells other flows by their SIDs, for a flow that is
  linted alone misses nothing.

Flows are known by the "sid" of their resources. Where the files are bare
definitions, the configuration tells which flow is which:

    subflows:
      FW0123456789abcdef0123456789abcdef: flows/opening-hours.json`,
	},
	Check: func(p *lint.Pass) {
		calls := p.Project.Calls(p.Document)
		noted := map[string]bool{}
		for _, c := range calls {
			checkCall(p, c)
			if sid := c.SID.Text(); !noted[sid] {
				noted[sid] = true
				checkInRun(p, c)
			}
		}
		if len(calls) > 0 && len(p.Project.Callers(p.Document)) == 0 {
			checkOwnLevel(p)
		}
		checkSubflowLimits(p, calls)
	},
})

// checkInRun notes a subflow that no file of the run holds, when one could.
func checkInRun(p *lint.Pass, c *project.Call) {
	sid := c.SID.Text()
	if !words.IsSIDOf(sid, "FW") || p.Project.BySID(sid) != nil || p.Config.Subflows[sid] != "" || !tellsFlows(p) {
		return
	}
	p.Reportf(c.SID, "the subflow of %s is not among the linted files, so parameters are not checked; lint both, or map the SID under \"subflows\"",
		c.Widget.Label()).As(finding.Note)
}

// tellsFlows reports whether the run tells other flows by their SIDs.
func tellsFlows(p *lint.Pass) bool {
	return len(p.Config.Subflows) > 0 || p.Project.KnowsOther(p.Document)
}

// maxCircles is of how many flows that lead back to each other every circle is reported.
// Of more, one is: to look for each takes time that grows with the square of their number.
const maxCircles = 100

// checkCall looks at one subflow that is among the files. A widget that no
// execution comes to runs nothing.
func checkCall(p *lint.Pass, c *project.Call) {
	if len(c.Targets) == 0 || !p.Flow.Reachable(c.Widget) {
		return
	}
	if size, first := p.Project.InCircle(c); first != nil {
		if first == p.Document || size <= maxCircles {
			reportCircle(p, circleFrom(p.Project, c))
		}
		return
	}
	target := c.Targets[0]
	if all(c.Targets, func(d *project.Document) bool { return nestedCall(p.Project, d) != nil }) {
		nested := nestedCall(p.Project, target)
		if _, first := p.Project.InCircle(nested); first != nil {
			return // the circle is reported
		}
		p.Reportf(c.SID, "%s runs %s, which runs a subflow itself: only one level is allowed (81024); let this flow run both",
			c.Widget.Label(), target.Label()).
			Relate(nested.Widget, "here it runs a subflow")
		return
	}
	if all(c.Targets, func(d *project.Document) bool { return d.Flow.Ignores(flow.ParentEvent) }) {
		trigger := target.Flow.Begin()
		p.Reportf(c.SID, "%s runs %s, whose trigger leads nowhere on incomingParent, so nothing happens there; connect incomingParent in that flow",
			c.Widget.Label(), target.Label()).
			Relate(trigger, "its trigger")
	}
}

func all(list []*project.Document, is func(*project.Document) bool) bool {
	return !slices.ContainsFunc(list, func(d *project.Document) bool { return !is(d) })
}

// nestedCall returns a widget by which a flow, run as a subflow, runs a subflow
// itself; nil when there is none.
func nestedCall(run *project.Project, d *project.Document) *project.Call {
	entry := d.Flow.Entry(flow.ParentEvent)
	if entry == nil {
		return nil
	}
	for _, c := range run.Calls(d) {
		if entry.Reaches(c.Widget) {
			return c
		}
	}
	return nil
}

// checkOwnLevel looks at a flow that can be run as a subflow and runs subflows,
// when no flow among the files runs it: then nobody else would report it.
func checkOwnLevel(p *lint.Pass) {
	c := nestedCall(p.Project, p.Document)
	if c == nil {
		return
	}
	path, _ := p.Flow.Entry(flow.ParentEvent).PathTo(c.Widget)
	p.Reportf(c.Widget, "%s runs a subflow on the way from incomingParent, where this flow is a subflow itself: only one level is allowed (81024); let the parent run both",
		c.Widget.Label()).Along(finding.Steps(path, c.Widget))
}

// circleFrom returns the calls of a shortest circle of flows that begins with a
// call and leads back to its flow; nil when there is none.
func circleFrom(run *project.Project, first *project.Call) []*project.Call {
	home := first.From
	by := map[*project.Document]*project.Call{} // the call by which the search came to a flow
	queue := []*project.Call{first}
	for i := 0; i < len(queue) && by[home] == nil; i++ {
		c := queue[i]
		if len(c.Targets) != 1 || !c.From.Flow.Reachable(c.Widget) || by[c.Targets[0]] != nil {
			continue
		}
		by[c.Targets[0]] = c
		queue = append(queue, run.Calls(c.Targets[0])...)
	}
	last := by[home]
	if last == nil {
		return nil
	}
	circle := []*project.Call{last}
	for last != first {
		last = by[last.From]
		circle = append(circle, last)
	}
	slices.Reverse(circle)
	return circle
}

// reportCircle reports a circle in the first of its flows alone.
func reportCircle(p *lint.Pass, circle []*project.Call) {
	if slices.ContainsFunc(circle, func(c *project.Call) bool { return p.Project.Place(c.From) < p.Project.Place(p.Document) }) {
		return
	}
	c := circle[0]
	if len(circle) == 1 {
		p.Reportf(c.SID, "%s runs the flow that it stands in: a flow cannot run itself (81024); run another flow, or lead back to a widget", c.Widget.Label())
		return
	}
	names := make([]string, 0, len(circle))
	for _, next := range circle[1:] {
		names = append(names, next.From.Label())
	}
	d := p.Reportf(c.SID, "%s runs %s, which leads back to this flow: flows cannot run each other in a circle, for only one level is allowed (81024); break the circle",
		c.Widget.Label(), strings.Join(names, ", which runs "))
	for _, next := range circle[1:] {
		d.Relate(next.Widget, "runs "+next.Targets[0].Label())
	}
}

// checkSubflowLimits counts what a flow runs.
func checkSubflowLimits(p *lint.Pass, calls []*project.Call) {
	limits := schemas.Flow()
	if most := limits.Limit("subflow-widgets").Max; len(calls) > most {
		p.Reportf(calls[most].Widget, "the flow has %s Run Subflow widgets, but at most %d are allowed; run fewer of them", words.Grouped(len(calls)), most).Identify("widgets")
	}
	var different []*project.Call
	seen := map[string]bool{"": true}
	for _, c := range calls {
		if sid := c.SID.Text(); !seen[sid] {
			seen[sid] = true
			different = append(different, c)
		}
	}
	if most := limits.Limit("subflows").Max; len(different) > most {
		p.Reportf(different[most].SID, "the flow runs %s different subflows, but at most %d are allowed; put some of them together", words.Grouped(len(different)), most).Identify("subflows")
	}
	checkWidgetTotal(p, calls)
}

// checkWidgetTotal adds up the widgets of a flow and of the subflows it runs, each
// as often as it is run. Of several that may be meant the smallest counts.
func checkWidgetTotal(p *lint.Pass, calls []*project.Call) {
	limit := schemas.Flow().Limit("widgets")
	own := p.Flow.States.Len()
	if own > limit.Max {
		return // widget-count reports the flow alone
	}
	total, beyond := own, (*project.Call)(nil)
	for _, c := range calls {
		if len(c.Targets) == 0 {
			continue
		}
		smallest := slices.MinFunc(c.Targets, func(a, b *project.Document) int { return a.Flow.States.Len() - b.Flow.States.Len() })
		total += smallest.Flow.States.Len()
		if total > limit.Max && beyond == nil {
			beyond = c
		}
	}
	if beyond != nil {
		p.Reportf(beyond.Widget, "the flow and the subflows it runs have %s widgets together, and executions fail beyond %s (%d); run fewer subflows, or smaller ones",
			words.Grouped(total), words.Grouped(limit.Max), limit.Code).Identify("total")
	}
}
