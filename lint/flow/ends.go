package flow

import "studiolint/schemas"

// Ends reports whether a transition certainly ends the execution: its next is
// missing, null or "". A next of another type, or under a name that the
// catalogue knows as a wrong one, was meant to lead somewhere.
func (t *Transition) Ends() bool { return t.ends }

// leadsNowhere is Ends of a transition without Next.
func (t *Transition) leadsNowhere() bool {
	if n := t.Node.Get("next"); n.Exists() && n.Text() != "" {
		return false
	}
	aliases := schemas.State().Aliases.Transitions
	for key, n := range t.Node.Members() {
		if key == "next" && !n.IsString() && string(n.Raw()) != "null" || aliases.Get(key) == "next" {
			return false
		}
	}
	return true
}

// Unfollowable returns the widgets that may lead to another one than is known: a
// transition names none, a deployment step fills the name in, or what leads on is
// written in a way that the rules about shape report. Where there are some, what can
// be reached is not known.
func (f *Flow) Unfollowable() map[*Widget]bool {
	return f.analysis.unfollowable.get(func() map[*Widget]bool {
		found := map[*Widget]bool{}
		for _, w := range f.Widgets {
			if w.unlisted {
				found[w] = true
			}
			for _, t := range w.Transitions {
				if t.Meant == nil && !t.Ends() {
					found[w] = true
				}
			}
		}
		return found
	})
}

// MayLeadAnywhere reports whether an execution that runs a widget may come to one of which it is not
// known where it leads (see Unfollowable), or is in one.
func (f *Flow) MayLeadAnywhere(w *Widget) bool {
	return len(f.Unfollowable()) > 0 && f.towardsUnfollowable()[w.Index]
}

// towardsUnfollowable tells, by the index of a widget, which are unfollowable or lead to one that is.
func (f *Flow) towardsUnfollowable() []bool {
	return f.analysis.towards.get(func() []bool { return f.leadingTo(f.Unfollowable()) })
}

// Only returns the widget of a name that one widget has; nil when none has it, or
// several, so that it is not certain which is meant.
func (f *Flow) Only(name string) *Widget {
	shared := f.analysis.shared.get(func() map[string]bool {
		shared := map[string]bool{}
		for _, w := range f.Widgets {
			if w.Name != "" && f.byName[w.Name] != w {
				shared[w.Name] = true
			}
		}
		return shared
	})
	if len(shared) > 0 && shared[name] {
		return nil
	}
	return f.Widget(name)
}
