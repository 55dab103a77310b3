package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"studiolint/lint/finding"
)

type junitSuite struct {
	XMLName xml.Name `xml:"testsuite"`
	Name    string   `xml:"name,attr"`
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
	Output  string       `xml:"system-out,omitempty"`
}

type junitDetail struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

// newJUnit writes a test suite for each file with findings and a test case for
// each finding. What fails the run is a failure; what is less is a skipped test, which
// shows its message and fails nothing. What kept the run from being complete is an
// error. A run without findings is one test that passes, for many readers take a
// report without tests for a broken one.
func newJUnit(w io.Writer, o Options) Report { return &junitReport{w: w, o: o} }

type junitReport struct {
	w io.Writer
	o Options

	junitSuites
}

// junitSuites are suites as they are written, and what they count together.
type junitSuites struct {
	junitCounts
	texts [][]byte
}

func (j *junitReport) Render(found []*finding.Diagnostic) (part any, size int) {
	var suites junitSuites
	for _, group := range byFile(active(found)) {
		file := j.o.inRepository(group[0].File)
		s := newSuite(file)
		names := map[string]int{}
		for _, d := range group {
			c := junitCase{Name: junitName(d, names), Class: file, File: file, Time: "0"}
			detail := &junitDetail{Message: clean(d.Message), Type: d.Severity.String()}
			if j.o.fails(d) {
				detail.Text = junitText(d, file)
				c.Failure = detail
				s.Failures++
			} else {
				c.Skipped, c.Output = detail, junitText(d, file)
				s.Skipped++
			}
			s.Cases = append(s.Cases, c)
		}
		suites.add(s)
	}
	return suites, 0
}

func (j *junitReport) Add(part any) error {
	suites := part.(junitSuites)
	j.count(suites.junitCounts)
	j.texts = append(j.texts, suites.texts...)
	return nil
}

func (j *junitReport) End(r *finding.Result) error {
	j.problems(r.Problems)
	if len(j.texts) == 0 {
		s := newSuite(toolName)
		s.Cases = []junitCase{{Name: Summary(r), Class: toolName, Time: "0"}}
		j.add(s)
	}
	return j.write(j.w)
}

// problems adds a suite of what kept a run from being complete.
func (j *junitSuites) problems(list []error) {
	if len(list) == 0 {
		return
	}
	s := newSuite(toolName)
	for i, err := range list {
		s.Cases = append(s.Cases, junitCase{Name: fmt.Sprintf("problem %d", i+1), Class: toolName, Time: "0",
			Error: &junitDetail{Message: clean(err.Error()), Type: "problem"}})
		s.Errors++
	}
	j.add(s)
}

func (j *junitSuites) write(w io.Writer) error {
	out := &sequence{w: w}
	out.string(fmt.Sprintf("%s<testsuites name=%q tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"0\">",
		xml.Header, toolName, j.Tests, j.Failures, j.Errors, j.Skipped))
	for _, text := range j.texts {
		out.write(text)
	}
	out.string("\n</testsuites>\n")
	return out.err
}

func newSuite(name string) junitSuite {
	return junitSuite{Name: name, junitCounts: junitCounts{Time: "0"}}
}

func (j *junitSuites) add(s junitSuite) {
	s.Tests = len(s.Cases)
	j.count(s.junitCounts)
	var b bytes.Buffer
	appendXML(&b, s)
	j.texts = append(j.texts, bytes.Clone(b.Bytes()))
}

func (c *junitCounts) count(other junitCounts) {
	c.Tests += other.Tests
	c.Failures += other.Failures
	c.Errors += other.Errors
	c.Skipped += other.Skipped
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
