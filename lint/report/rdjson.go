package report

import (
	"io"
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

type rdRange struct{ start, end rdPosition }

// An rdPosition counts from 1; columns are bytes.
type rdPosition struct{ line, column int }

// newRDJSON writes a DiagnosticResult of the Reviewdog Diagnostic Format:
// proto/rdf/reviewdog.proto of reviewdog. Paths stay as given: reviewdog runs in the
// same folder and finds the repository itself.
func newRDJSON(w io.Writer, o Options) Report {
	return &listReport{
		w:      w,
		append: func(b []byte, d *finding.Diagnostic, _ occurrences) []byte { return appendRD(b, d, o) },
		frame: func(*finding.Result) (head, tail string, err error) {
			origin, err := encode(struct {
				Name string `json:"name"`
				URL  string `json:"url,omitempty"`
			}{toolName, o.URL})
			return `{"source":` + string(origin) + `,"diagnostics":[`, "]}\n", err
		},
	}
}

// appendRD appends one Diagnostic.
func appendRD(b []byte, d *finding.Diagnostic, o Options) []byte {
	message := clean(d.Message)
	if slices.ContainsFunc(d.Fixes, func(f finding.Fix) bool { _, ok := joined(f.Edits); return f.Safe && !ok }) {
		message += ` ("studiolint fix" mends it)` // in several places, which are no suggestion
	}
	b = appendMember(b, `{"message":`, message)
	b = appendRDLocation(append(b, `,"location":`...), d.File, byteRange(d.At, d.Range))
	b = appendMember(b, `,"severity":`, rdSeverity(d.Severity))
	b = appendMember(b, `,"code":{"value":`, d.Rule.ID)
	if url := o.ruleURL(d.Rule.ID); url != "" {
		b = appendMember(b, `,"url":`, url)
	}
	b = append(b, '}')
	// A suggestion is applied with one click and alone: it must be safe, and one edit
	// must be the whole fix.
	n := 0
	for _, fix := range d.Fixes {
		e, ok := joined(fix.Edits)
		if !fix.Safe || !ok {
			continue
		}
		if n++; n == 1 {
			b = append(b, `,"suggestions":[`...)
		}
		b = appendRDRange(append(separate(b, n-1), `{"range":`...), byteRange(e.At, e.Range))
		b = appendMember(b, `,"text":`, e.NewText)
		b = append(b, '}')
	}
	if n > 0 {
		b = append(b, ']')
	}
	for i, p := range d.Related {
		if i == 0 {
			b = append(b, `,"related_locations":[`...)
		}
		b = appendMember(separate(b, i), `{"message":`, clean(p.Message))
		b = appendRDLocation(append(b, `,"location":`...), p.File, byteRange(p.At, p.Range))
		b = append(b, '}')
	}
	if len(d.Related) > 0 {
		b = append(b, ']')
	}
	// What reviewdog shows on a terminal, and folded up in a comment.
	b = appendMember(b, `,"original_output":`, headLine(d, d.File))
	return append(b, '}')
}

func rdSeverity(s finding.Severity) string {
	switch s {
	case finding.Error:
		return "ERROR"
	case finding.Warning:
		return "WARNING"
	case finding.Note:
		return "INFO"
	}
	return ""
}

func appendRDLocation(b []byte, path string, r rdRange) []byte {
	b = appendMember(b, `{"path":`, path)
	b = appendRDRange(append(b, `,"range":`...), r)
	return append(b, '}')
}

func appendRDRange(b []byte, r rdRange) []byte {
	b = appendCount(b, `{"start":{"line":`, r.start.line)
	b = appendCount(b, `,"column":`, r.start.column)
	b = appendCount(b, `},"end":{"line":`, r.end.line)
	b = appendCount(b, `,"column":`, r.end.column)
	return append(b, "}}"...)
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

// maxJoined is how many bytes a suggestion may write anew between two edits: a person
// reads all of it before taking it.
const maxJoined = 16 << 10

// joined makes one edit of several in one text, with what stands between them. It reports
// false when they stand in several texts, or far apart.
func joined(edits []finding.Edit) (finding.Edit, bool) {
	edits = slices.SortedStableFunc(slices.Values(edits), func(a, b finding.Edit) int { return a.At.Span.Start - b.At.Span.Start })
	all := edits[0]
	for _, e := range edits[1:] {
		f := all.At.File
		if e.At.File != f || e.At.Span.Start < all.At.Span.End || len(all.NewText)+e.At.Span.End-all.At.Span.End > maxJoined {
			return finding.Edit{}, false
		}
		all.NewText += string(f.Bytes[all.At.Span.End:e.At.Span.Start]) + e.NewText
		all.At.Span.End, all.Range.End = e.At.Span.End, e.Range.End
	}
	return all, true
}
