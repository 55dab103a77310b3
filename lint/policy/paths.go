package policy

import (
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

// marks tells of each widget of a flow whether it is in a list.
func marks(f *flow.Flow, list []*flow.Widget) []bool {
	in := make([]bool, len(f.Widgets))
	for _, w := range list {
		in[w.Index] = true
	}
	return in
}

// before reports the widgets that a path leads to which passes none of those that are to
// come before: what a walk reaches that does not leave these.
func (c *check) before(list []*flow.Widget) {
	passes := marks(c.Flow, selected(c.Pass, c.policy.Require.Before))
	asked := names(c.policy.Require.Before)
	from := walk(c.Flow, passes)
	for _, w := range list {
		if from.reach(w) {
			c.reportf("before", w, "a path leads to %s without passing %s", w.Label(), asked).Along(from.to(w))
		}
	}
}

// after reports the widgets, or their transitions on the events of the policy, from which
// a path leads to an end and passes none of those that are to come after.
func (c *check) after(list []*flow.Widget) {
	passes := marks(c.Flow, selected(c.Pass, c.policy.Require.After))
	var ends []*flow.Widget
	for _, w := range c.Flow.Widgets {
		if c.ends(w) && !passes[w.Index] {
			ends = append(ends, w)
		}
	}
	to := walkBack(ends, passes)
	asked := names(c.policy.Require.After)
	for _, w := range c.reachable(list) {
		c.leaving(w, func(t *flow.Transition) *finding.Diagnostic {
			switch {
			case t.Meant != nil && to.reach(t.Meant):
				last := to.end[t.Meant.Index]
				return c.reportf("after", c.at(t), "a path from %s%s ends at %s without passing %s", w.Label(), c.by(t), last.Label(), asked).
					Along(to.along(t))
			case t.Meant == nil && t.Ends() && !w.Facts.Starts:
				return c.reportf("after", c.at(t), "the flow ends at %s%s without passing %s", w.Label(), c.by(t), asked)
			}
			return nil
		}, func(event string) {
			c.reportf("after "+event, w, "%s has no transition for %q, so the flow ends there without passing %s", w.Label(), event, asked)
		})
	}
}

// between is after for paths to certain widgets instead of to ends.
func (c *check) between(list []*flow.Widget) {
	b := c.policy.Require.Between
	asked := names(b.Passes)
	passes := marks(c.Flow, selected(c.Pass, b.Passes))
	to := walkBack(slices.DeleteFunc(selected(c.Pass, b.To), func(w *flow.Widget) bool { return passes[w.Index] }), passes)
	for _, w := range c.reachable(list) {
		c.leaving(w, func(t *flow.Transition) *finding.Diagnostic {
			if t.Meant == nil || !to.reach(t.Meant) {
				return nil
			}
			last := to.end[t.Meant.Index]
			return c.reportf("between", c.at(t), "a path from %s%s leads to %s without passing %s", w.Label(), c.by(t), last.Label(), asked).
				Along(to.along(t))
		}, nil)
	}
}

// next reports the transitions that lead to a widget of another kind. One that ends the
// flow does so when the policy names its event.
func (c *check) next(list []*flow.Widget) {
	right := marks(c.Flow, selected(c.Pass, c.policy.Require.Next))
	asked := names(c.policy.Require.Next)
	for _, w := range list {
		for _, t := range w.Transitions {
			switch {
			case !c.on(t.Event):
			case t.Meant != nil && !right[t.Meant.Index]:
				c.reportf("next", t, "%s leads from %s to %s, and not to %s", words.Quote(t.Event), w.Label(), t.Meant.Label(), asked)
			case t.Meant == nil && t.Ends() && len(c.policy.On) > 0 && !w.Facts.Starts:
				c.reportf("next", t, "%s ends the flow at %s, and does not lead to %s", words.Quote(t.Event), w.Label(), asked)
			}
		}
		for _, event := range c.unwired(w) {
			c.reportf("next "+event, w, "%s has no transition for %q, which is to lead to %s", w.Label(), event, asked)
		}
	}
}

// leaving goes over the transitions by which a widget is left. Without events in the
// policy the first finding will do: it is about the widget. Events that the widget lacks
// are told, too.
func (c *check) leaving(w *flow.Widget, look func(*flow.Transition) *finding.Diagnostic, lacks func(event string)) {
	for _, t := range w.Transitions {
		if c.on(t.Event) && look(t) != nil && len(c.policy.On) == 0 {
			return
		}
	}
	if lacks == nil {
		return
	}
	for _, event := range c.unwired(w) {
		lacks(event)
	}
}

// unwired are the events of the policy that the widget raises, and has no transition for.
func (c *check) unwired(w *flow.Widget) []string {
	var list []string
	for _, event := range c.policy.On {
		if f := w.Facts.EventFacts(event); f.Known() && !f.Optional && !w.Incomplete && !w.Facts.Starts && w.On(event) == nil {
			list = append(list, event)
		}
	}
	return list
}

// on reports whether the policy is about an event.
func (c *check) on(event string) bool {
	return len(c.policy.On) == 0 || slices.Contains(c.policy.On, event)
}

// at is where a finding about a transition points: the widget, unless the policy is about
// events.
func (c *check) at(t *flow.Transition) finding.Placer {
	if len(c.policy.On) == 0 {
		return t.From
	}
	return t
}

// by names the event of a transition.
func (c *check) by(t *flow.Transition) string {
	if t.Event == "" {
		return ""
	}
	return " by " + words.Quote(t.Event)
}

// reachable leaves out the widgets that no execution comes to: that they run is another
// rule's question.
func (c *check) reachable(list []*flow.Widget) []*flow.Widget {
	return slices.DeleteFunc(slices.Clone(list), func(w *flow.Widget) bool { return !c.Flow.Reachable(w) })
}

// ends reports whether an execution can certainly end at a widget.
func (c *check) ends(w *flow.Widget) bool {
	if w.Facts.Starts && w == c.Flow.Start() {
		return false // an event that nothing is wired to starts nothing
	}
	if len(w.Transitions) == 0 {
		return !w.Incomplete
	}
	return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return t.Meant == nil && t.Ends() })
}
