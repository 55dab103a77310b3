package editor

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/project"
)

// The kinds of symbol.
const (
	symbolFlow       = 2  // a module
	symbolWidget     = 12 // a function
	symbolTransition = 24 // an event
)

type documentSymbol struct {
	Name           string           `json:"name"`
	Detail         string           `json:"detail,omitzero"`
	Kind           int              `json:"kind"`
	Range          span             `json:"range"`
	SelectionRange span             `json:"selectionRange"`
	Children       []documentSymbol `json:"children,omitzero"`
}

type symbolInformation struct {
	Name          string   `json:"name"`
	Kind          int      `json:"kind"`
	Location      location `json:"location"`
	ContainerName string   `json:"containerName,omitzero"`
}

// documentSymbols answers with the flows of a document, in them the widgets in the order
// of the way, and in these the transitions.
func (s *server) documentSymbols(p *documentParams) (any, error) {
	tree := []documentSymbol{}
	d := s.document(p.TextDocument.URI)
	if d != nil && d.model != nil {
		c := s.newest(d)
		for _, doc := range d.model.documents {
			if doc.Flow != nil {
				tree = append(tree, c.flowSymbol(doc))
			}
		}
	}
	if s.capabilities.TextDocument.DocumentSymbol.HierarchicalDocumentSymbolSupport {
		return tree, nil
	}
	flat := []symbolInformation{}
	var walk func(list []documentSymbol, container string)
	walk = func(list []documentSymbol, container string) {
		for _, x := range list {
			flat = append(flat, symbolInformation{x.Name, x.Kind, location{p.TextDocument.URI, x.Range}, container})
			walk(x.Children, x.Name)
		}
	}
	walk(tree, "")
	return flat, nil
}

func (c *converter) flowSymbol(d *project.Document) documentSymbol {
	f := d.Flow
	at, _ := c.place(f.Definition)
	selection, _ := c.place(f.Definition.Opening())
	x := documentSymbol{Name: d.Label(), Detail: f.Definition.Get("description").Text(), Kind: symbolFlow, Range: at.Range, SelectionRange: selection.Range}
	for _, w := range inOrder(f) {
		x.Children = append(x.Children, c.widgetSymbol(w))
	}
	return x
}

func (c *converter) widgetSymbol(w *flow.Widget) documentSymbol {
	at, _ := c.place(w.Node)
	selection, _ := c.place(w)
	x := documentSymbol{Name: visible(w.Name), Detail: w.Type, Kind: symbolWidget, Range: at.Range, SelectionRange: selection.Range}
	for _, t := range w.Transitions {
		at, _ := c.place(t.Node)
		selection, _ := c.place(t)
		next := "→ end"
		if t.Next != "" {
			next = "→ " + t.Next
		}
		x.Children = append(x.Children, documentSymbol{Name: visible(t.Event), Detail: next, Kind: symbolTransition,
			Range: at.Range, SelectionRange: selection.Range})
	}
	return x
}

// visible is a name that is never empty, as clients demand.
func visible(name string) string {
	if strings.TrimSpace(name) == "" {
		return "(no name)"
	}
	return name
}

// inOrder returns the widgets as one comes to them from the beginning, nearest first,
// then the others.
func inOrder(f *flow.Flow) []*flow.Widget {
	seen := map[*flow.Widget]bool{}
	var list []*flow.Widget
	add := func(w *flow.Widget) {
		if w != nil && !seen[w] {
			seen[w] = true
			list = append(list, w)
		}
	}
	walk := func(from *flow.Widget) {
		first := len(list)
		add(from)
		for i := first; i < len(list); i++ {
			for _, t := range list[i].Transitions {
				add(t.Meant)
			}
		}
	}
	if start := f.Start(); start != nil {
		walk(start)
	}
	for _, w := range f.Widgets {
		walk(w)
	}
	return list
}

// maxSymbols is how many symbols of a folder are listed.
const maxSymbols = 1000

// workspaceSymbols answers with the widgets of all files whose names hold a text.
func (s *server) workspaceSymbols(p *struct {
	Query string `json:"query"`
}) (any, error) {
	list := []symbolInformation{}
	query := strings.ToLower(p.Query)
	collect := func(c *converter, documents []*project.Document) {
		for _, d := range documents {
			if d.Flow == nil {
				continue
			}
			for _, w := range d.Flow.Widgets {
				if w.Name == "" || len(list) >= maxSymbols || !strings.Contains(strings.ToLower(w.Name), query) {
					continue
				}
				if at, ok := c.place(w); ok {
					list = append(list, symbolInformation{w.Name, symbolWidget, at, d.Label()})
				}
			}
		}
	}
	for _, f := range s.folders {
		if !f.checked {
			continue
		}
		names := make([]string, 0, len(f.found))
		for name := range f.found {
			if s.documents[f.group.root.Abs(name)] == nil {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		c := s.converter(f.group.root)
		f.group.stop()
		for _, name := range names {
			_, documents := f.group.session.Load(name)
			collect(c, documents)
		}
	}
	for _, k := range sortedKeys(s.documents) {
		if d := s.documents[k]; d.model != nil {
			collect(s.newest(d), d.model.documents)
		}
	}
	return list, nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
