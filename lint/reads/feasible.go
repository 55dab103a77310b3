package reads

import (
	"slices"
	"sync"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// Feasible tells which branches of a split an execution can take that begins at an
// entry, as far as the split looks at how the execution began: a flow for calls and
// messages often parts them by "trigger.call is blank". Where something else may tell
// them apart (an address, a variable that is set differently for each), no branch is
// followed.
var Feasible = lint.NewFact(func(d *project.Document) map[*flow.Entry]*Feasibility {
	all := map[*flow.Entry]*Feasibility{}
	for _, e := range d.Flow.Entries() {
		all[e] = &Feasibility{flow: d.Flow, entry: e}
	}
	return all
})

// A Feasibility is what executions can take that begin at one entry.
type Feasibility struct {
	flow  *flow.Flow
	entry *flow.Entry

	once   sync.Once
	splits [][]bool // by the index of a split: which transitions can be taken
}

// Takes reports whether an execution can take a transition.
func (f *Feasibility) Takes(t *flow.Transition) bool {
	if !t.From.Facts.Split {
		return true
	}
	f.once.Do(func() {
		c := &builder{f.flow, f.entry, map[string]bool{}}
		f.splits = make([][]bool, len(f.flow.Widgets))
		for i, w := range f.flow.Widgets {
			if w.Facts.Split {
				f.splits[i] = c.branches(w)
			}
		}
	})
	return f.splits[t.From.Index][t.Index]
}

// A builder works out what can be taken.
type builder struct {
	flow     *flow.Flow
	entry    *flow.Entry
	channels map[string]bool // by variable: whether it may tell the channel
}

func (c *builder) branches(w *flow.Widget) []bool {
	can := make([]bool, len(w.Transitions))
	if slices.ContainsFunc(Compared(c.flow, w), c.mayTellChannel) {
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
	return HoldsIfBlank(f, branch, func(r flow.Ref) bool {
		events := FilledBy(*r.Reference)
		return len(events) > 0 && !slices.Contains(events, e.Event)
	})
}

// mayTellChannel reports whether what a reference reads can depend on how the
// execution began, otherwise than by what its event fills.
func (c *builder) mayTellChannel(ref flow.Ref) bool {
	if len(c.flow.Entries()) < 2 {
		return false // there is nothing to tell apart
	}
	key, ok := VariableOf(c.flow, ref)
	if !ok {
		root := ref.Root()
		return (root == "contact" || root == "flow") && len(FilledBy(*ref.Reference)) == 0
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
