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
	Path       Trail // of its witness; in a picture that is not live, of the one that is shown
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
	first      int     // of Picture.Arrows: the first of out
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
	d := &drawing{Picture: p, flow: f, index: make([]int, len(f.Widgets)), loops: make([]*flow.Loop, len(f.Widgets))}
	for _, l := range f.LoopsWhere(written) {
		for _, w := range l.Widgets {
			d.loops[w.Index] = l
		}
	}
	d.boxes(d.chosen(o), o.Marks.Widgets)
	d.arrows(o.Marks.Transitions)
	if !o.OnlyWidgets {
		d.findings(found)
	}
	if o.Live {
		for i := range d.Findings {
			d.prove(&d.Findings[i])
		}
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
	index []int        // of boxes, by widget; -1 for none
	loops []*flow.Loop // by widget, without any guess; nil for none
	seen  []bool       // by box or arrow; see unique
}

// boxes makes the boxes of the widgets that were chosen.
func (d *drawing) boxes(chosen func(*flow.Widget) bool, marks map[*flow.Widget]Mark) {
	comes := d.reached()
	room := make([]Box, len(d.flow.Widgets))
	d.Boxes = make([]*Box, 0, len(room))
	for _, w := range d.flow.Widgets {
		d.index[w.Index] = -1
		if !chosen(w) {
			continue
		}
		d.index[w.Index] = len(d.Boxes)
		b := &room[len(d.Boxes)]
		*b = Box{Widget: w, Act: effects.ActOf(w), Name: nameOf(w), Type: typeOf(w), Mark: marks[w]}
		if !d.onlyWidgets {
			b.Does = d.does(w)
		}
		b.Unreachable = !comes(w)
		b.Loop = d.loops[w.Index] != nil
		d.Boxes = append(d.Boxes, b)
	}
}

// arrows makes the arrows between the boxes.
func (d *drawing) arrows(marks map[*flow.Transition]Mark) {
	arrows, ends := d.room()
	for i, b := range d.Boxes {
		b.first = len(d.Arrows)
		var to map[int]bool
		if d.onlyWidgets {
			to = map[int]bool{}
		}
		firstEnd := len(ends)
		for _, t := range b.Widget.Transitions {
			if t.To == nil {
				if d.onlyWidgets {
					continue
				}
				ends = append(ends, End{Transition: t, Label: labelOf(t), Mark: marks[t]})
				if t.Dangling() {
					ends[len(ends)-1].Lost = t.Next
				}
				continue
			}
			j := d.index[t.To.Index]
			if j < 0 || to[j] {
				continue
			}
			a := &arrows[len(d.Arrows)]
			*a = Arrow{From: i, To: j, Transition: t, Mark: marks[t]}
			if d.onlyWidgets {
				to[j] = true
			} else {
				a.Label = labelOf(t)
			}
			loop := d.loops[b.Widget.Index]
			a.Loop = loop != nil && loop.Has(t.To)
			d.Arrows = append(d.Arrows, a)
			d.Boxes[j].in = append(d.Boxes[j].in, a)
		}
		b.out = d.Arrows[b.first:len(d.Arrows):len(d.Arrows)]
		b.Ends = ends[firstEnd:len(ends):len(ends)]
	}
}

// room makes room for the arrows and ends of all boxes at once.
func (d *drawing) room() (arrows []Arrow, ends []End) {
	all, ending := 0, 0
	for _, b := range d.Boxes {
		for _, t := range b.Widget.Transitions {
			if t.To == nil {
				ending++
			}
		}
		all += len(b.Widget.Transitions)
	}
	d.Arrows = make([]*Arrow, 0, all-ending)
	return make([]Arrow, all-ending), make([]End, 0, ending)
}

// findings finds out where what was found is drawn.
func (d *drawing) findings(found []*finding.Diagnostic) {
	d.Findings = make([]Finding, 0, len(found))
	for _, f := range found {
		if f.Suppressed != nil {
			continue
		}
		n := len(d.Findings)
		one := Finding{Diagnostic: f, Box: -1, Arrow: -1}
		if w := d.flow.WidgetAt(f.At.Node); w != nil {
			one.Box = d.index[w.Index]
			if t := transitionAt(w, f.At.Node); t != nil && one.Box >= 0 {
				if one.Arrow = d.arrowOf(t); one.Arrow >= 0 {
					a := d.Arrows[one.Arrow]
					a.Findings, a.Worst = append(a.Findings, n), max(a.Worst, f.Severity)
				} else {
					d.Boxes[one.Box].found(t, n, f.Severity)
				}
			}
		}
		if one.Box >= 0 {
			b := d.Boxes[one.Box]
			b.Findings, b.Worst = append(b.Findings, n), max(b.Worst, f.Severity)
		}
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

// arrowOf returns the arrow of a transition, -1 for none.
func (d *drawing) arrowOf(t *flow.Transition) int {
	i := d.index[t.From.Index]
	if i < 0 {
		return -1
	}
	b := d.Boxes[i]
	j, ok := slices.BinarySearchFunc(b.out, t.Index, func(a *Arrow, index int) int { return a.Transition.Index - index })
	if !ok {
		return -1
	}
	return b.first + j
}

// prove finds the path that proves a finding in the picture.
func (d *drawing) prove(f *Finding) {
	if err := f.Complete(); err != nil {
		d.LeftOut = append(d.LeftOut, err.Error())
	}
	f.Path = d.trail(f.Diagnostic.Path)
}

// trail finds the steps of a path in the picture.
func (d *drawing) trail(path []finding.Step) Trail {
	if len(path) == 0 {
		return Trail{}
	}
	t := Trail{Boxes: make([]int, 0, 2*len(path)), Arrows: make([]int, 0, len(path))}
	for _, s := range path {
		w := d.flow.WidgetAt(s.At.Place().Node)
		if w == nil || d.index[w.Index] < 0 {
			continue
		}
		t.Boxes = append(t.Boxes, d.index[w.Index])
		if s.Event == "" {
			continue
		}
		if on := transitionAt(w, s.At.Place().Node); on != nil {
			if i := d.arrowOf(on); i >= 0 {
				t.Arrows = append(t.Arrows, i)
				t.Boxes = append(t.Boxes, d.Arrows[i].To)
			}
		}
	}
	return Trail{Boxes: d.unique(t.Boxes), Arrows: d.unique(t.Arrows)}
}

// unique keeps the first of equal numbers of boxes or arrows. It returns nil when there are
// none.
func (d *drawing) unique(list []int) []int {
	if len(list) == 0 {
		return nil
	}
	if d.seen == nil {
		d.seen = make([]bool, max(len(d.Boxes), len(d.Arrows)))
	}
	list = slices.DeleteFunc(list, func(i int) bool {
		again := d.seen[i]
		d.seen[i] = true
		return again
	})
	for _, i := range list {
		d.seen[i] = false
	}
	return list
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
	for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Note, finding.Off} {
		for i := range d.Findings {
			if f := &d.Findings[i]; d.Shown < 0 && f.Severity == s {
				if d.prove(f); len(f.Path.Arrows) > 0 {
					d.Shown = i
				}
			}
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
