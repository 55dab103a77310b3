// Package draw makes pictures of a flow: as Studio lays it out, with what its widgets say
// and do, where they lead, and what lint found, as SVG, for Mermaid and for Graphviz.
//
// A picture shows what an execution does: a transition that names no widget is never
// drawn to the one that was probably meant. What cannot be drawn is said beside it.
//
// Every text of a picture may come from a stranger: it is made visible and escaped where
// it is written.
package draw

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/layout"
	"studiolint/lint/source"
)

// Options say what of a flow is drawn.
type Options struct {
	Title string // what the flow is called
	Live  bool   // a page shows the paths of findings when it is asked to

	OwnLayout   bool         // in layers, not as in Studio
	OnlyWidgets bool         // names and arrows alone
	PathTo      *flow.Widget // only what can lead from the beginning to it; nil for all
	Around      *flow.Widget // only it and its neighbours; nil for all

	Marks Marks
}

// A Picture is a flow as it is drawn.
type Picture struct {
	Title  string
	Boxes  []*Box   // in document order
	Arrows []*Arrow // by the box that they leave, in the order of its transitions

	// Findings are what lint found in the flow, in its order.
	Findings []Finding

	// LeftOut says what could not be drawn, a sentence each.
	LeftOut []string

	// Shown is the finding whose path is drawn, an index of Findings; -1 for none.
	Shown int

	// OwnLayout says that the places of most widgets are not those of Studio.
	OwnLayout bool

	Width, Height float64 // all boxes and arrows lie between (0, 0) and this

	onlyWidgets bool
	hidden      hidden
}

// A Finding is what lint says, and what of the picture it is about.
type Finding struct {
	*finding.Diagnostic
	Box, Arrow int   // -1 for none
	Path       Trail // of its witness
}

// A Trail is a way through the picture, as far as it is drawn.
type Trail struct {
	Boxes, Arrows []int
}

// A Box is a widget.
type Box struct {
	Widget *flow.Widget
	Act    effects.Act
	Name   string // the widget's, or where it stands
	Type   string // what its type is called
	Does   string // what it says or does, in a line; "" when nothing is known

	Unreachable bool
	Loop        bool // it leads back to itself
	OnPath      bool // of the finding that is shown, or to the widget that was asked for
	Findings    []int
	Worst       finding.Severity
	Mark        Mark // "" for none

	// Ends are the transitions that end the execution, and those that name no widget.
	Ends []End

	X, Y, W, H float64
	out, in    []*Arrow
	entered    bool    // middle is known
	middle     float64 // where arrows come from above
	tabs       []tab
}

// An End is a transition that leads nowhere.
type End struct {
	Transition *flow.Transition
	Label      string
	Lost       string // the name that no widget has; "" when the execution ends here
	Findings   []int
	Worst      finding.Severity
	Mark       Mark
}

// An Arrow is a transition from one box to another.
type Arrow struct {
	From, To   int // of Picture.Boxes
	Transition *flow.Transition
	Label      string // the event, or the conditions of the branch
	Loop       bool
	OnPath     bool
	Findings   []int
	Worst      finding.Severity
	Mark       Mark

	path string // of SVG
	via  []layout.Point
}

// New makes the picture of a flow. found are the findings about it; those that are
// suppressed are not drawn, but what is secret by them is hidden.
func New(f *flow.Flow, found []*finding.Diagnostic, o Options) *Picture {
	p := &Picture{Title: o.Title, Shown: -1, onlyWidgets: o.OnlyWidgets, hidden: secrets(found)}
	d := &drawing{Picture: p, flow: f, index: make([]int, len(f.Widgets)), transitions: map[source.Node]*flow.Transition{}, loops: map[*flow.Widget]*flow.Loop{}}
	for _, l := range f.LoopsWhere(written) {
		for _, w := range l.Widgets {
			d.loops[w] = l
		}
	}
	for t := range f.Transitions() {
		d.transitions[t.Node] = t
	}
	d.boxes(d.chosen(o), o.Marks.Widgets)
	d.arrows(o.Marks.Transitions)
	if !o.OnlyWidgets {
		d.findings(found)
	}
	if !o.Live {
		d.mark(o)
	}
	d.leftOut(o)
	d.layOut(o.OwnLayout)
	return p
}

// A drawing is a picture while it is made.
type drawing struct {
	*Picture
	flow  *flow.Flow
	index []int // of boxes, by widget; -1 for none

	transitions map[source.Node]*flow.Transition
	loops       map[*flow.Widget]*flow.Loop // without any guess
}

// boxes makes the boxes of the widgets that were chosen.
func (d *drawing) boxes(chosen func(*flow.Widget) bool, marks map[*flow.Widget]Mark) {
	comes := d.reached()
	for _, w := range d.flow.Widgets {
		d.index[w.Index] = -1
		if !chosen(w) {
			continue
		}
		d.index[w.Index] = len(d.Boxes)
		b := &Box{Widget: w, Act: effects.ActOf(w), Name: nameOf(w), Type: typeOf(w), Mark: marks[w]}
		if !d.onlyWidgets {
			b.Does = d.does(w)
		}
		b.Unreachable = !comes(w)
		b.Loop = d.loops[w] != nil
		d.Boxes = append(d.Boxes, b)
	}
}

// arrows makes the arrows between the boxes.
func (d *drawing) arrows(marks map[*flow.Transition]Mark) {
	for i, b := range d.Boxes {
		to := map[int]bool{}
		for _, t := range b.Widget.Transitions {
			if t.To == nil {
				end := End{Transition: t, Label: labelOf(t), Mark: marks[t]}
				if t.Dangling() {
					end.Lost = t.Next
				}
				if !d.onlyWidgets {
					b.Ends = append(b.Ends, end)
				}
				continue
			}
			j := d.index[t.To.Index]
			if j < 0 || d.onlyWidgets && to[j] {
				continue
			}
			to[j] = true
			a := &Arrow{From: i, To: j, Transition: t, Mark: marks[t]}
			if !d.onlyWidgets {
				a.Label = labelOf(t)
			}
			loop := d.loops[b.Widget]
			a.Loop = loop != nil && loop.Has(t.To)
			d.Arrows = append(d.Arrows, a)
			b.out = append(b.out, a)
			d.Boxes[j].in = append(d.Boxes[j].in, a)
		}
	}
}

// findings finds out where what was found is drawn.
func (d *drawing) findings(found []*finding.Diagnostic) {
	arrow := map[*flow.Transition]int{}
	for i, a := range d.Arrows {
		arrow[a.Transition] = i
	}
	for _, f := range found {
		if f.Suppressed != nil {
			continue
		}
		n := len(d.Findings)
		one := Finding{Diagnostic: f, Box: -1, Arrow: -1}
		if w := d.flow.WidgetAt(f.At.Node); w != nil {
			one.Box = d.index[w.Index]
			if t := d.transitionAt(f.At.Node); t != nil {
				if i, ok := arrow[t]; ok {
					one.Arrow = i
					a := d.Arrows[i]
					a.Findings, a.Worst = append(a.Findings, n), max(a.Worst, f.Severity)
				} else if one.Box >= 0 {
					d.Boxes[one.Box].found(t, n, f.Severity)
				}
			}
		}
		if one.Box >= 0 {
			b := d.Boxes[one.Box]
			b.Findings, b.Worst = append(b.Findings, n), max(b.Worst, f.Severity)
		}
		one.Path = d.trail(f.Path, arrow)
		d.Findings = append(d.Findings, one)
	}
}

func (b *Box) found(t *flow.Transition, n int, s finding.Severity) {
	for i := range b.Ends {
		if e := &b.Ends[i]; e.Transition == t {
			e.Findings, e.Worst = append(e.Findings, n), max(e.Worst, s)
		}
	}
}

// trail finds the steps of a path in the picture.
func (d *drawing) trail(path []finding.Step, arrow map[*flow.Transition]int) Trail {
	var t Trail
	for _, s := range path {
		w := d.flow.WidgetAt(s.At.Node)
		if w == nil || d.index[w.Index] < 0 {
			continue
		}
		t.Boxes = append(t.Boxes, d.index[w.Index])
		if s.Event == "" {
			continue
		}
		if i, ok := arrow[d.transitionAt(s.At.Node)]; ok {
			t.Arrows = append(t.Arrows, i)
			t.Boxes = append(t.Boxes, d.Arrows[i].To)
		}
	}
	return Trail{Boxes: unique(t.Boxes), Arrows: unique(t.Arrows)}
}

func unique(list []int) []int {
	seen := map[int]bool{}
	return slices.DeleteFunc(list, func(i int) bool {
		again := seen[i]
		seen[i] = true
		return again
	})
}

// mark marks a path: that to the widget which was asked for, or that of the worst finding
// with one.
func (d *drawing) mark(o Options) {
	if o.PathTo != nil {
		path := d.shortest(o.PathTo)
		onPath := map[*flow.Transition]bool{}
		for _, t := range path {
			onPath[t] = true
		}
		for _, a := range d.Arrows {
			if onPath[a.Transition] {
				a.OnPath, d.Boxes[a.From].OnPath, d.Boxes[a.To].OnPath = true, true, true
			}
		}
		return
	}
	for i, f := range d.Findings {
		if len(f.Path.Arrows) > 0 && (d.Shown < 0 || f.Severity > d.Findings[d.Shown].Severity) {
			d.Shown = i
		}
	}
	if d.Shown < 0 {
		return
	}
	for _, i := range d.Findings[d.Shown].Path.Arrows {
		d.Arrows[i].OnPath = true
	}
	for _, i := range d.Findings[d.Shown].Path.Boxes {
		d.Boxes[i].OnPath = true
	}
}

// Hides reports whether a text holds a secret, so that nobody may show it.
func (p *Picture) Hides(n source.Node) bool { return p.hidden[n] }
