package flow

import (
	"studiolint/lint/source"
	"studiolint/schemas"
)

// NewLegacy reads an export of the first Studio editor as the flow that it is today: its types
// have other names, and its transitions lead to the SIDs of states. All else is the same, so
// whoever exports it again will see the same flow.
func NewLegacy(definition source.Node, catalogue schemas.Catalogue) *Flow {
	return read(definition, catalogue, true)
}

// update has a widget be of the type that its own is called today.
func (w *Widget) update() {
	w.legacy = true
	if today, ok := schemas.LegacyType(w.Type); ok && today != "" {
		w.Type = today
	}
}

// nameBySIDs has each transition that leads to a SID name the state of that SID.
func (f *Flow) nameBySIDs() {
	names := make(map[string]string, len(f.Widgets))
	for _, w := range f.Widgets {
		if sid := w.Node.Get("sid").Text(); sid != "" {
			names[sid] = w.Name
		}
	}
	for t := range f.Transitions() {
		if name := names[t.Next]; name != "" {
			t.Next = name
		}
	}
}
