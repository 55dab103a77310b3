package rules

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/placeholder"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A feasibility tells which branches of a split an execution can take that begins
// at an entry, as far as the split looks at how the execution began: a flow for
// calls and messages often parts them by "trigger.call is blank". Where something
// else may tell them apart (an address, a variable that is set differently for
// each), no branch is followed.
type feasibility struct {
	flow     *flow.Flow
	entry    *flow.Entry
	splits   map[*flow.Widget][]bool // by split: which transitions can be taken
	channels map[string]bool         // by variable: whether it may tell the channel
}

func newFeasibility(f *flow.Flow, e *flow.Entry) *feasibility {
	return &feasibility{f, e, map[*flow.Widget][]bool{}, map[string]bool{}}
}

// takes reports whether the execution can take a transition.
func (c *feasibility) takes(t *flow.Transition) bool {
	if !t.From.Facts.Split {
		return true
	}
	branches, ok := c.splits[t.From]
	if !ok {
		branches = c.branches(t.From)
		c.splits[t.From] = branches
	}
	return branches[t.Index]
}

func (c *feasibility) branches(w *flow.Widget) []bool {
	can := make([]bool, len(w.Transitions))
	if slices.ContainsFunc(tested(c.flow, w), c.mayTellChannel) {
		return can
	}
	taken := false // by a branch that certainly fits; no later one is, nor noMatch
	for i, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		fits := holdsAt(c.flow, c.entry, t)
		can[i] = !taken && fits != split.No
		taken = taken || fits == split.Yes
	}
	for i, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			can[i] = !taken
		}
	}
	return can
}

// holdsAt tells whether the condition of a branch holds in an execution that
// begins at the entry, when what it tests is blank there.
func holdsAt(f *flow.Flow, e *flow.Entry, branch *flow.Transition) split.Answer {
	return holdsIfBlank(f, branch, func(r flow.Ref) bool {
		events := filledBy(*r.Reference)
		return len(events) > 0 && !slices.Contains(events, e.Event)
	})
}

// holdsIfBlank tells whether the single condition of a branch holds, when it tests
// one variable that is blank.
func holdsIfBlank(f *flow.Flow, branch *flow.Transition, blank func(flow.Ref) bool) split.Answer {
	if len(branch.Conditions) != 1 {
		return split.Unsure
	}
	c := branch.Conditions[0]
	ref, ok := onlyRead(f, c)
	if !ok || !blank(ref) {
		return split.Unsure
	}
	value := strings.TrimSpace(c.Value.Text())
	if c.Operator != "is_blank" && c.Operator != "is_not_blank" && (value == "" || liquid.HasMarkup(value) || placeholder.Token(value)) {
		return split.Unsure
	}
	switch c.Operator {
	case "is_blank", "not_equal_to", "does_not_match_any_of", "does_not_contain", "does_not_start_with":
		return split.Yes
	case "is_not_blank", "equal_to", "matches_any_of", "contains", "starts_with", "less_than", "greater_than":
		return split.No
	}
	return split.Unsure
}

// onlyRead returns what the argument of a condition prints, when that is a single
// variable and blank when the variable is.
func onlyRead(f *flow.Flow, c flow.Condition) (flow.Ref, bool) {
	if c.Arguments.Len() != 1 {
		return flow.Ref{}, false
	}
	t := f.TemplateAt(c.Arguments.At(0))
	if t == nil || len(t.Liquid.Markup) != 1 || len(t.Liquid.References) != 1 {
		return flow.Ref{}, false
	}
	m := t.Liquid.Markup[0]
	if m.Kind != liquid.OutputNode || strings.TrimSpace(t.Text) != m.In(t.Text) || t.Liquid.HasFilter(fillFilters...) {
		return flow.Ref{}, false
	}
	return flow.Ref{Template: t, Reference: &t.Liquid.References[0]}, true
}

// fillFilters are those that print something even when there is nothing.
var fillFilters = []string{"default", "size", "append", "prepend"}

// filledBy returns the trigger events that fill what a reference reads, when the
// catalogue ties it to some: trigger.call, flow.data.
func filledBy(r liquid.Reference) []string {
	root := schemas.LiquidFacts().Root(r.Name(0))
	if root == nil {
		return nil
	}
	if key := root.Key(r.Name(1)); key != nil {
		return key.Events
	}
	return nil
}

// mayTellChannel reports whether what a reference reads can depend on how the
// execution began, otherwise than by what its event fills.
func (c *feasibility) mayTellChannel(ref flow.Ref) bool {
	if len(c.flow.Entries()) < 2 {
		return false // there is nothing to tell apart
	}
	key, ok := variableOf(c.flow, ref)
	if !ok {
		root := ref.Root()
		return (root == "contact" || root == "flow") && len(filledBy(*ref.Reference)) == 0
	}
	tells, ok := c.channels[key]
	if !ok {
		tells = variableTellsChannel(c.flow, key)
		c.channels[key] = tells
	}
	return tells
}

// variableTellsChannel reports whether a variable is set on some of the ways into
// the flow only, or to something that tells them apart.
func variableTellsChannel(f *flow.Flow, key string) bool {
	v := f.Variable(key)
	if v == nil {
		return true
	}
	for _, write := range v.Writes {
		reached := 0
		for _, e := range f.Entries() {
			if e.Reaches(write.Widget) {
				reached++
			}
		}
		if reached > 0 && reached < len(f.Entries()) {
			return true
		}
		t := f.TemplateAt(write.Value)
		if t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			return r.Root() == "trigger" || r.Root() == "flow" || r.Root() == "contact"
		}) {
			return true
		}
	}
	return false
}
