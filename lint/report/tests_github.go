package report

import (
	"bufio"
	"fmt"
	"io"

	"studiolint/lint/script"
)

// writeTestGitHub writes workflow commands: a failed test at its widget in the flow's file,
// or where nothing in the flow is to blame in the test file.
func writeTestGitHub(w io.Writer, r *script.Report, o TestOptions) error {
	out := bufio.NewWriter(w)
	written := map[script.Status]int{}
	for _, t := range r.Outcomes {
		kind := "error"
		switch t.Status {
		case script.Passed:
			continue
		case script.Unclear:
			kind = "warning"
		}
		if written[t.Status]++; written[t.Status] > maxAnnotations {
			continue
		}
		file, line := t.Place, t.Line
		if t.Widget == "" {
			file, line = t.File, t.At
		}
		fmt.Fprintf(out, "::%s file=%s,line=%d,title=%s::%s\n", kind, commandProperty(Visible(o.inRepository(file))), max(line, 1),
			commandProperty(toolName+" test: "+clean(t.Name)), commandData(clean(where(t, o.inRepository(t.Place))+t.Message)))
	}
	for _, err := range r.Errors() {
		fmt.Fprintf(out, "::error title=%s::%s\n", commandProperty(toolName+" test"), commandData(clean(err.Error())))
	}
	if more := max(written[script.Failed]-maxAnnotations, 0) + max(written[script.Unclear]-maxAnnotations, 0); more > 0 {
		fmt.Fprintf(out, "Not annotated: %d more. GitHub shows %d of each kind.\n", more, maxAnnotations)
	}
	return out.Flush()
}
