package draw

import "studiolint/lint/flow"

// A Mark says how something differs from what the other of two flows has, or what tests
// do with it.
type Mark string

// The marks.
const (
	Added   Mark = "added"
	Removed Mark = "removed"
	Changed Mark = "changed"
	Moved   Mark = "moved" // on the canvas, and nothing else
	Taken   Mark = "taken" // by a test
	Missed  Mark = "missed"
)

// Marks are what is marked of a flow.
type Marks struct {
	Widgets     map[*flow.Widget]Mark
	Transitions map[*flow.Transition]Mark
}

// A sign is how a mark is told without a colour, and in words.
type sign struct{ letter, word, sentence string }

var signs = map[Mark]sign{
	Added:   {"+", "new", "It is new."},
	Removed: {"−", "gone", "It is gone."},
	Changed: {"~", "changed", "It has changed."},
	Moved:   {"↔", "moved", "It has moved on the canvas."},
	Taken:   {"✓", "taken", "Tests take it."},
	Missed:  {"✗", "missed", "No test takes it."},
}
