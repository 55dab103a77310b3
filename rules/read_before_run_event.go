package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// blank reports a widget that is left only by events on which it does not store
// what is read, and whether it is such a one.
func (c *orderChecker) blank(r flow.Ref, w *flow.Widget, facts *schemas.Widget) bool {
	f := c.Flow
	events := storedOn(r, w, facts)
	if events == nil || f.CanPrecedeBy(w, func(event string) bool { return slices.Contains(events, event) }, r.Widget) {
		return false
	}
	if c.tested.Has(r) || reads.Alternative(r) {
		return true
	}
	var by []string
	for _, t := range w.Transitions {
		if t.Meant != nil && !slices.Contains(by, t.Raised()) && (t.Meant == r.Widget || f.CanPrecede(t.Meant, r.Widget)) {
			by = append(by, t.Raised())
		}
	}
	last := min(2, len(r.Segments)-1)
	d, first := c.ReportOncef(r.Widget, r.SegmentPlace(last), "%s reads %s, but comes after %s only on %s, and that is stored on %s: it is blank",
		r.Widget.Label(), reads.PathTo(r, last), w.Label(), words.List(by), words.List(events))
	if first {
		d.As(finding.Note)
		if path, ok := f.PathTo(w); ok {
			rest, _ := f.PathBetween(w, r.Widget, nil)
			d.Along(finding.Steps(append(slices.Clip(path), rest...), r.Widget))
		}
	}
	return true
}

// storedOn returns the events on which a widget stores what is read; nil when it
// stores it on each event, or that is not known.
func storedOn(r flow.Ref, w *flow.Widget, facts *schemas.Widget) []string {
	for _, t := range w.Transitions {
		if facts.Event(t.Raised()) == nil {
			return nil // perhaps a misspelt one
		}
	}
	return effects.StorageOf(w, r.Name(2)).Events(w)
}

// sometimes reports a text for a person with what a widget has not stored on the event
// by which some path leaves it, and whether there is such a path.
func (c *orderChecker) sometimes(r flow.Ref, w *flow.Widget) bool {
	if _, printed := reads.Printed(r); !printed || !isHeard(r) {
		return false
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || reads.Alternative(r) || !c.held.At(r).Unset {
		return false
	}
	path, ok := c.held.WayUnset(r)
	if !ok {
		return false
	}
	i := slices.IndexFunc(path, func(t *flow.Transition) bool { return t.From == w })
	if i < 0 {
		return false
	}
	if d, first := c.ReportOncef(r.Widget, r.SegmentPlace(min(2, len(r.Segments)-1)), "%s reads %s, but one can come here when %s was left on %s, which stores nothing there: then the value is blank; give it a default",
		r.Widget.Label(), reads.Path(r), w.Label(), words.Quote(path[i].Event)); first {
		d.As(finding.Note).Along(finding.Steps(path, r.Widget))
	}
	return true
}
