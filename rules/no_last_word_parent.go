package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportLeftToParent reports the branches for an answer that only set variables, in a flow that may begin
// without a parent that reads them: once.
func reportLeftToParent(p *lint.Pass) {
	other := beginsAlone(p.Flow)
	if other == nil {
		return
	}
	persons, noticed := values.AsksPerson.Of(p), values.Noticed.Of(p)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !persons[w.Index] || !noticed[w.Index] || !other.Reaches(w) {
			continue
		}
		for _, b := range reads.Branches.Of(p)[w.Index] {
			set := onlySets(p.Flow, b.Transition)
			switch {
			case set == nil:
			case d == nil:
				d = p.Reportf(set, "%s, on %s, only sets what a parent reads: begun by %s, nothing is said; say something",
					set.Label(), b.Words(), words.Quote(other.Event)).Identify(set.Label()).Relate(b.Transition, "the branch")
			default:
				d.Also(set, "so does "+set.Label())
			}
		}
	}
}

// goesOnAtParent reports whether only a parent begins a flow with a person: it says the rest.
func goesOnAtParent(f *flow.Flow) bool {
	return f.Entry(flow.ParentEvent) != nil && beginsAlone(f) == nil
}

// beginsAlone returns what begins a flow with a person and without a parent, though it can have one;
// nil when nothing does.
func beginsAlone(f *flow.Flow) *flow.Entry {
	if f.Entry(flow.ParentEvent) == nil {
		return nil
	}
	for _, e := range f.Entries() {
		if e.Event != flow.ParentEvent && e.Event != "" && e.Channels()&flow.Unknown == 0 &&
			strings.HasPrefix(e.Event, "incoming") && e.Event != flow.RequestEvent {
			return e
		}
	}
	return nil
}

// onlySets returns the first of the steps that set variables which a branch leads to, where nothing else
// comes and nothing of the flow reads them; else nil.
func onlySets(f *flow.Flow, t *flow.Transition) *flow.Widget {
	const far = 4
	first := t.Meant
	for range far {
		w := t.Meant
		if w == nil || effects.ActOf(w) != effects.Sets || w.Incomplete {
			return nil
		}
		for _, write := range f.Writes(w) {
			if v := f.Variable(write.Key.Text()); v == nil || len(v.Reads) > 0 {
				return nil
			}
		}
		if t = w.OnKind(schemas.KindAlways); t == nil || len(f.OutputRefs(w.Name)) > 0 {
			return nil
		}
		if t.Ends() {
			return first
		}
	}
	return nil
}
