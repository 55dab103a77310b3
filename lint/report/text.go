package report

import (
	"fmt"
	"hash/maphash"
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

// A textReport groups the findings by file, each group below a heading. It writes a finding
// as one line that tools can read,
//
//	file:line:column: severity: message [rule]
//
// and below it, indented, what helps a person: the source line, the path, related
// places, and Twilio's own words. It is written at once, part by part.
type textReport struct {
	w io.Writer
	palette
	columns Columns
	seed    maphash.Seed

	// What was written.
	first  map[uint64]string // by key: the first of files that are copies of each other
	copies bool              // the last file was one
	lines  int
	errors int
	again  [][]byte
}

func newText(w io.Writer, o Options) Report {
	return &textReport{w: w, palette: palette{o.Color}, columns: o.Columns, seed: maphash.MakeSeed(), first: map[uint64]string{}}
}

func (t *textReport) Render(found []*finding.Diagnostic) (part any, size int) {
	var groups []*group
	hide := newSecrets(found)
	for _, of := range byFile(active(found)) {
		g := t.grouped(of, hide)
		groups = append(groups, g)
		size += cap(g.text)
	}
	return groups, size
}

func (t *textReport) Add(part any) error {
	out := sequence{w: t.w}
	for _, g := range part.([]*group) {
		t.add(&out, g)
	}
	return out.err
}

func (t *textReport) End(*finding.Result) error {
	out := sequence{w: t.w}
	t.end(&out)
	return out.err
}

// append appends what is written of one finding.
func (t *textReport) append(b []byte, d *finding.Diagnostic, hide *secrets) []byte {
	b = append(b, t.bold(location(d.File, d.Range.Start.Line, t.columns.of(d.At, d.Range.Start)))...)
	b = append(b, ": "...)
	b = append(b, t.severity(d.Severity, d.Severity.String()+":")...)
	b = append(b, ' ')
	b = append(b, clean(d.Message)...)
	b = append(b, ' ')
	b = append(b, t.dim("["+d.Rule.ID+"]")...)
	b = append(b, '\n')
	b = t.appendSnippet(b, d, hide)
	body := func(s string) {
		b = append(b, "  "...)
		b = append(b, notAHead(s)...)
		b = append(b, '\n')
	}
	for _, line := range pathLines(d.Path) {
		body(line)
	}
	for i, place := range d.Related {
		if i == maxRelated {
			body(fmt.Sprintf("… and %s", words.Plural(len(d.Related)-i, "more place")))
			break
		}
		body(location(place.File, place.Range.Start.Line, t.columns.of(place.At, place.Range.Start)) + ": " + clean(place.Message))
	}
	if twilio := d.Twilio; twilio != nil {
		body("twilio: " + clean(twilio.PropertyPath) + ": " + Visible(middle(twilio.Message, maxTwilio)))
	}
	return b
}

// headLine is the first line of a finding, without colour.
func headLine(d *finding.Diagnostic, file string) string {
	return location(file, d.Range.Start.Line, d.Range.Start.Column) + ": " + d.Severity.String() + ": " +
		clean(d.Message) + " [" + d.Rule.ID + "]"
}

// appendSnippet appends the line of a finding, and marks below it.
func (t *textReport) appendSnippet(b []byte, d *finding.Diagnostic, hide *secrets) []byte {
	file := fileOf(d.At)
	if file == nil || file.Size > int64(len(file.Bytes)) {
		return b // not read whole: there is no line to show
	}
	line := file.Line(d.Range.Start.Line)
	shown, marks := snip(hide.in(file)[line.Start:line.End], d.Range.Start.Offset-line.Start, d.Range.End.Offset-line.Start)
	if strings.TrimSpace(shown) == "" {
		return b
	}
	number := strconv.Itoa(d.Range.Start.Line)
	b = append(b, "  "...)
	b = append(b, t.dim(number+" |")...)
	b = append(b, ' ')
	b = append(b, notAHead(shown)...)
	b = append(b, "\n  "...)
	b = append(b, t.dim(strings.Repeat(" ", len(number))+" |")...)
	b = append(b, ' ')
	b = append(b, t.severity(d.Severity, marks)...)
	return append(b, '\n')
}

// location is how a place begins a line. A file's name is a stranger's too: it
// must not look like the rest of a first line, nor like a workflow command.
func location(file string, line, column int) string {
	return fileName(file) + ":" + strconv.Itoa(max(line, 1)) + ":" + strconv.Itoa(max(column, 1))
}

// fileName is how the name of a file begins a line.
func fileName(file string) string {
	if file == "" {
		return "-" // a finding that points nowhere
	}
	file = strings.ReplaceAll(Visible(file), ": ", `\x3a `)
	if strings.HasPrefix(strings.TrimLeft(file, " "), "::") {
		file = "./" + file
	}
	return file
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

func (p palette) heading(s string) string { return p.paint("1;4", s) }
func (p palette) bold(s string) string    { return p.paint("1", s) }
func (p palette) dim(s string) string     { return p.paint("2", s) }

func (p palette) severity(s finding.Severity, text string) string {
	switch s {
	case finding.Error:
		return p.paint("1;31", text)
	case finding.Warning:
		return p.paint("1;33", text)
	}
	return p.paint("1;36", text)
}
