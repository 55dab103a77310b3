package reads

import (
	"slices"

	"studiolint/lint/flow"
)

// Stored reports whether some template reads, or may read, one of some outputs of a
// widget: those for which wanted is true; nil stands for all of them.
func Stored(f *flow.Flow, w *flow.Widget, wanted func(key string) bool) bool {
	return len(f.OutputRefs("")) > 0 || slices.ContainsFunc(f.OutputRefs(w.Name), func(r flow.Ref) bool {
		_, key, _ := r.Output()
		return key == "" || wanted == nil || wanted(key)
	})
}

// StoredBy returns the names of the widgets of which some template reads an output; ""
// among them says that it may be any, or that the execution itself is handed to somebody.
// A name that no widget has is taken for the one that was meant, which unknown-widget tells.
func StoredBy(f *flow.Flow) map[string]bool {
	read := map[string]bool{}
	near := Nearest{Names: f.Names()}
	for _, r := range f.Refs() {
		if name, _, ok := r.Output(); ok {
			read[name] = true
			if f.Widget(name) == nil {
				read[near.To(name).Name] = true
			}
		} else if r.Root() == "" || r.Root() == "widgets" || r.Root() == "flow" && (r.Name(1) == "sid" || r.Name(1) == "") {
			read[r.Name(1)] = true
			read[""] = read[""] || r.Root() != "widgets" || r.Name(1) == ""
		}
	}
	return read
}
