// Package script tries flows by scripts: it reads test files (*.flowtest.yaml), runs their
// tests on package sim, tells which transitions none of them takes, and writes tests for
// those. Nothing of it goes over a network.
package script

import (
	"time"

	"studiolint/lint/liquid/eval"
	"studiolint/lint/pattern"
	"studiolint/lint/source"
	"studiolint/lint/yaml"
)

// A Suite is one test file.
type Suite struct {
	Path  string // as given, with forward slashes
	Flow  string // the path of the flow, from the test file
	Tests []*Test

	flowAt yaml.Span
	common Settings
	file   *source.File
}

// Settings are what a test begins with; those of a test win over those of its file.
type Settings struct {
	Now              string
	Contact, Channel string
	Subflows         map[string]string // the path of a flow by its SID
	Fakes            []*Fake
	FailEach         bool
	Variables        map[string]string

	at yaml.Span // of subflows
}

// clock returns the time at which the execution begins, zero when none is given.
func (s *Settings) clock() time.Time {
	at, err := time.Parse(time.RFC3339, s.Now)
	if err != nil {
		return time.Time{}
	}
	return at
}

// A Test is one scripted conversation.
type Test struct {
	Name  string
	Start Start
	Settings
	Steps []Step

	End            *End // nil: the execution must end by itself
	VariablesAfter map[string]string
	Visits, Never  []string
	Blanks         string // "none": no {{ }} may come out blank

	at      yaml.Span // of the name
	stepsAt yaml.Span // where the steps begin, for what writes them
	item    yaml.Node // the whole test
}

// Start is how an execution begins.
type Start struct {
	Event string
	Body  string
	Media []string
	Data  eval.Value // an object, or nothing

	Parameters eval.Value
	at         yaml.Span
}

// A Fake is what comes back from a widget, or from an address.
type Fake struct {
	Key     string // a widget, or "METHOD URL-glob"
	Answers []Answer

	at yaml.Span
}

// An Answer is one of them.
type Answer struct {
	Event   string
	Status  int
	Type    string
	Body    *string // nil: none
	File    string
	Outputs eval.Value

	at, fileAt yaml.Span
}

// A Step is something that somebody does, or something to be expected.
type Step struct {
	Expect *Expect
	// Do is what somebody does: press, say, reply, silence, hang-up, or the name of an event.
	Do     string
	Text   string
	Media  []string
	Widget string // of an event by name: where it happens; "" for anywhere

	at, value yaml.Span
}

// An Expect is what is to have happened since somebody did something.
type Expect struct {
	Text       string           // a part of what was said or sent
	Equals     *string          // all of it
	Matches    *pattern.Pattern // a regular expression for a part of it
	Widget     string
	Event      string
	Attributes eval.Value // a part of the JSON that the widget sends
	Request    *Request

	written          string // as the person wrote it
	short            bool   // it is a text, and no mapping
	at               yaml.Span
	textAt, equalsAt yaml.Span
	values           yaml.Node // the mapping, when parts of it are values that --update may rewrite
}

// A Request is what is expected of one; nil members are not looked at.
type Request struct {
	Method     string
	URL        string
	Body       eval.Value
	Parameters map[string]string
}

// An End is how an execution is to end.
type End struct {
	Widget, Event string
	Stuck         bool
	Limit         string
	Waiting       string

	at yaml.Span
}
