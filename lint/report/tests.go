package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"studiolint/lint/script"
	"studiolint/lint/words"
)

// A TestFormat is one way to write how tests went.
type TestFormat struct {
	Name  string // as given to --format
	Title string // what it is for, a clause without a full stop

	// Text is what it makes of one test as soon as that has run, when all that happened in
	// it is known: see script.Options. "" for a test that it does not list.
	Text func(t *script.Outcome, o TestOptions) string
	// Write writes the report, with what Text made of each test.
	Write func(w io.Writer, r *script.Report, text func(*script.Outcome) string, o TestOptions) error
}

// TestOptions are what a report of tests needs beside the report.
type TestOptions struct {
	Options

	Verbose  bool // the tests that passed are listed too, and every test has its transcript
	Coverage bool // the text tells what no test takes
}

// TestFormats returns the formats of tests in the order in which help lists them.
func TestFormats() []TestFormat {
	return []TestFormat{
		{"text", "for people", testText, writeTestText},
		{"json", "for programs; its form is stable", testJSONText, writeTestJSON},
		{"junit", "for the test reports of CI servers", testTranscript, writeTestJUnit},
		{"github", "annotations of a pull request on GitHub", testAnnotation, writeTestGitHub},
	}
}

// testText writes a test as one line,
//
//	file:line: status: name
//
// and below it, indented, why it failed, where in the flow, the difference by words and what
// happened.
func testText(t *script.Outcome, o TestOptions) string {
	if t.Status == script.Passed && len(t.Notes) == 0 && !o.Verbose {
		return ""
	}
	var out strings.Builder
	p := palette{o.Color}
	fmt.Fprintf(&out, "%s %s %s\n", p.bold(fmt.Sprintf("%s:%d:", Visible(t.File), t.At)), p.status(t.Status), clean(t.Name))
	if t.Message != "" {
		fmt.Fprintf(&out, "  %s\n", notAHead(where(t, t.Place)+clean(t.Message)))
	}
	if t.Diff != nil {
		fmt.Fprintf(&out, "  words: %s\n", p.words(t.Diff))
	}
	for _, note := range t.Notes {
		fmt.Fprintf(&out, "  note: %s\n", clean(note))
	}
	if t.Status == script.Failed || o.Verbose {
		writeTranscript(&out, t, "  ")
	}
	return out.String()
}

func writeTestText(w io.Writer, r *script.Report, text func(*script.Outcome) string, o TestOptions) error {
	out := bufio.NewWriter(w)
	for _, t := range r.Outcomes {
		out.WriteString(text(t))
	}
	if o.Coverage {
		writeCoverage(out, r.Coverage, palette{o.Color})
	}
	return out.Flush()
}

// where is the place in a flow at which a test failed, for the beginning of a line.
func where(t *script.Outcome, file string) string {
	if t.Widget == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d: %s: ", Visible(file), t.Line, pathName(t.Widget))
}

func (p palette) status(s script.Status) string {
	text := string(s) + ":"
	switch s {
	case script.Failed:
		return p.paint("31", text)
	case script.Unclear:
		return p.paint("33", text)
	}
	return p.paint("32", text)
}

// words writes a difference: [-what was expected-]{+what came+}.
func (p palette) words(diff []words.Piece) string {
	var b strings.Builder
	for _, piece := range diff {
		text := Visible(middle(piece.Text, maxTranscript))
		switch {
		case !piece.New:
			text = p.paint("31", "[-"+text+"-]")
		case !piece.Old:
			text = p.paint("32", "{+"+text+"+}")
		}
		b.WriteString(text)
	}
	return b.String()
}

const (
	maxTranscript      = 300 // characters of one line
	maxTranscriptLines = 80
)

// writeTranscript writes what happened in a test: of a long one the beginning and the end.
func writeTranscript(out io.Writer, t *script.Outcome, indent string) {
	lines := t.Transcript()
	skip := len(lines) - maxTranscriptLines
	for i, line := range lines {
		if skip > 0 && i >= maxTranscriptLines/2 && i < maxTranscriptLines/2+skip {
			if i == maxTranscriptLines/2 {
				fmt.Fprintf(out, "%s…  %s more\n", indent, words.Plural(skip, "line"))
			}
			continue
		}
		fmt.Fprintf(out, "%s%5d  %s %s %s\n", indent, line.Line, pathName(line.Widget), line.What, Visible(middle(line.Text, maxTranscript)))
	}
}

// maxMissed is how many transitions of a flow the text lists that no test takes.
const maxMissed = 200

// writeCoverage lists for each flow what no test takes.
func writeCoverage(out *bufio.Writer, all []*script.Coverage, p palette) {
	for _, c := range all {
		fmt.Fprintf(out, "%s %d of %s, %d of %s (%d %%)\n", p.bold(Visible(c.Flow)+":"),
			c.Widgets.Taken, words.Plural(c.Widgets.Total, "widget"),
			c.Transitions.Taken, words.Plural(c.Transitions.Total, "transition"), c.Transitions.Percent())
		for i, m := range c.Missed {
			if i == maxMissed {
				fmt.Fprintf(out, "  … and %d more\n", len(c.Missed)-i)
				break
			}
			fmt.Fprintf(out, "  %s:%d: %s on %s is not taken\n", Visible(c.Flow), m.Line, pathName(m.Widget), missedEvent(m))
		}
	}
}

func missedEvent(m script.Missed) string {
	if m.Branch > 0 {
		return fmt.Sprintf("%s (branch %d)", pathName(m.Event), m.Branch)
	}
	return pathName(m.Event)
}
