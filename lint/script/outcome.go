package script

import (
	"studiolint/lint/sim"
	"studiolint/lint/words"
)

// Status is how a test went.
type Status string

// The statuses. A test is undetermined when Studio's behaviour at some point is not
// documented.
const (
	Passed  Status = "passed"
	Failed  Status = "failed"
	Unclear Status = "undetermined"
)

// An Outcome is how one test went.
type Outcome struct {
	File    string // the test file
	Flow    string
	Name    string
	Status  Status
	Message string        // why it failed or is undetermined
	Diff    []words.Piece // what was expected and what came, by words; nil when that says nothing
	Widget  string        // where; "" when it is nowhere
	Line    int           // of the widget in its flow's file, 0 for nowhere
	Place   string        // the flow's file that the widget stands in
	At      int           // the line of the test file

	Notes []string // worth telling, whatever the status
	Texts []string // what reports made of it: see Options.Texts

	x    *sim.Execution // nil once the reports have it
	used map[*Fake]int
}

// Said is something that was said, played or sent.
type Said struct {
	Widget, Text string
}

// A Blank is a {{ }} that came out blank.
type Blank struct {
	Widget, Expression string
	Line               int
}

// A Line is one line of a transcript.
type Line struct {
	Widget string
	Line   int    // of the widget in the flow's file
	What   string // what happens: "says", "keys", "leaves by"
	Text   string
}

// A Report is how the tests of a run went.
type Report struct {
	Files    int
	Outcomes []*Outcome
	Coverage []*Coverage // nil when it was not asked for
	Problems []error     // test files and flows that cannot be used
}

// Count returns how many tests have a status.
func (r *Report) Count(s Status) int {
	n := 0
	for _, o := range r.Outcomes {
		if o.Status == s {
			n++
		}
	}
	return n
}

// lineOf returns the line at which a widget stands in the file that a person opens.
func lineOf(v *sim.Visit) int {
	if v == nil {
		return 0
	}
	file, span := v.Widget.Place().Locate()
	return file.Position(span.Start).Line
}
