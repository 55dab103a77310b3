package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// jsonVersion is raised when a member of the json format changes its meaning or
// goes away; new members do not raise it.
const jsonVersion = 1

// A jsonDiagnostic is one finding in the json format.
type jsonDiagnostic struct {
	File        string          `json:"file"`
	Rule        string          `json:"rule"`
	Severity    string          `json:"severity"`
	Rejected    bool            `json:"rejected"`
	Message     string          `json:"message"`
	Pointer     string          `json:"pointer"`
	Widget      string          `json:"widget"`
	Range       source.Range    `json:"range"`
	Path        []jsonStep      `json:"path"`
	Related     []jsonRelated   `json:"related"`
	Fixes       []jsonFix       `json:"fixes"`
	Twilio      *finding.Twilio `json:"twilio,omitempty"`
	Fingerprint string          `json:"fingerprint"`
	URL         string          `json:"url"`
}

type jsonStep struct {
	Widget string `json:"widget"`
	Event  string `json:"event,omitempty"`
}

type jsonRelated struct {
	Message string       `json:"message"`
	File    string       `json:"file"`
	Range   source.Range `json:"range"`
}

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

// writeJSON writes one object; each finding stands on a line of its own.
func writeJSON(w io.Writer, r *finding.Result, o Options) error {
	head, err := encode(struct {
		Version int         `json:"version"`
		Tool    jsonTool    `json:"tool"`
		Summary jsonSummary `json:"summary"`
	}{jsonVersion, jsonTool{toolName, o.Version}, jsonSummary{
		Files: r.Files, Flows: r.Flows, Skipped: r.Skipped, Unread: len(r.Unread),
		Errors: r.Count(finding.Error), Warnings: r.Count(finding.Warning), Notes: r.Count(finding.Note),
		Suppressed: suppressed(r),
	}})
	if err != nil {
		return err
	}
	tail, err := mendedJSON(r)
	if err != nil {
		return err
	}
	return writeList(w, string(head[:len(head)-1])+`,"diagnostics":[`, active(r),
		func(d *finding.Diagnostic) any { return diagnosticJSON(d, o) }, tail+"}\n")
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
		list = append(list, jsonMended{d.File, d.Rule.ID, clean(d.Message), d.Widget, d.Range, fixJSON(m.Fix), d.Fingerprint})
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

func diagnosticJSON(d *finding.Diagnostic, o Options) jsonDiagnostic {
	j := jsonDiagnostic{
		File: d.File, Rule: d.Rule.ID, Severity: d.Severity.String(), Rejected: d.Rejected(),
		Message: clean(d.Message), Pointer: d.Pointer, Widget: d.Widget, Range: d.Range,
		Path: make([]jsonStep, 0, len(d.Path)), Related: make([]jsonRelated, 0, len(d.Related)),
		Fixes: []jsonFix{}, Twilio: d.Twilio, Fingerprint: d.Fingerprint, URL: o.ruleURL(d.Rule.ID),
	}
	for _, s := range d.Path {
		j.Path = append(j.Path, jsonStep{s.Widget, s.Event})
	}
	for _, p := range d.Related {
		j.Related = append(j.Related, jsonRelated{clean(p.Message), p.File, p.Range})
	}
	for _, fix := range d.Fixes {
		j.Fixes = append(j.Fixes, fixJSON(fix))
	}
	return j
}

// encode writes a value as compact JSON. Reports are no part of a web page, so <,
// > and & stay as they are.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// writeList writes a JSON array one element a line, and one element at a time:
// a report of 10,000 findings is not held in memory whole.
func writeList[T any](w io.Writer, head string, list []T, element func(T) any, tail string) error {
	out := bufio.NewWriter(w)
	out.WriteString(head)
	for i, v := range list {
		data, err := encode(element(v))
		if err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		out.Write(data)
	}
	if len(list) > 0 {
		out.WriteByte('\n')
	}
	out.WriteString(tail)
	return out.Flush()
}
