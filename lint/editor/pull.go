package editor

import (
	"encoding/json"
	"hash/fnv"
	"slices"
	"strconv"
)

// A report answers a client that asks for findings.
type report struct {
	Kind     string       `json:"kind"`
	ResultID string       `json:"resultId"`
	Items    []diagnostic `json:"items,omitzero"`
}

// A workspaceReport is the report of one file of many.
type workspaceReport struct {
	report  `json:",inline"`
	URI     string `json:"uri"`
	Version *int   `json:"version"`
}

// pull answers with the findings of a document once it is checked.
func (s *server) pull(p *struct {
	TextDocument     documentID `json:"textDocument"`
	PreviousResultID string     `json:"previousResultId"`
}) (any, error) {
	d := s.document(p.TextDocument.URI)
	if d == nil || d.showing() == nil {
		return newReport([]diagnostic{}, p.PreviousResultID), nil
	}
	return promise(func(answer func(any, error)) {
		d.showing().whenIdle(func() {
			list := []diagnostic{}
			if d.shown != nil {
				list = s.diagnostics(d.shown.root, d.shown.findings)
			}
			answer(newReport(list, p.PreviousResultID), nil)
		})
	}), nil
}

// newReport returns the findings, or says that they are those of the result before.
func newReport(list []diagnostic, previous string) report {
	data, err := json.Marshal(list)
	if err != nil {
		panic(err) // there is nothing in it that has no JSON
	}
	h := fnv.New64a()
	h.Write(data)
	id := strconv.FormatUint(h.Sum64(), 36)
	if id == previous {
		return report{Kind: "unchanged", ResultID: id}
	}
	return report{Kind: "full", ResultID: id, Items: list}
}

// pullAll answers with the findings of every file of the folders, and of every document.
func (s *server) pullAll(p *struct {
	PreviousResultIDs []struct {
		URI   string `json:"uri"`
		Value string `json:"value"`
	} `json:"previousResultIds"`
}) (any, error) {
	previous := map[string]string{}
	for _, id := range p.PreviousResultIDs {
		previous[key(id.URI)] = id.Value
	}
	return promise(func(answer func(any, error)) {
		waiting := s.groups()
		var next func()
		next = func() {
			if len(waiting) > 0 {
				g := waiting[0]
				waiting = waiting[1:]
				g.whenIdle(next)
				return
			}
			answer(map[string]any{"items": s.reports(previous)}, nil)
		}
		next()
	}), nil
}

// reports are those of all files, in the order of their names. What was reported before
// and is gone is reported empty.
func (s *server) reports(previous map[string]string) []workspaceReport {
	found := map[string][]diagnostic{} // by key
	for _, f := range s.folders {
		if !f.checked || f.group.result == nil {
			continue
		}
		for name := range f.found {
			found[f.group.root.Abs(name)] = nil
		}
		for name, list := range byFile(f.group.result) {
			found[f.group.root.Abs(name)] = s.diagnostics(f.group.root, list)
		}
	}
	for k, d := range s.documents {
		if d.shown != nil {
			found[k] = s.diagnostics(d.shown.root, d.shown.findings)
		}
	}
	for k := range previous {
		if _, known := found[k]; !known {
			found[k] = nil
		}
	}
	keys := make([]string, 0, len(found))
	for k := range found {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	list := make([]workspaceReport, 0, len(keys))
	for _, k := range keys {
		items := found[k]
		if items == nil {
			items = []diagnostic{}
		}
		r := workspaceReport{report: newReport(items, previous[k]), URI: k}
		if d := s.documents[k]; d != nil {
			r.URI, r.Version = d.uri, &d.version
		} else if _, isURI := pathOf(k); !isURI {
			r.URI = uriOf(k)
		}
		list = append(list, r)
	}
	return list
}

// refreshClient asks a client that pulls to do so again.
func (s *server) refreshClient() {
	w := &s.capabilities.Workspace
	for method, supported := range map[string]bool{
		"workspace/diagnostic/refresh": w.Diagnostics.RefreshSupport && s.capabilities.pulls(),
		"workspace/codeLens/refresh":   w.CodeLens.RefreshSupport,
		"workspace/inlayHint/refresh":  w.InlayHint.RefreshSupport,
	} {
		if supported {
			s.client.call(method, nil, nil)
		}
	}
}
