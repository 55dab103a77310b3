package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// maxTwilio is how many characters of Twilio's own words are shown: they can list
// every widget type. The JSON report has them whole.
const maxTwilio = 160

// maxRelated is how many related places the text format lists.
const maxRelated = 10

// writeText writes each finding as one line that tools can read,
//
//	file:line:column: severity: message [rule]
//
// and below it, indented, what helps a person: the source line, the path, related
// places, and Twilio's own words.
func writeText(w io.Writer, r *finding.Result, o Options) error {
	out := bufio.NewWriter(w)
	p := palette{o.Color}
	hide := newSecrets(r)
	for _, d := range active(r) {
		fmt.Fprintf(out, "%s: %s %s %s\n",
			p.bold(location(d.File, d.Range.Start.Line, d.Range.Start.Column)),
			p.severity(d.Severity, d.Severity.String()+":"),
			clean(d.Message),
			p.dim("["+d.Rule.ID+"]"))
		writeSnippet(out, d, hide, p)
		body := func(s string) { out.WriteString("  " + notAHead(s) + "\n") }
		for _, line := range pathLines(d.Path) {
			body(line)
		}
		for i, place := range d.Related {
			if i == maxRelated {
				body(fmt.Sprintf("… and %s", words.Plural(len(d.Related)-i, "more place")))
				break
			}
			body(location(place.File, place.Range.Start.Line, place.Range.Start.Column) + ": " + clean(place.Message))
		}
		if t := d.Twilio; t != nil {
			body("twilio: " + clean(t.PropertyPath) + ": " + Visible(middle(t.Message, maxTwilio)))
		}
	}
	return out.Flush()
}

// headLine is the first line of a finding, without colour.
func headLine(d *finding.Diagnostic, file string) string {
	return location(file, d.Range.Start.Line, d.Range.Start.Column) + ": " + d.Severity.String() + ": " +
		clean(d.Message) + " [" + d.Rule.ID + "]"
}

func writeSnippet(out *bufio.Writer, d *finding.Diagnostic, hide *secrets, p palette) {
	file := fileOf(d.At)
	if file == nil || file.Size > int64(len(file.Bytes)) {
		return // not read whole: there is no line to show
	}
	line := file.Line(d.Range.Start.Line)
	shown, marks := snip(hide.in(file)[line.Start:line.End], d.Range.Start.Offset-line.Start, d.Range.End.Offset-line.Start)
	if strings.TrimSpace(shown) == "" {
		return
	}
	number := strconv.Itoa(d.Range.Start.Line)
	fmt.Fprintf(out, "  %s %s\n", p.dim(number+" |"), notAHead(shown))
	fmt.Fprintf(out, "  %s %s\n", p.dim(strings.Repeat(" ", len(number))+" |"), p.severity(d.Severity, marks))
}

// location is how a place begins a line. A file's name is a stranger's too: it
// must not look like the rest of a first line, nor like a workflow command.
func location(file string, line, column int) string {
	if file == "" {
		file = "-" // a finding that points nowhere
	}
	file = strings.ReplaceAll(Visible(file), ": ", `\x3a `)
	if strings.HasPrefix(strings.TrimLeft(file, " "), "::") {
		file = "./" + file
	}
	return file + ":" + strconv.Itoa(max(line, 1)) + ":" + strconv.Itoa(max(column, 1))
}

// notAHead keeps a line of source or a related message from being taken for the
// first line of a finding by a tool that matches lines.
func notAHead(s string) string {
	if strings.HasSuffix(s, "]") {
		for _, severity := range severities {
			if strings.Contains(s, ": "+severity.String()+": ") {
				return s + " "
			}
		}
	}
	return s
}

// A palette colours words, or leaves them alone.
type palette struct{ on bool }

func (p palette) paint(code, s string) string {
	if !p.on {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p palette) bold(s string) string { return p.paint("1", s) }
func (p palette) dim(s string) string  { return p.paint("2", s) }

func (p palette) severity(s finding.Severity, text string) string {
	switch s {
	case finding.Error:
		return p.paint("1;31", text)
	case finding.Warning:
		return p.paint("1;33", text)
	}
	return p.paint("1;36", text)
}
