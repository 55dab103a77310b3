package report

import (
	"io"

	"studiolint/lint/finding"
)

// A shortReport writes each finding as one line,
//
//	file:line:column: severity: message [rule]
//
// and nothing else: it is for what reads lines.
type shortReport struct {
	w       io.Writer
	columns Columns
}

func newShort(w io.Writer, o Options) Report { return shortReport{w, o.Columns} }

func (s shortReport) Render(found []*finding.Diagnostic) (part any, size int) {
	var b []byte
	for _, d := range active(found) {
		b = append(b, location(d.File, d.Range.Start.Line, s.columns.of(d.At, d.Range.Start))...)
		b = append(b, ": "+d.Severity.String()+": "+clean(d.Message)+" ["+d.Rule.ID+"]\n"...)
	}
	return b, cap(b)
}

func (s shortReport) Add(part any) error {
	_, err := s.w.Write(part.([]byte))
	return err
}

func (shortReport) End(*finding.Result) error { return nil }
