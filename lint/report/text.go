package report

import (
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

// append appends what is written of one finding of a group.
func (t *textReport) append(b []byte, d *finding.Diagnostic, g *group, hide *secrets) []byte {
	b = t.start(b, boldCode)
	b = appendLocation(b, g.nameOf(d.File), d.Range.Start.Line, t.columns.of(d.At, d.Range.Start))
	b = append(t.stop(b), ": "...)
	b = t.start(b, severityCode(d.Severity))
	b = append(append(b, d.Severity.String()...), ':')
	b = append(t.stop(b), ' ')
	b = append(append(b, clean(d.Message)...), ' ')
	b = t.start(b, dimCode)
	b = append(append(append(b, '['), d.Rule.ID...), ']')
	b = append(t.stop(b), '\n')
	b = t.appendSnippet(b, d, hide)
	for _, line := range pathLines(d.Path) {
		b = append(append(b, "  "...), notAHead(line)...)
		b = append(b, '\n')
	}
	for i, place := range d.Related {
		b = append(b, "  "...)
		start := len(b)
		if i == maxRelated {
			b = append(append(append(b, "… and "...), words.Plural(len(d.Related)-i, "more place")...), '\n')
			break
		}
		b = appendLocation(b, g.nameOf(place.File), place.Range.Start.Line, t.columns.of(place.At, place.Range.Start))
		b = append(append(b, ": "...), clean(place.Message)...)
		b = append(noHead(b, start), '\n')
	}
	if twilio := d.Twilio; twilio != nil {
		b = append(b, "  "...)
		start := len(b)
		b = append(append(append(b, "twilio: "...), clean(twilio.PropertyPath)...), ": "...)
		b = append(b, Visible(middle(twilio.Message, maxTwilio))...)
		b = append(noHead(b, start), '\n')
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
	b = t.start(append(b, "  "...), dimCode)
	start := len(b)
	b = strconv.AppendInt(b, int64(d.Range.Start.Line), 10)
	digits := len(b) - start
	b = append(t.stop(append(b, " |"...)), ' ')
	b = append(b, notAHead(shown)...)
	b = t.start(append(b, "\n  "...), dimCode)
	for range digits {
		b = append(b, ' ')
	}
	b = append(t.stop(append(b, " |"...)), ' ')
	b = append(t.start(b, severityCode(d.Severity)), marks...)
	return append(t.stop(b), '\n')
}

// location is how a place begins a line. A file's name is a stranger's too: it
// must not look like the rest of a first line, nor like a workflow command.
func location(file string, line, column int) string {
	var room [128]byte
	return string(appendLocation(room[:0], fileName(file), line, column))
}

// appendLocation is location for a file by its fileName.
func appendLocation(b []byte, name string, line, column int) []byte {
	b = append(append(b, name...), ':')
	b = append(strconv.AppendInt(b, int64(max(line, 1)), 10), ':')
	return strconv.AppendInt(b, int64(max(column, 1)), 10)
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

// noHead is notAHead for what has been appended from a place on.
func noHead(b []byte, start int) []byte {
	if b[len(b)-1] == ']' && notAHead(string(b[start:])) != string(b[start:]) {
		return append(b, ' ')
	}
	return b
}

// A palette colours words, or leaves them alone.
type palette struct{ on bool }

// The codes of colours.
const (
	headingCode = "1;4"
	boldCode    = "1"
	dimCode     = "2"
)

func severityCode(s finding.Severity) string {
	switch s {
	case finding.Error:
		return "1;31"
	case finding.Warning:
		return "1;33"
	}
	return "1;36"
}

// start and stop enclose what is appended between them in a colour.
func (p palette) start(b []byte, code string) []byte {
	if !p.on {
		return b
	}
	return append(append(append(b, "\x1b["...), code...), 'm')
}

func (p palette) stop(b []byte) []byte {
	if !p.on {
		return b
	}
	return append(b, "\x1b[0m"...)
}

func (p palette) paint(code, s string) string {
	if !p.on {
		return s
	}
	return string(p.stop(append(p.start(nil, code), s...)))
}

func (p palette) heading(s string) string { return p.paint(headingCode, s) }
func (p palette) bold(s string) string    { return p.paint(boldCode, s) }
