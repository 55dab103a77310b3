package values

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// Begins returns the trigger events with which an execution can come to a widget, as far as
// the splits on the way tell. A "" among them stands for one that is not known.
func (h *Holding) Begins(w *flow.Widget) []string {
	entries := h.document.Flow.Entries()
	events := make([]string, 0, len(entries))
	for i, e := range entries {
		if reach := h.get()[i]; reach.known && reach.in[w.Index] == nil || !e.Reaches(w) {
			continue
		}
		event := e.Event
		if !e.Facts.Known() {
			event = ""
		}
		events = append(events, event)
	}
	return events
}

// Brings reports whether one of the events with which an execution can come to a
// widget fills what stands below trigger.
func (h *Holding) Brings(w *flow.Widget, k *schemas.Variable) bool {
	return intersects(k.Events, h.Begins(w))
}

// Key returns the path below trigger of a name that what starts the execution brings
// to a widget; "" when it brings none of that name. What was keyed or said before the flow began
// is seldom there, and hardly meant.
func (h *Holding) Key(w *flow.Widget, name string) string {
	keys := schemas.LiquidFacts().Root("trigger").Keys
	for i := range keys {
		k := &keys[i]
		if m := reads.Member(k.Keys, name); m != nil && m.Holds != schemas.HoldsKeys && m.Holds != schemas.HoldsSpeech && h.Brings(w, k) {
			return "trigger." + k.Name + "." + name
		}
	}
	return ""
}

func intersects(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// Lacking returns the entry of the first of some events from which an execution can
// come to a reference that has no value then, and the paths; nil when there is none, or
// the template shows that it knows. A split may ask for it in order to tell the
// beginnings apart, and so may a condition; and who reads what both of them fill knows
// of both.
func (h *Holding) Lacking(r flow.Ref, events []string) (*flow.Entry, *flow.Paths) {
	tests := reads.Tested.Of(h.document)
	if len(events) == 0 || r.Widget.Facts.Split || tests.Has(r) || tests.Conditional(r) || reads.Alternative(r) {
		return nil, nil
	}
	for _, event := range events {
		e := h.document.Flow.Entry(event)
		if e == nil || h.meant(r.Widget)[event] {
			continue
		}
		if paths := h.From(e).surely(); paths.Reach(r.Widget) {
			return e, paths
		}
	}
	return nil, nil
}

// surely returns the paths over which an execution that begins here surely can go.
func (s *Start) surely() *flow.Paths {
	s.oncePaths.Do(func() {
		s.paths = s.entry().Walk(func(t *flow.Transition) bool {
			// A type that nobody knows may be that of a split, misspelt.
			facts := t.From.Facts
			return s.Takes(t) && (facts.Split || facts.Known() || facts.Declared)
		})
	})
	return s.paths
}

// meant returns the trigger events that fill something that a widget reads.
func (h *Holding) meant(w *flow.Widget) map[string]bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	events, ok := h.events[w]
	if !ok {
		events = reads.EventsMeant(h.document.Flow, w)
		if h.events == nil {
			h.events = map[*flow.Widget]map[string]bool{}
		}
		h.events[w] = events
	}
	return events
}
