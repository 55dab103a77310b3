package report

import (
	"encoding/xml"
	"io"

	"studiolint/lint/finding"
)

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"` // of the format
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"` // error, warning or info
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

func writeCheckstyle(w io.Writer, r *finding.Result, o Options) error {
	report := checkstyleReport{Version: "4.3"}
	for _, group := range byFile(active(r)) {
		file := checkstyleFile{Name: o.inRepository(group[0].File)}
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
		report.Files = append(report.Files, file)
	}
	return writeXML(w, report)
}
