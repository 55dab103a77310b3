package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// An Ignored is a value that a widget is told to find out and that nothing reads.
type Ignored struct {
	Widget *flow.Widget
	Switch source.Node // the property that asks for it
	Key    *schemas.Variable
}

// Finds are the values that widgets find out in vain; see schemas.Variable.Unread. There
// are none when some template may read any widget.
var Finds = lint.NewFact(func(d *project.Document) []Ignored {
	if !known.Of(d).ok {
		return nil
	}
	read := known.Of(d).read
	var all []Ignored
	for _, w := range d.Flow.Widgets {
		for i := range w.Facts.Outputs.Keys {
			k := &w.Facts.Outputs.Keys[i]
			if k.Unread == nil || d.Flow.Only(w.Name) != w || !d.Flow.Reachable(w) || isRead(read[w], k) {
				continue
			}
			if n := switchedOn(d, w, k); n.Exists() {
				all = append(all, Ignored{w, n, k})
			}
		}
	}
	return all
})

// isRead reports whether some of the keys that are read are the value itself, another
// that is found out with it, or the SID by which all of it can be looked up.
func isRead(keys []string, k *schemas.Variable) bool {
	return slices.ContainsFunc(keys, func(key string) bool { return key == "" || key == k.Name || key == "CallSid" })
}

// switchedOn returns the property that tells a widget to find the value out; absent
// when none does for sure, or when it is fine that nothing reads the value.
func switchedOn(d *project.Document, w *flow.Widget, k *schemas.Variable) source.Node {
	for name, values := range k.Unread.Unless.All() {
		if value, certain := shape.Value(d, w, name); !certain || slices.Contains(values, value) {
			return source.Node{}
		}
	}
	var on source.Node
	for name, values := range k.When.All() {
		value, certain := shape.Value(d, w, name)
		if n := w.Property(name); certain && n.Exists() && slices.Contains(values, value) {
			on = n
			continue
		}
		return source.Node{}
	}
	return on
}
