package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A Skipped is a way past a menu, on silence or an answer that fits no branch, to where all branches lead,
// which each keep something on their way.
type Skipped struct {
	Menu    *Menu
	By      *flow.Transition
	To      *flow.Widget
	Key     string // of the variable that is blank then
	Silence bool   // it is by silence alone
}

// Skippeds are those of a flow, one a menu.
var Skippeds = lint.NewFact(func(d *project.Document) (all []Skipped) {
	for _, m := range Menus.Of(d) {
		for i, t := range [...]*flow.Transition{m.Otherwise, m.Question.OnKind(schemas.KindTimeout)} {
			if effects.PastIdle(d.Flow, t) == nil || effects.PastIdle(d.Flow, t) == m.Question || effects.PastIdle(d.Flow, t).Facts.Split {
				continue
			}
			to := pastWords(d.Flow, effects.PastIdle(d.Flow, t))
			if key := m.keptBefore(to); key != "" && isMissed(d, m, key) {
				all = append(all, Skipped{m, t, to, key, i > 0})
				break
			}
		}
	}
	return all
})

// pastWords returns what comes after a few words for a person ("we did not hear you"), if any do.
func pastWords(f *flow.Flow, w *flow.Widget) *flow.Widget {
	const far = 3
	for range far {
		next := effects.PastIdle(f, w.Onward())
		if effects.ActOf(w) != effects.Tells || next == nil {
			break
		}
		w = next
	}
	return w
}

// keptBefore returns the variable that each branch of a menu sets on its way to a widget; "" when there is
// none, or only one such way.
func (m *Menu) keptBefore(to *flow.Widget) (key string) {
	const most = 8 // keys of a branch
	var keys []string
	first := m.Branches[0].Transition.Meant
	several := false
	for i, b := range m.Branches {
		if effects.PastSetting(b.Transition) != to {
			return ""
		}
		own := keysOn(m.flow, b.Transition)
		if len(own) > most {
			return ""
		}
		if i == 0 {
			keys = own
		}
		keys = slices.DeleteFunc(keys, func(key string) bool { return !slices.Contains(own, key) })
		several = several || b.Transition.Meant != first
	}
	if !several || len(keys) == 0 {
		return ""
	}
	return keys[0]
}

// keysOn returns the variables that are set right after a transition.
func keysOn(f *flow.Flow, t *flow.Transition) (keys []string) {
	const (
		far  = 6
		most = 9 // more than are looked at
	)
	for w := range t.Ahead(far) {
		if effects.ActOf(w) != effects.Sets {
			return keys
		}
		for _, write := range f.Writes(w) {
			if keys = append(keys, write.Key.Text()); len(keys) == most {
				return keys
			}
		}
	}
	return keys
}

// isMissed reports whether a variable that a menu's branches set is read by something that does not look
// whether it is there, and is set nowhere else.
func isMissed(d *project.Document, m *Menu, key string) bool {
	const most = 24 // places that set it, and ways to one
	v := d.Flow.Variable(key)
	if v == nil || len(v.Writes) > most || len(v.Reads) == 0 || len(d.Flow.Unfollowable()) > 0 {
		return false
	}
	for _, write := range v.Writes {
		into := effects.Into(write.Widget)
		if len(into) > most || !slices.ContainsFunc(into, func(t *flow.Transition) bool {
			return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Transition == t })
		}) {
			return false
		}
	}
	tested := reads.Tested.Of(d)
	return !slices.ContainsFunc(v.Reads, func(r flow.Ref) bool {
		return r.Widget.Facts.Split || tested.Has(r) || tested.Conditional(r) || reads.Alternative(r)
	})
}
