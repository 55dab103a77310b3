package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"studiolint/lint/finding"
)

// maxAnnotations is how many annotations of each kind GitHub shows for a step.
const maxAnnotations = 10

// newGitHub writes workflow commands, which GitHub turns into annotations. The
// worst findings come first, for GitHub drops what is over its limit.
func newGitHub(w io.Writer, o Options) Report { return &githubReport{w: w, o: o} }

type githubReport struct {
	w io.Writer
	o Options

	first annotations
}

// annotations are the first ones of each severity.
type annotations [finding.Error + 1][]string

func (g *githubReport) Render(found []*finding.Diagnostic) (part any, size int) {
	var first annotations
	for _, d := range active(found) {
		if of := &first[d.Severity]; len(*of) < maxAnnotations {
			*of = append(*of, g.command(d))
		}
	}
	return first, 0
}

func (g *githubReport) Add(part any) error {
	for s, lines := range part.(annotations) {
		of := &g.first[s]
		*of = append(*of, lines[:min(len(lines), maxAnnotations-len(*of))]...)
	}
	return nil
}

func (g *githubReport) End(r *finding.Result) error {
	out := &sequence{w: g.w}
	for _, lines := range slices.Backward(g.first[:]) {
		for _, line := range lines {
			out.string(line)
		}
	}
	counted := r.Totals()
	more := tally("more ", func(s finding.Severity) int { return counted.Counting[s] - len(g.first[s]) })
	if more != "" {
		out.string(fmt.Sprintf("Not annotated: %s. GitHub shows %d of each kind.\n", more, maxAnnotations))
	}
	return out.err
}

// command is the annotation of one finding.
func (g *githubReport) command(d *finding.Diagnostic) string {
	kind := d.Severity.String()
	if d.Severity == finding.Note {
		kind = "notice"
	}
	message := clean(d.Message)
	if path := pathText(d.Path); path != "" {
		message += "\n" + path
	}
	if cure := cureText(d); cure != "" {
		message += "\n" + cure
	}
	start, end := d.Range.Start, d.Range.End
	place := fmt.Sprintf("line=%d,endLine=%d", max(start.Line, 1), max(end.Line, 1))
	if start.Line == end.Line {
		// GitHub refuses columns of a range over several lines.
		place += fmt.Sprintf(",col=%d,endColumn=%d", start.Column, end.Column)
	}
	return fmt.Sprintf("::%s file=%s,%s,title=%s::%s\n", kind,
		commandProperty(Visible(g.o.inRepository(d.File))), place,
		commandProperty(toolName+" ("+d.Rule.ID+")"), commandData(message))
}

// cureText says what fix does about a finding; "" when it does nothing.
func cureText(d *finding.Diagnostic) string {
	for _, command := range []string{"studiolint fix", "studiolint fix --unsafe"} {
		for _, f := range d.Fixes {
			if f.Safe == (command == "studiolint fix") {
				return "Fix: " + clean(f.Title) + " (" + command + ")"
			}
		}
	}
	return ""
}

// The characters that the runner unescapes in a command's data and properties:
// src/Runner.Common/ActionCommand.cs of actions/runner.
var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func commandData(s string) string     { return dataEscapes.Replace(s) }
func commandProperty(s string) string { return propertyEscapes.Replace(s) }
