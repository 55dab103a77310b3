package editor

import (
	"fmt"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

type foldingRange struct {
	StartLine int `json:"startLine"`
	EndLine   int `json:"endLine"`
}

// folding answers with the objects and lists of the flows that take several lines.
func (s *server) folding(p *documentParams) (any, error) {
	list := []foldingRange{}
	d := s.document(p.TextDocument.URI)
	if d == nil || d.model == nil {
		return list, nil
	}
	most := s.capabilities.TextDocument.FoldingRange.RangeLimit
	c := s.newest(d)
	for _, doc := range d.model.documents {
		if doc.Flow == nil {
			continue
		}
		definition := doc.Flow.Definition
		file, end := definition.File(), definition.Span().End
		for i := definition.Order(); ; i++ {
			n := file.Node(i)
			if !n.Exists() || n.Span().Start >= end || most > 0 && len(list) >= most {
				break
			}
			if n.Len() == 0 {
				continue
			}
			// The line of the bracket that closes stays to be seen.
			if at, ok := c.place(n); ok && at.Range.End.Line-1 > at.Range.Start.Line {
				list = append(list, foldingRange{at.Range.Start.Line, at.Range.End.Line - 1})
			}
		}
	}
	return list, nil
}

type codeLens struct {
	Range   span    `json:"range"`
	Command command `json:"command"`
}

// codeLenses answers with how many ways lead to each widget.
func (s *server) codeLenses(p *documentParams) (any, error) {
	list := []codeLens{}
	d := s.document(p.TextDocument.URI)
	if d == nil || d.model == nil {
		return list, nil
	}
	c := s.newest(d)
	for _, doc := range d.model.documents {
		if doc.Flow == nil {
			continue
		}
		for _, w := range doc.Flow.Widgets {
			if at, ok := c.place(w); ok {
				list = append(list, codeLens{at.Range, command{Title: waysTo(doc.Flow, w)}})
			}
		}
	}
	return list, nil
}

// waysTo says how one comes to a widget.
func waysTo(f *flow.Flow, w *flow.Widget) string {
	ways := words.Plural(len(w.In), "way") + " leads here"
	if len(w.In) != 1 {
		ways = words.Plural(len(w.In), "way") + " lead here"
	}
	switch {
	case w == f.Start():
		return "executions begin here"
	case !f.Reachable(w) && !f.Open():
		return fmt.Sprintf("unreachable (%s)", ways)
	}
	return ways
}

type inlayHint struct {
	Position    position `json:"position"`
	Label       string   `json:"label"`
	Kind        int      `json:"kind"`
	PaddingLeft bool     `json:"paddingLeft"`
}

// inlayHints answers with the types of the widgets that transitions lead to, when a
// person has asked for that.
func (s *server) inlayHints(p *struct {
	TextDocument documentID `json:"textDocument"`
	Range        span       `json:"range"`
}) (any, error) {
	list := []inlayHint{}
	d := s.document(p.TextDocument.URI)
	if d == nil || d.model == nil || !s.settings.InlayHints {
		return list, nil
	}
	c := s.newest(d)
	for _, doc := range d.model.documents {
		if doc.Flow == nil {
			continue
		}
		for t := range doc.Flow.Transitions() {
			at, ok := c.place(t.NextNode)
			if t.To == nil || !ok || at.Range.End.Line < p.Range.Start.Line || at.Range.Start.Line > p.Range.End.Line {
				continue
			}
			list = append(list, inlayHint{Position: at.Range.End, Label: t.To.Type, Kind: 1, PaddingLeft: true})
		}
	}
	return list, nil
}

type selectionRange struct {
	Range  span            `json:"range"`
	Parent *selectionRange `json:"parent,omitzero"`
}

// selectionRanges answers, for each place, with what holds it, from the innermost out.
func (s *server) selectionRanges(p *struct {
	TextDocument documentID `json:"textDocument"`
	Positions    []position `json:"positions"`
}) (any, error) {
	list := []*selectionRange{}
	d := s.document(p.TextDocument.URI)
	for _, at := range p.Positions {
		r := &selectionRange{Range: span{at, at}}
		if d != nil {
			if offset, ok := d.text.offset(at); ok {
				r = s.selection(d, offset, r)
			}
		}
		list = append(list, r)
	}
	return list, nil
}

// selection returns what holds a byte: the step of a path, the path, the markup, the
// text, the value, the member and so on.
func (s *server) selection(d *document, offset int, none *selectionRange) *selectionRange {
	about := d.subject(offset)
	if about == nil {
		return none
	}
	c := s.newest(d)
	var places []source.Place
	if about.ref != nil {
		places = append(places, about.ref.SegmentPlace(about.segment), about.ref.Place())
		places = append(places, about.template.Place(about.template.Liquid.Markup[about.ref.Markup].Span))
	}
	n := about.node
	if about.inName {
		places = append(places, n.KeyPlace())
	} else if n.IsString() {
		places = append(places, n.Part(0, len(n.Text())))
	}
	for n.Exists() {
		places = append(places, n.Place())
		if key := n.KeySpan(); key.Len() > 0 {
			member := n.Place()
			member.Span.Start = key.Start
			places = append(places, member)
		}
		if parent := n.Parent(); parent.Exists() {
			n = parent
		} else {
			n = n.File().Outer()
		}
	}
	var r *selectionRange
	for i := len(places) - 1; i >= 0; i-- {
		at, ok := c.place(places[i])
		if !ok || r != nil && at.Range == r.Range || r != nil && !inside(at.Range, r.Range) {
			continue
		}
		r = &selectionRange{at.Range, r}
	}
	if r == nil {
		return none
	}
	return r
}

// inside reports whether a range lies in another one.
func inside(a, b span) bool { return !before(a.Start, b.Start) && !before(b.End, a.End) }

func before(a, b position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Character < b.Character
}
