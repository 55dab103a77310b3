package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"studiolint/lint/finding"
)

type junitReport struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	junitCounts
	Suites []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name string `xml:"name,attr"`
	junitCounts
	Cases []junitCase `xml:"testcase"`
}

type junitCounts struct {
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Errors   int    `xml:"errors,attr"`
	Skipped  int    `xml:"skipped,attr"`
	Time     string `xml:"time,attr"`
}

type junitCase struct {
	Name    string       `xml:"name,attr"`
	Class   string       `xml:"classname,attr"`
	File    string       `xml:"file,attr,omitempty"`
	Time    string       `xml:"time,attr"`
	Failure *junitDetail `xml:"failure"`
	Error   *junitDetail `xml:"error"`
	Skipped *junitDetail `xml:"skipped"`
}

type junitDetail struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

// writeJUnit writes a test suite for each file with findings and a test case for
// each finding. Errors and warnings are failures; a note is a skipped test, which
// shows its message and fails nothing. What kept the run from being complete is an
// error. A run without findings is one test that passes, for many readers take a
// report without tests for a broken one.
func writeJUnit(w io.Writer, r *finding.Result, o Options) error {
	report := junitReport{Name: toolName, junitCounts: junitCounts{Time: "0"}}
	for _, group := range byFile(active(r)) {
		file := o.inRepository(group[0].File)
		s := junitSuite{Name: file, junitCounts: junitCounts{Time: "0"}}
		names := map[string]int{}
		for _, d := range group {
			c := junitCase{Name: junitName(d, names), Class: file, File: file, Time: "0"}
			detail := &junitDetail{Message: clean(d.Message), Type: d.Severity.String(), Text: junitText(d, file)}
			if d.Severity == finding.Note {
				c.Skipped = detail
				s.Skipped++
			} else {
				c.Failure = detail
				s.Failures++
			}
			s.Cases = append(s.Cases, c)
		}
		report.add(s)
	}
	if len(r.Problems) > 0 {
		s := junitSuite{Name: toolName, junitCounts: junitCounts{Time: "0"}}
		for i, err := range r.Problems {
			s.Cases = append(s.Cases, junitCase{Name: fmt.Sprintf("problem %d", i+1), Class: toolName, Time: "0",
				Error: &junitDetail{Message: clean(err.Error()), Type: "problem"}})
			s.Errors++
		}
		report.add(s)
	}
	if len(report.Suites) == 0 {
		report.add(junitSuite{Name: toolName, junitCounts: junitCounts{Time: "0"},
			Cases: []junitCase{{Name: Summary(r), Class: toolName, Time: "0"}}})
	}
	return writeXML(w, report)
}

func (r *junitReport) add(s junitSuite) {
	s.Tests = len(s.Cases)
	r.Suites = append(r.Suites, s)
	r.Tests += s.Tests
	r.Failures += s.Failures
	r.Errors += s.Errors
	r.Skipped += s.Skipped
}

// junitName names a test case so that it keeps its name when lines move: servers
// compare the tests of two runs by name.
func junitName(d *finding.Diagnostic, names map[string]int) string {
	name := d.Rule.ID
	if d.Widget != "" {
		name += ": " + pathName(d.Widget)
	}
	names[name]++
	if n := names[name]; n > 1 {
		name = fmt.Sprintf("%s (%d)", name, n)
	}
	return name
}

func junitText(d *finding.Diagnostic, file string) string {
	return strings.Join(append([]string{headLine(d, file)}, pathLines(d.Path)...), "\n")
}
