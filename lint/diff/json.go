package diff

import (
	"encoding/json"
	"io"

	"studiolint/lint/finding"
)

// jsonVersion is raised when a member changes its meaning or goes away.
const jsonVersion = 1

type jsonSummary struct {
	Added    int `json:"added"`
	Removed  int `json:"removed"`
	Renamed  int `json:"renamed"`
	Rewired  int `json:"rewired"`
	Branches int `json:"branches"`
	Changed  int `json:"changed"`
	Moved    int `json:"moved"`
}

// A jsonChange of a value or a way holds null for what is not there: a member that is new
// has no old value. Of other kinds there is neither.
type jsonChange struct {
	File   string `json:"file"`
	Kind   Kind   `json:"kind"`
	Widget string `json:"widget,omitempty"`
	Was    string `json:"was,omitempty"`
	Type   string `json:"type,omitempty"`
	Event  string `json:"event,omitempty"`
	Branch string `json:"branch,omitempty"`
	Member string `json:"member,omitempty"`
	Old    any    `json:"old,omitempty"`
	New    any    `json:"new,omitempty"`
}

type jsonFinding struct {
	File        string `json:"file"`
	Rule        string `json:"rule"`
	Severity    string `json:"severity"`
	Message     string `json:"message"`
	Widget      string `json:"widget"`
	Fingerprint string `json:"fingerprint"`
}

type jsonFindings struct {
	New  []jsonFinding `json:"new"`
	Gone []jsonFinding `json:"gone"`
}

// WriteJSON writes one object with the changes of all pages, in order.
func WriteJSON(w io.Writer, pages []Page) error {
	out := struct {
		Version  int          `json:"version"`
		Summary  jsonSummary  `json:"summary"`
		Changes  []jsonChange `json:"changes"`
		Findings jsonFindings `json:"findings"`
	}{Version: jsonVersion, Changes: []jsonChange{}, Findings: jsonFindings{New: []jsonFinding{}, Gone: []jsonFinding{}}}
	for _, p := range pages {
		out.Summary.add(p.Result)
		for _, c := range p.Result.Changes {
			change := jsonChange{File: p.Name, Kind: c.Kind, Widget: c.Widget, Was: c.Was, Type: c.Type, Event: c.Event, Branch: c.Branch, Member: c.Member}
			if c.Old != nil || c.New != nil {
				change.Old, change.New = c.Old, c.New // a pointer to nothing is written as null
			}
			out.Changes = append(out.Changes, change)
		}
		out.Findings.New = append(out.Findings.New, findings(p.Name, p.New)...)
		out.Findings.Gone = append(out.Findings.Gone, findings(p.Name, p.Gone)...)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

func (s *jsonSummary) add(r *Result) {
	s.Added += r.Count(Added)
	s.Removed += r.Count(Removed)
	s.Renamed += r.Count(Renamed)
	s.Rewired += r.Count(Rewired)
	s.Branches += r.Count(BranchAdded, BranchRemoved)
	s.Changed += r.Count(Changed, OfFlow)
	s.Moved += r.Moved
}

func findings(file string, list []*finding.Diagnostic) []jsonFinding {
	var out []jsonFinding
	for _, d := range list {
		out = append(out, jsonFinding{file, d.Rule.ID, d.Severity.String(), d.Message, d.Widget, d.Fingerprint()})
	}
	return out
}
