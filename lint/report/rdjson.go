package report

import (
	"io"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// The Reviewdog Diagnostic Format: proto/rdf/reviewdog.proto of reviewdog.

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"` // ERROR, WARNING or INFO
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"related_locations,omitempty"`

	// Original is what reviewdog shows on a terminal, and folded up in a comment.
	Original string `json:"original_output"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

// An rdPosition counts from 1; columns are bytes.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// writeRDJSON writes a DiagnosticResult. Paths stay as given: reviewdog runs in the
// same folder and finds the repository itself.
func writeRDJSON(w io.Writer, r *finding.Result, o Options) error {
	origin, err := encode(struct {
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
	}{toolName, o.URL})
	if err != nil {
		return err
	}
	return writeList(w, `{"source":`+string(origin)+`,"diagnostics":[`, active(r), func(d *finding.Diagnostic) any {
		rd := rdDiagnostic{
			Message:  clean(d.Message),
			Location: rdLocation{d.File, byteRange(d.At, d.Range)},
			Severity: map[finding.Severity]string{finding.Error: "ERROR", finding.Warning: "WARNING", finding.Note: "INFO"}[d.Severity],
			Code:     rdCode{d.Rule.ID, o.ruleURL(d.Rule.ID)},
			Original: headLine(d, d.File),
		}
		for _, p := range d.Related {
			rd.Related = append(rd.Related, rdRelated{clean(p.Message), rdLocation{p.File, byteRange(p.At, p.Range)}})
		}
		// A suggestion is applied with one click and alone: it must be safe, and
		// one edit must be the whole fix.
		for _, fix := range d.Fixes {
			if fix.Safe && len(fix.Edits) == 1 {
				e := fix.Edits[0]
				rd.Suggestions = append(rd.Suggestions, rdSuggestion{byteRange(e.At, e.Range), e.NewText})
			}
		}
		return rd
	}, "]}\n")
}

// byteRange is a range with columns in bytes. A byte order mark counts, for
// reviewdog cuts its lines out of the bytes.
func byteRange(at source.Place, r source.Range) rdRange {
	f := fileOf(at)
	position := func(p source.Position) rdPosition {
		line := max(p.Line, 1)
		switch {
		case f == nil:
			return rdPosition{line, max(p.Column, 1)}
		case line == 1:
			return rdPosition{1, p.Offset + 1}
		}
		return rdPosition{line, p.Offset - f.Line(line).Start + 1}
	}
	return rdRange{position(r.Start), position(r.End)}
}
