package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"studiolint/lint/script"
)

// writeTestJUnit writes a suite for each test file and a case for each test. A test that is
// undetermined is skipped, which shows why and fails nothing.
func writeTestJUnit(w io.Writer, r *script.Report, o TestOptions) error {
	report := junitReport{Name: toolName, junitCounts: junitCounts{Time: "0"}}
	suites := map[string]int{}
	for _, t := range r.Outcomes {
		file := o.inRepository(t.File)
		at, known := suites[file]
		if !known {
			at = len(report.Suites)
			suites[file] = at
			report.Suites = append(report.Suites, junitSuite{Name: file, junitCounts: junitCounts{Time: "0"}})
		}
		s := &report.Suites[at]
		c := junitCase{Name: clean(t.Name), Class: file, File: file, Time: "0"}
		detail := &junitDetail{Message: clean(where(t, o.inRepository(t.Place)) + t.Message), Type: string(t.Status), Text: transcriptText(t)}
		switch t.Status {
		case script.Failed:
			c.Failure = detail
			s.Failures++
		case script.Unclear:
			c.Skipped = detail
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
	}
	list := report.Suites
	report.Suites = nil
	for _, s := range list {
		report.add(s)
	}
	if problems := r.Errors(); len(problems) > 0 {
		s := junitSuite{Name: toolName, junitCounts: junitCounts{Time: "0"}}
		for i, err := range problems {
			s.Cases = append(s.Cases, junitCase{Name: fmt.Sprintf("problem %d", i+1), Class: toolName, Time: "0",
				Error: &junitDetail{Message: clean(err.Error()), Type: "problem"}})
			s.Errors++
		}
		report.add(s)
	}
	return writeXML(w, report)
}

func transcriptText(t *script.Outcome) string {
	var b strings.Builder
	out := bufio.NewWriter(&b)
	writeTranscript(out, t, "")
	if out.Flush() != nil {
		return ""
	}
	return b.String()
}
