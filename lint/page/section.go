package page

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A picture is a flow as it is drawn on the page.
type picture struct {
	svg  []byte
	data []byte // JSON
}

// Loose returns the section of findings that are in no flow that is drawn.
func (p *Page) Loose(title string, found []*finding.Diagnostic) *Section {
	s := &Section{title: title}
	for _, d := range found {
		if d.Suppressed == nil {
			s.list = p.appendItem(s.list, d, -1)
			s.items = append(s.items, kindOf(d))
		}
	}
	return s
}

// kindOf is what the filters know of a finding.
func kindOf(d *finding.Diagnostic) listed { return listed{d.Severity.String(), d.Rule.ID} }

// Section returns the section of a flow: found are the findings in it.
func (p *Page) Section(f *flow.Flow, found []*finding.Diagnostic, o draw.Options) (*Section, error) {
	o.Live = true
	drawn := draw.New(f, found, o)
	s := &Section{title: o.Title, leftOut: drawn.LeftOut}
	for i, d := range drawn.Findings {
		s.list = p.appendItem(s.list, d.Diagnostic, i)
		s.items = append(s.items, kindOf(d.Diagnostic))
	}
	one, err := newPicture(drawn, o.Title, func() *data {
		data := dataOf(f, drawn)
		for _, one := range drawn.Findings {
			data.Items = append(data.Items, itemData{one.Box, one.Arrow, one.Path.Boxes, one.Path.Arrows})
		}
		return data
	})
	s.pictures = []picture{one}
	return s, err
}

// newPicture writes a picture and, at the same time, what the page's program knows of it.
func newPicture(drawn *draw.Picture, title string, about func() *data) (p picture, err error) {
	var both sync.WaitGroup
	both.Go(func() { p.data, err = json.Marshal(about()) }) // it escapes <, > and &
	var svg bytes.Buffer
	svg.Grow(1 << 10 * (1 + len(drawn.Boxes) + len(drawn.Arrows)/4)) // about what it needs
	out := bufio.NewWriter(&svg)
	fmt.Fprintf(out, `<svg class="picture" role="group" aria-label="%s" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f">`+"\n", Text(title), drawn.Width, drawn.Height, drawn.Width, drawn.Height)
	drawn.WriteBody(out, true)
	out.WriteString("</svg>")
	out.Flush()
	p.svg = svg.Bytes()
	both.Wait()
	return p, err
}

// appendItem writes a finding for the list. n is its number in the flow, -1 for none.
func (p *Page) appendItem(b []byte, d *finding.Diagnostic, n int) []byte {
	const most = 600
	b = fmt.Appendf(b, `<li class="%s" data-rule="%s"><button type="button" class="finding"`, d.Severity, Text(d.Rule.ID))
	if n >= 0 {
		b = fmt.Appendf(b, ` data-n="%d"`, n)
	} else {
		b = append(b, ` disabled`...)
	}
	b = fmt.Appendf(b, `><span class="severity">%s</span> <span class="message">%s</span> <span class="where">`, d.Severity, Text(words.Clip(d.Message, most)))
	if d.Widget != "" {
		b = fmt.Appendf(b, "%s, ", Text(words.Clip(d.Widget, 120)))
	}
	b = fmt.Appendf(b, `line %d</span></button> `, d.Range.Start.Line)
	return append(p.appendRule(b, d.Rule.ID), "</li>\n"...)
}

// appendRule writes the name of a rule, with a link to what it is.
func (p *Page) appendRule(b []byte, id string) []byte {
	url := ""
	if p.RuleURL != nil {
		url = p.RuleURL(id)
	}
	if url != "" {
		return fmt.Appendf(b, `<a href="%s" rel="noreferrer">%s</a>`, Text(url), Text(id))
	}
	return fmt.Appendf(b, `<span class="rule">%s</span>`, Text(id))
}

// data is what the page's program knows of a flow.
type data struct {
	Boxes  []boxData  `json:"boxes"`
	Arrows [][3]any   `json:"arrows"` // from, to, label
	Items  []itemData `json:"items"`
	Twins  []int      `json:"twins,omitempty"` // the boxes of the other picture, -1 for none
}

type boxData struct {
	Name  string      `json:"name"`
	Type  string      `json:"type"`
	Does  string      `json:"does"`
	Line  int         `json:"line"`
	Pale  bool        `json:"pale,omitempty"`
	Place [4]float64  `json:"place"` // x, y, width, height
	Props [][2]string `json:"props"`
	Reads [][2]any    `json:"reads"` // a reference, and the widget that stores it, -1 for none
	Ends  [][2]string `json:"ends"`  // an event, and the name that no widget has
}

// itemData is where an item of the list is in the picture.
type itemData struct {
	Box    int   `json:"box"`
	Arrow  int   `json:"arrow"`
	Boxes  []int `json:"boxes"` // of its path
	Arrows []int `json:"arrows"`
}

func dataOf(f *flow.Flow, p *draw.Picture) *data {
	d := &data{}
	index := boxesOf(p)
	for _, b := range p.Boxes {
		box := boxData{Name: b.Name, Type: b.Type, Does: b.Does, Line: lineOf(b.Widget.Place()), Pale: b.Unreachable, Place: [4]float64{b.X, b.Y, b.W, b.H}}
		box.Props = properties(b.Widget.Properties, "", p, nil)
		seen := map[string]bool{}
		for _, t := range f.TemplatesOf(b.Widget) {
			for _, r := range t.Refs() {
				path := words.Clip(t.Text[r.Span.Start:r.Span.End], 200)
				if seen[path] || p.Hides(t.Node) {
					continue
				}
				seen[path] = true
				of := -1
				if name, _, ok := r.Output(); ok {
					of = indexIn(index, f.Widget(name))
				}
				box.Reads = append(box.Reads, [2]any{shown(path), of})
			}
		}
		for _, e := range b.Ends {
			box.Ends = append(box.Ends, [2]string{e.Label, shown(e.Lost)})
		}
		d.Boxes = append(d.Boxes, box)
	}
	for _, a := range p.Arrows {
		d.Arrows = append(d.Arrows, [3]any{a.From, a.To, a.Label})
	}
	return d
}

func lineOf(at source.Place) int {
	file, span := at.Locate()
	if file == nil {
		return 0
	}
	return file.Position(span.Start).Line
}

// How much of a widget's properties is shown.
const (
	maxProperties = 200
	maxText       = 2000
)

// shown is a text of a stranger with nothing hidden in it.
func shown(s string) string {
	return words.Visible(strings.ToValidUTF8(words.Clip(s, maxText), "\uFFFD"))
}

// properties lists the values below a node with their paths.
func properties(n source.Node, path string, p *draw.Picture, list [][2]string) [][2]string {
	switch {
	case len(list) >= maxProperties:
		return list
	case n.IsObject():
		for key, member := range n.Members() {
			if at := strings.TrimPrefix(path+"."+shown(words.Clip(key, 80)), "."); at != "offset" {
				list = properties(member, at, p, list)
			}
		}
	case n.IsArray():
		for i, e := range n.Elements() {
			list = properties(e, fmt.Sprintf("%s[%d]", path, i), p, list)
		}
	case p.Hides(n):
		list = append(list, [2]string{path, draw.Hidden})
	case n.IsString():
		if n.Text() != "" {
			list = append(list, [2]string{path, shown(n.Text())})
		}
	case n.Exists():
		list = append(list, [2]string{path, shown(string(n.Raw()))})
	}
	return list
}
