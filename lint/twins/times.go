package twins

import (
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A Time is a property of a widget that holds whole seconds.
type Time struct {
	Widget  *flow.Widget
	Value   source.Node
	Seconds float64
}

// An OddTime is a time that differs from those of all other widgets of the type, which are the
// same, by a zero or two.
type OddTime struct {
	Time
	Usual Time
	Among int // how many others there are
}

// OddTimes are those of a flow.
var OddTimes = lint.NewFact(func(d *project.Document) []OddTime {
	type property struct{ typ, name string }
	all := map[property][]Time{}
	var order []property
	for _, w := range d.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.Range == nil || f.Range.Unit != "seconds" {
				continue
			}
			n := w.Property(f.Name)
			if !n.Exists() {
				continue
			}
			if seconds, ok := secondsOf(d, f, n); ok {
				key := property{w.Facts.Type, f.Name}
				if all[key] == nil {
					order = append(order, key)
				}
				all[key] = append(all[key], Time{w, n, seconds})
			}
		}
	}
	var found []OddTime
	for _, key := range order {
		if odd, usual, ok := oddTime(all[key]); ok {
			found = append(found, OddTime{odd, usual, len(all[key]) - 1})
		}
	}
	return found
})

// secondsOf returns the whole seconds that a property holds as it stands.
func secondsOf(d *project.Document, f *schemas.Property, n source.Node) (float64, bool) {
	v, ok := n.Number()
	if text, literal := shape.Literal(d, n); literal && f.Format == schemas.FormatNumber {
		number, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		v, ok = number, err == nil
	}
	return v, ok && v >= 1 && v < 1e9 && v == float64(int(v))
}

// oddTime returns the one time that is ten or a hundred times, or that part of, what at
// least three others are, without exception.
func oddTime(all []Time) (odd, usual Time, ok bool) {
	const least = 4
	if len(all) < least {
		return odd, usual, false
	}
	usual = all[0]
	if all[1].Seconds != usual.Seconds {
		usual = all[2] // one of the first two is odd, if any
	}
	for _, t := range all {
		switch {
		case t.Seconds == usual.Seconds:
		case ok:
			return odd, usual, false // more than one
		default:
			odd, ok = t, true
		}
	}
	ratio := odd.Seconds / usual.Seconds
	if ratio < 1 {
		ratio = usual.Seconds / max(odd.Seconds, 1)
	}
	const minute, hour, brief = 60, 3600, 40 // seconds
	switch ratio {
	case 10, 100:
		return odd, usual, ok
	case 1000: // milliseconds
		return odd, usual, ok && odd.Seconds > usual.Seconds
	case minute, hour: // or so many minutes or hours
		return odd, usual, ok && odd.Seconds <= brief
	}
	return odd, usual, false
}
