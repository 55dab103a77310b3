package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// slowMenus gathers the questions that want one key and wait for more: those of a flow that do not say how many they
// wait for are one finding, and so are those that wait for several, since one decision mends them.
type slowMenus struct {
	*lint.Pass
	uncounted, larger *finding.Diagnostic
	told              map[*flow.Widget]bool
}

// add tells of a question that wants one key, by what it asks for.
func (s *slowMenus) add(w *flow.Widget, wants string) {
	if s.told[w] {
		return
	}
	s.told[w] = true
	keys := w.Facts.KeyEntry
	n := w.Property(keys.Count)
	change := w.Properties.InsertMember(w.Properties.Len(), keys.Count, source.Integer(1))
	d := &s.uncounted
	if n.Exists() {
		d, change = &s.larger, n.SetValue(source.Integer(1))
	}
	switch {
	case *d != nil && n.Exists():
		(*d).Also(n, "and "+w.Label()+" for "+string(n.Raw()))
	case *d != nil:
		(*d).Also(w, "so it is with "+w.Label())
	case n.Exists():
		*d = s.Reportf(n, "%s %s, but waits for %s: after the key the caller waits out the timeout; write 1", w.Label(), wants, n.Raw()).Identify(w.Label())
	default:
		*d = s.Reportf(w, "%s %s, but has no %s: after the key the caller waits out the timeout, as more could follow; write 1",
			w.Label(), wants, words.Quote(keys.Count)).Identify(w.Label())
	}
	// That nobody enters more, the flow alone does not tell.
	(*d).SuggestMore(false, "Wait for one key", change)
}
