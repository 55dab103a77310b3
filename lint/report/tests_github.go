package report

import (
	"bufio"
	"fmt"
	"io"

	"studiolint/lint/script"
)

// testAnnotation writes a workflow command for a test that did not pass: at its widget in
// the flow's file, or where nothing in the flow is to blame in the test file.
func testAnnotation(t *script.Outcome, o TestOptions) string {
	kind := "error"
	switch t.Status {
	case script.Passed:
		return ""
	case script.Unclear:
		kind = "warning"
	}
	file, line := t.Place, t.Line
	if t.Widget == "" {
		file, line = t.File, t.At
	}
	return fmt.Sprintf("::%s file=%s,line=%d,title=%s::%s\n", kind, commandProperty(Visible(o.inRepository(file))), max(line, 1),
		commandProperty(toolName+" test: "+clean(t.Name)), commandData(clean(where(t, o.inRepository(t.Place))+t.Message)))
}

func writeTestGitHub(w io.Writer, r *script.Report, text func(*script.Outcome) string, _ TestOptions) error {
	out := bufio.NewWriter(w)
	written := map[script.Status]int{}
	for _, t := range r.Outcomes {
		if written[t.Status]++; written[t.Status] <= maxAnnotations {
			out.WriteString(text(t))
		}
	}
	for _, err := range r.Errors() {
		fmt.Fprintf(out, "::error title=%s::%s\n", commandProperty(toolName+" test"), commandData(clean(err.Error())))
	}
	if more := max(written[script.Failed]-maxAnnotations, 0) + max(written[script.Unclear]-maxAnnotations, 0); more > 0 {
		fmt.Fprintf(out, "Not annotated: %d more. GitHub shows %d of each kind.\n", more, maxAnnotations)
	}
	return out.Flush()
}
