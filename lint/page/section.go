package page

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// Loose returns the section of findings that are in no flow that is drawn.
func (p *Page) Loose(title string, found []*finding.Diagnostic) *Section {
	s := &Section{title: title}
	for _, d := range found {
		if d.Suppressed == nil {
			s.list = p.appendItem(s.list, d, -1)
			s.findings = append(s.findings, listed{d.Severity, d.Rule.ID})
		}
	}
	return s
}

// Section returns the section of a flow: found are the findings in it.
func (p *Page) Section(f *flow.Flow, found []*finding.Diagnostic, o draw.Options) (*Section, error) {
	o.Live = true
	picture := draw.New(f, found, o)
	s := &Section{title: o.Title, LeftOut: picture.LeftOut}
	for i, d := range picture.Findings {
		s.list = p.appendItem(s.list, d.Diagnostic, i)
		s.findings = append(s.findings, listed{d.Severity, d.Rule.ID})
	}
	var svg bytes.Buffer
	out := bufio.NewWriter(&svg)
	fmt.Fprintf(out, `<svg class="picture" role="group" aria-label="%s" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f">`+"\n", text(o.Title), picture.Width, picture.Height, picture.Width, picture.Height)
	picture.WriteBody(out, true)
	out.WriteString("</svg>")
	out.Flush()
	s.svg = svg.Bytes()
	var err error
	s.data, err = json.Marshal(dataOf(f, picture)) // it escapes <, > and &
	return s, err
}

// appendItem writes a finding for the list. n is its number in the flow, -1 for none.
func (p *Page) appendItem(b []byte, d *finding.Diagnostic, n int) []byte {
	const most = 600
	b = fmt.Appendf(b, `<li class="%s" data-rule="%s"><button type="button" class="finding"`, d.Severity, text(d.Rule.ID))
	if n >= 0 {
		b = fmt.Appendf(b, ` data-n="%d"`, n)
	} else {
		b = append(b, ` disabled`...)
	}
	b = fmt.Appendf(b, `><span class="severity">%s</span> <span class="message">%s</span> <span class="where">`, d.Severity, text(words.Clip(d.Message, most)))
	if d.Widget != "" {
		b = fmt.Appendf(b, "%s, ", text(words.Clip(d.Widget, 120)))
	}
	b = fmt.Appendf(b, `line %d</span></button> `, d.Range.Start.Line)
	url := ""
	if p.RuleURL != nil {
		url = p.RuleURL(d.Rule.ID)
	}
	if url != "" {
		b = fmt.Appendf(b, `<a href="%s" rel="noreferrer">%s</a>`, text(url), text(d.Rule.ID))
	} else {
		b = fmt.Appendf(b, `<span class="rule">%s</span>`, text(d.Rule.ID))
	}
	return append(b, "</li>\n"...)
}

// data is what the page's program knows of a flow.
type data struct {
	Boxes    []boxData     `json:"boxes"`
	Arrows   [][3]any      `json:"arrows"` // from, to, label
	Findings []findingData `json:"findings"`
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

type findingData struct {
	Box    int   `json:"box"`
	Arrow  int   `json:"arrow"`
	Boxes  []int `json:"boxes"` // of its path
	Arrows []int `json:"arrows"`
}

func dataOf(f *flow.Flow, p *draw.Picture) *data {
	d := &data{}
	index := map[*flow.Widget]int{}
	for i, b := range p.Boxes {
		index[b.Widget] = i
	}
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
					if w := f.Widget(name); w != nil {
						if i, ok := index[w]; ok {
							of = i
						}
					}
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
	for _, one := range p.Findings {
		d.Findings = append(d.Findings, findingData{one.Box, one.Arrow, one.Path.Boxes, one.Path.Arrows})
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
