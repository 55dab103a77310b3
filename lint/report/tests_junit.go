package report

import (
	"io"
	"strings"

	"studiolint/lint/script"
)

// writeTestJUnit writes a suite for each test file and a case for each test. A test that is
// undetermined is skipped, which shows why and fails nothing.
func writeTestJUnit(w io.Writer, r *script.Report, text func(*script.Outcome) string, o TestOptions) error {
	suites := map[string]*junitSuite{}
	var order []*junitSuite
	for _, t := range r.Outcomes {
		file := o.inRepository(t.File)
		s := suites[file]
		if s == nil {
			one := newSuite(file)
			s = &one
			suites[file] = s
			order = append(order, s)
		}
		c := junitCase{Name: clean(t.Name), Class: file, File: file, Time: "0"}
		switch t.Status {
		case script.Failed:
			c.Failure = testDetail(t, text(t), o)
			s.Failures++
		case script.Unclear:
			c.Skipped = testDetail(t, text(t), o)
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
	}
	var all junitSuites
	for _, s := range order {
		all.add(*s)
	}
	all.problems(r.Errors())
	return all.write(w)
}

func testDetail(t *script.Outcome, transcript string, o TestOptions) *junitDetail {
	return &junitDetail{Message: clean(where(t, o.inRepository(t.Place)) + t.Message), Type: string(t.Status), Text: transcript}
}

// testTranscript is what happened in a test that did not pass.
func testTranscript(t *script.Outcome, _ TestOptions) string {
	if t.Status == script.Passed {
		return ""
	}
	var b strings.Builder
	writeTranscript(&b, t, "")
	return b.String()
}
