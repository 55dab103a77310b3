package reads

import (
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/shape"
)

// AlwaysBlank reports whether a reference reads what is blank wherever it stands: a path that nobody knows, a
// variable that nothing sets, or the output of a widget that cannot run before. That is a finding of its own.
func AlwaysBlank(d *project.Document, r flow.Ref) bool {
	f := d.Flow
	if r.Root() == "widgets" {
		if read := f.Widget(r.Name(1)); read == nil || f.Reachable(r.Widget) && !f.CanPrecede(read, r.Widget) {
			return true
		}
	} else if key, ok := r.Variable(); ok {
		return key != "" && len(f.Variable(key).Writes) == 0 && !f.Unread() && !shape.UnreadKeys.Of(d)
	}
	return Misspelt(f, r)
}
