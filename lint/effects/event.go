package effects

import (
	"strconv"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// Raised returns the event that somebody raises at a widget by what he does, nil when the
// widget takes no notice of it.
func Raised(w *flow.Widget, by schemas.Cause) *schemas.Event {
	for i := range w.Facts.Events {
		if e := &w.Facts.Events[i]; e.By == by {
			return e
		}
	}
	return nil
}

// Usual returns the event by which a widget is left when all goes well and nobody does
// anything of note. It is nil where that is no matter of course: at questions, splits and
// where executions begin, and of a type whose events are not known. A request, a
// subflow or a call that is made goes well.
func Usual(w *flow.Widget) *schemas.Event {
	switch ActOf(w) {
	case Anything, Begins, Splits, Asks:
		return nil
	}
	for i := range w.Facts.Events {
		if e := &w.Facts.Events[i]; e.Kind == schemas.KindSuccess || e.Kind == schemas.KindAlways {
			return e
		}
	}
	return nil
}

// Waits returns for how many seconds a widget waits at most, and whether that is known: it
// is not when Liquid or a deployment step decides on it.
func Waits(w *flow.Widget) (seconds int, known bool) {
	if w.Facts.Waits == "" {
		return 0, false
	}
	n := w.Property(w.Facts.Waits)
	if !n.Exists() || n.IsString() && strings.TrimSpace(n.Text()) == "" {
		seconds, err := strconv.Atoi(w.Facts.Property(w.Facts.Waits).Default)
		return seconds, err == nil
	}
	return Seconds(n)
}

// Seconds returns the number that a property is, also as a text, and whether it is one.
func Seconds(n source.Node) (seconds int, known bool) {
	if number, ok := n.Number(); ok {
		return int(number), true
	}
	seconds, err := strconv.Atoi(strings.TrimSpace(n.Text()))
	return seconds, err == nil
}
