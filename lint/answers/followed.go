package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
)

// PassedOn returns the widget that passes on what a person answers to a question, stores it or
// sends it, when nothing in the flow tests what it is: neither the answer, nor a variable that
// holds it, nor what a request has said of it. It is nil where something does, or may, and where
// nothing reads the answer.
func PassedOn(of lint.Subject, question *flow.Widget) *flow.Widget {
	f := of.Subject().Flow
	if f.Unread() || f.Only(question.Name) != question || shape.MayRead(of, question) || len(f.ReadsOfAny()) > 0 {
		return nil
	}
	c := follower{flow: f}
	if !c.follow(f.OutputRefs(question.Name)) {
		return nil
	}
	return c.by
}

// A follower looks where an answer goes.
type follower struct {
	flow *flow.Flow
	by   *flow.Widget // what passes it on, the first
	seen []string     // variables
}

// follow reports whether nothing tests what some references read, nor what is made of it.
func (c *follower) follow(refs []flow.Ref) bool {
	for _, r := range refs {
		w := r.Widget
		if reads.Decides(r) || r.Liquid.HasFilter(liquid.FilterAtLeast, liquid.FilterAtMost, liquid.FilterModulo) {
			return false
		}
		switch effects.ActOf(w) {
		case effects.RunsFlow, effects.Anything:
			return false
		case effects.Requests:
			if slices.ContainsFunc(c.flow.OutputRefs(w.Name), reads.Decides) {
				return false
			}
		case effects.Sets:
			if !c.followWrites(w, r) {
				return false
			}
		}
		if c.by == nil && c.flow.Reachable(w) {
			c.by = w
		}
	}
	return true
}

// followWrites reports whether nothing tests the variables whose value is made of a reference.
func (c *follower) followWrites(w *flow.Widget, r flow.Ref) bool {
	for _, write := range c.flow.Writes(w) {
		if write.Value != r.Node || slices.Contains(c.seen, write.Key.Text()) {
			continue
		}
		key := write.Key.Text()
		c.seen = append(c.seen, key)
		if v := c.flow.Variable(key); v != nil && !c.follow(v.Reads) {
			return false
		}
	}
	return true
}
