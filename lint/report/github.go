package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"studiolint/lint/finding"
)

// maxAnnotations is how many annotations of each kind GitHub shows for a step.
const maxAnnotations = 10

// writeGitHub writes workflow commands, which GitHub turns into annotations. The
// worst findings come first, for GitHub drops what is over its limit.
func writeGitHub(w io.Writer, r *finding.Result, o Options) error {
	out := bufio.NewWriter(w)
	written := map[finding.Severity]int{}
	for _, d := range worstFirst(active(r)) {
		if written[d.Severity] == maxAnnotations {
			continue
		}
		written[d.Severity]++
		kind := d.Severity.String()
		if d.Severity == finding.Note {
			kind = "notice"
		}
		message := clean(d.Message)
		if path := pathText(d.Path); path != "" {
			message += "\n" + path
		}
		start, end := d.Range.Start, d.Range.End
		place := fmt.Sprintf("line=%d,endLine=%d", max(start.Line, 1), max(end.Line, 1))
		if start.Line == end.Line {
			// GitHub refuses columns of a range over several lines.
			place += fmt.Sprintf(",col=%d,endColumn=%d", start.Column, end.Column)
		}
		fmt.Fprintf(out, "::%s file=%s,%s,title=%s::%s\n", kind,
			commandProperty(Visible(o.inRepository(d.File))), place,
			commandProperty(toolName+" ("+d.Rule.ID+")"), commandData(message))
	}
	more := tally("more ", func(s finding.Severity) int { return r.Count(s) - written[s] })
	if more != "" {
		fmt.Fprintf(out, "Not annotated: %s. GitHub shows %d of each kind.\n", more, maxAnnotations)
	}
	return out.Flush()
}

// The characters that the runner unescapes in a command's data and properties:
// src/Runner.Common/ActionCommand.cs of actions/runner.
var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func commandData(s string) string     { return dataEscapes.Replace(s) }
func commandProperty(s string) string { return propertyEscapes.Replace(s) }
