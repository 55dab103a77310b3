package report

import (
	"bytes"
	"encoding/xml"
	"io"

	"studiolint/lint/finding"
)

type checkstyleFile struct {
	XMLName xml.Name          `xml:"file"`
	Name    string            `xml:"name,attr"`
	Errors  []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"` // error, warning or info
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

func newCheckstyle(w io.Writer, o Options) Report { return &checkstyleReport{w: w, o: o} }

type checkstyleReport struct {
	w io.Writer
	o Options

	files [][]byte
}

func (c *checkstyleReport) Render(found []*finding.Diagnostic) (part any, size int) {
	var b bytes.Buffer
	for _, group := range byFile(active(found)) {
		file := checkstyleFile{Name: c.o.inRepository(group[0].File)}
		for _, d := range group {
			severity := d.Severity.String()
			if d.Severity == finding.Note {
				severity = "info"
			}
			file.Errors = append(file.Errors, checkstyleError{
				Line: d.Range.Start.Line, Column: d.Range.Start.Column,
				Severity: severity, Message: clean(d.Message), Source: toolName + "." + d.Rule.ID,
			})
		}
		appendXML(&b, file)
	}
	return bytes.Clone(b.Bytes()), 0
}

func (c *checkstyleReport) Add(part any) error {
	if text := part.([]byte); len(text) > 0 {
		c.files = append(c.files, text)
	}
	return nil
}

func (c *checkstyleReport) End(*finding.Result) error {
	out := &sequence{w: c.w}
	out.string(xml.Header + `<checkstyle version="4.3">`) // the version is the format's
	for _, file := range c.files {
		out.write(file)
	}
	if len(c.files) > 0 {
		out.string("\n")
	}
	out.string("</checkstyle>\n")
	return out.err
}
