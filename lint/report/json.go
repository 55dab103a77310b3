package report

import (
	"bytes"
	"io"
	"strconv"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// jsonVersion is raised when a member of the json format changes its meaning or
// goes away; new members do not raise it.
const jsonVersion = 1

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

// A jsonMended is a finding that fix has mended; its range is that of the text before.
type jsonMended struct {
	File        string       `json:"file"`
	Rule        string       `json:"rule"`
	Message     string       `json:"message"`
	Widget      string       `json:"widget"`
	Range       source.Range `json:"range"`
	Fix         jsonFix      `json:"fix"`
	Fingerprint string       `json:"fingerprint"`
}

type jsonEdit struct {
	Range   source.Range `json:"range"`
	NewText string       `json:"newText"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonSummary struct {
	Files      int `json:"files"`
	Flows      int `json:"flows"`
	Skipped    int `json:"skipped"`
	Unread     int `json:"unread"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Notes      int `json:"notes"`
	Suppressed int `json:"suppressed"`
}

// newJSON writes one object; each finding stands on a line of its own.
func newJSON(w io.Writer, o Options) Report {
	l := &listReport{w: w}
	l.append = func(b []byte, d *finding.Diagnostic, _ occurrences) []byte { return appendDiagnostic(b, d, o) }
	l.frame = func(r *finding.Result) (head, tail string, err error) {
		counted := r.Totals()
		begin, err := encode(struct {
			Version int         `json:"version"`
			Tool    jsonTool    `json:"tool"`
			Summary jsonSummary `json:"summary"`
		}{jsonVersion, jsonTool{toolName, o.Version}, jsonSummary{
			Files: r.Files, Flows: r.Flows, Skipped: r.Skipped, Unread: len(r.Unread),
			Errors: counted.Counting[finding.Error], Warnings: counted.Counting[finding.Warning], Notes: counted.Counting[finding.Note],
			Suppressed: counted.Suppressed,
		}})
		if err != nil {
			return "", "", err
		}
		tail, err = mendedJSON(r)
		return string(begin[:len(begin)-1]) + `,"diagnostics":[`, tail + "}\n", err
	}
	return l
}

// mendedJSON writes the member that says what was mended; nothing when nobody asked for
// that.
func mendedJSON(r *finding.Result) (string, error) {
	if r.Mended == nil {
		return "]", nil
	}
	list := make([]jsonMended, 0, len(r.Mended))
	for _, m := range r.Mended {
		d := m.Finding
		list = append(list, jsonMended{d.File, d.Rule.ID, clean(d.Message), d.Widget, d.Range, fixJSON(m.Fix), d.Fingerprint()})
	}
	data, err := encode(list)
	return `],"mended":` + string(data), err
}

func fixJSON(f finding.Fix) jsonFix {
	edits := make([]jsonEdit, 0, len(f.Edits))
	for _, e := range f.Edits {
		edits = append(edits, jsonEdit{e.Range, e.NewText})
	}
	return jsonFix{f.Title, f.Safe, edits}
}

// appendDiagnostic appends one finding.
func appendDiagnostic(b []byte, d *finding.Diagnostic, o Options) []byte {
	b = appendMember(b, `{"file":`, d.File)
	b = appendMember(b, `,"rule":`, d.Rule.ID)
	b = appendMember(b, `,"severity":`, d.Severity.String())
	b = strconv.AppendBool(append(b, `,"rejected":`...), d.Rejected())
	b = appendMember(b, `,"message":`, clean(d.Message))
	b = appendMember(b, `,"pointer":`, d.Pointer())
	b = appendMember(b, `,"widget":`, d.Widget)
	b = appendRange(append(b, `,"range":`...), d.Range)
	b = append(b, `,"path":[`...)
	for i, s := range d.Path {
		b = appendMember(separate(b, i), `{"widget":`, s.Widget)
		if s.Event != "" {
			b = appendMember(b, `,"event":`, s.Event)
		}
		b = append(b, '}')
	}
	b = append(b, `],"related":[`...)
	for i, p := range d.Related {
		b = appendMember(separate(b, i), `{"message":`, clean(p.Message))
		b = appendMember(b, `,"file":`, p.File)
		b = appendRange(append(b, `,"range":`...), p.Range)
		b = append(b, '}')
	}
	b = append(b, `],"fixes":[`...)
	for i, fix := range d.Fixes {
		b = appendFix(separate(b, i), fix)
	}
	b = append(b, ']')
	if t := d.Twilio; t != nil {
		b = appendMember(b, `,"twilio":{"property_path":`, t.PropertyPath)
		b = appendMember(b, `,"message":`, t.Message)
		b = append(b, '}')
	}
	b = appendMember(b, `,"fingerprint":`, d.Fingerprint())
	b = appendMember(b, `,"url":`, o.ruleURL(d.Rule.ID))
	return append(b, '}')
}

func appendFix(b []byte, f finding.Fix) []byte {
	b = appendMember(b, `{"title":`, f.Title)
	b = strconv.AppendBool(append(b, `,"safe":`...), f.Safe)
	b = append(b, `,"edits":[`...)
	for i, e := range f.Edits {
		b = appendRange(append(separate(b, i), `{"range":`...), e.Range)
		b = appendMember(b, `,"newText":`, e.NewText)
		b = append(b, '}')
	}
	return append(b, "]}"...)
}

// separate appends the comma before the element of a list that has the index i.
func separate(b []byte, i int) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	return b
}

// A listReport is a JSON array with something around it, one finding a line. The
// findings are kept as they are written: what stands before them may count them.
type listReport struct {
	w      io.Writer
	append func(b []byte, d *finding.Diagnostic, seen occurrences) []byte
	frame  func(r *finding.Result) (head, tail string, err error)

	parts [][]byte // each element with a comma and a line break before it
}

func (l *listReport) Render(found []*finding.Diagnostic) (part any, size int) {
	b := scratch(len(found))
	defer b.release()
	seen := make(occurrences, len(found))
	for _, d := range active(found) {
		b.text = l.append(append(b.text, ",\n"...), d, seen)
	}
	return bytes.Clone(b.text), 0
}

func (l *listReport) Add(part any) error {
	if text := part.([]byte); len(text) > 0 {
		l.parts = append(l.parts, text)
	}
	return nil
}

func (l *listReport) End(r *finding.Result) error {
	head, tail, err := l.frame(r)
	if err != nil {
		return err
	}
	out := &sequence{w: l.w}
	out.string(head)
	for i, part := range l.parts {
		if i == 0 {
			part = part[1:]
		}
		out.write(part)
	}
	if len(l.parts) > 0 {
		tail = "\n" + tail
	}
	out.string(tail)
	return out.err
}
