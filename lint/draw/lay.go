package draw

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"studiolint/lint/layout"
)

// Sizes of the drawing, in pixels.
const (
	margin   = 24.0
	leastW   = 168.0
	mostW    = 250.0 // but for the tabs of its transitions
	stripW   = 6.0   // the colour of its kind, at the left
	headH    = 44.0  // name and type
	doesH    = 20.0  // what it does
	tabH     = 20.0
	bareH    = 34.0
	leastTab = 30.0
	mostTab  = 132.0
	maxTabs  = 24 // further transitions share the last one
)

// boldWider is how much wider bold letters are.
const boldWider = 1.12

// widths are those of ASCII characters, in units of their size; others are 0.6 wide, and
// from Hangul on 1.
var widths = sync.OnceValue(func() *[128]float64 {
	w := &[128]float64{}
	for i := range w {
		w[i] = 0.6
	}
	for chars, width := range map[string]float64{"ABCDEFGHIJKLMNOPQRSTUVWXYZmw%@{}_": 0.72, "ijl,' :|": 0.31, "tfr()-": 0.4} {
		for _, c := range chars {
			w[c] = width
		}
	}
	return w
})

// widthOf estimates how wide a text is drawn, in units of the size of its letters.
func widthOf(s string) float64 {
	w, ascii := 0.0, widths()
	for _, r := range s {
		w += widthOfRune(r, ascii)
	}
	return w
}

func widthOfRune(r rune, ascii *[128]float64) float64 {
	switch {
	case r < 128:
		return ascii[r]
	case r < 0x1100:
		return 0.6
	}
	return 1
}

// fit cuts a text to a width.
func fit(s string, size, most float64) string {
	w, ascii := 0.0, widths()
	end := 0 // of what has room beside the sign that something is left out
	for i, r := range s {
		if (w+0.9)*size <= most {
			end = i
		}
		w += widthOfRune(r, ascii)
	}
	if w*size <= most {
		return s
	}
	return s[:end] + "…"
}

// A tab is where transitions leave a box, at its lower edge.
type tab struct {
	x, w  float64
	label string
	arrow *Arrow // nil for an end
	end   int    // of Box.Ends
}

// layOut gives every box its size and place, and every arrow its way.
func (d *drawing) layOut(own bool) {
	for _, b := range d.Boxes {
		b.size(d.onlyWidgets)
	}
	if own || !d.asInStudio() {
		d.OwnLayout = true
		d.inLayers()
	}
	d.normalise()
	for _, b := range d.Boxes {
		d.arrangeTabs(b)
	}
	d.leadAll()
	d.Width, d.Height = d.extent()
}

// size gives a box its size, and its tabs.
func (b *Box) size(bare bool) {
	room := 34.0
	if b.Mark != "" {
		room += 25
	}
	b.W = min(mostW, max(leastW, widthOf(b.Name)*13+room))
	if bare {
		b.H = bareH
		return
	}
	b.H = headH
	if b.Does != "" {
		b.H += doesH
		b.W = min(mostW, max(b.W, widthOf(b.Does)*12+26))
	}
	b.tabs = make([]tab, 0, b.tabCount())
	for _, a := range b.out {
		b.addTab(tab{label: a.Label, arrow: a}, a.Worst > 0 || a.Mark != "")
	}
	for i := range b.Ends {
		if e := &b.Ends[i]; e.Lost != "" {
			b.addTab(tab{label: "✗ " + e.Label, end: i}, true)
		} else if e.told() {
			b.addTab(tab{label: "■ " + e.Label, end: i}, true)
		}
	}
	if len(b.tabs) > 0 {
		b.H += tabH
		sum := 0.0
		for _, t := range b.tabs {
			sum += t.w
		}
		b.W = max(b.W, stripW+sum)
	}
}

// told reports whether something is to be said of an end.
func (e *End) told() bool { return e.Lost != "" || len(e.Findings) > 0 || e.Mark != "" }

func (b *Box) tabCount() int {
	n := len(b.out)
	for i := range b.Ends {
		if b.Ends[i].told() {
			n++
		}
	}
	return min(n, maxTabs)
}

func (b *Box) addTab(t tab, bold bool) {
	if len(b.tabs) >= maxTabs {
		return
	}
	size := 11.0
	if bold {
		size *= boldWider
	}
	t.w = math.Ceil(min(mostTab, max(leastTab, widthOf(t.label)*size+14)))
	b.tabs = append(b.tabs, t)
}

// inLayers lays everything out without Studio's places.
func (d *drawing) inLayers() {
	boxes := make([]layout.Box, len(d.Boxes))
	for i, b := range d.Boxes {
		boxes[i] = layout.Box{W: b.W, H: b.H}
	}
	edges := make([]layout.Edge, len(d.Arrows))
	for i, a := range d.Arrows {
		edges[i] = layout.Edge{From: a.From, To: a.To}
	}
	layout.Layered(boxes, edges)
	for i, b := range d.Boxes {
		b.X, b.Y = boxes[i].X, boxes[i].Y
	}
	for i, a := range d.Arrows {
		a.via = edges[i].Via
	}
}

// normalise moves everything so that it begins at the margin.
func (d *drawing) normalise() {
	x, y := math.Inf(1), math.Inf(1)
	for _, b := range d.Boxes {
		x, y = min(x, b.X), min(y, b.Y)
	}
	for _, a := range d.Arrows {
		for _, p := range a.via {
			x = min(x, p.X)
		}
	}
	for _, b := range d.Boxes {
		b.X, b.Y = math.Round(b.X-x+2*margin), math.Round(b.Y-y+margin)
	}
	for _, a := range d.Arrows {
		for i := range a.via {
			a.via[i].X += 2*margin - x
			a.via[i].Y += margin - y
		}
	}
}

// extent is how wide and high the picture is.
func (d *drawing) extent() (w, h float64) {
	w, h = 2*leastW, bareH
	for _, b := range d.Boxes {
		w, h = max(w, b.X+b.W), max(h, b.Y+b.H)
	}
	for _, a := range d.Arrows {
		for _, p := range a.via {
			w = max(w, p.X)
		}
	}
	return w + 3*margin, h + 2*margin
}

// arrangeTabs puts the tabs of a box into the order of the places where they lead, so that
// their arrows do not cross, and spreads them over its width.
func (d *drawing) arrangeTabs(b *Box) {
	if len(b.tabs) == 0 {
		return
	}
	key := func(t tab) float64 {
		if t.arrow == nil {
			return math.Inf(1)
		}
		next, back := d.heads(t.arrow)
		switch {
		case t.arrow.From == t.arrow.To:
			return math.MaxFloat64
		case back && d.leftwards(t.arrow, next):
			return -math.MaxFloat64
		case back:
			return math.MaxFloat64
		}
		return next
	}
	slices.SortStableFunc(b.tabs, func(s, t tab) int { return cmp.Compare(key(s), key(t)) })
	sum := 0.0
	for _, t := range b.tabs {
		sum += t.w
	}
	x, more := stripW, (b.W-stripW-sum)/float64(len(b.tabs))
	for i := range b.tabs {
		t := &b.tabs[i]
		t.x, t.w = x, t.w+more
		x += t.w
	}
}

// heads returns where an arrow goes first, and whether that is upwards.
func (d *drawing) heads(a *Arrow) (x float64, back bool) {
	from, to := d.Boxes[a.From], d.Boxes[a.To]
	back = to.Y < from.Y+from.H+8
	if len(a.via) > 0 {
		return a.via[0].X, back
	}
	return to.X + to.W/2, back
}

// leftwards reports whether an arrow that goes up leaves its box to the left: to the side
// of those that come to the box on which it goes on.
func (d *drawing) leftwards(a *Arrow, next float64) bool {
	from := d.Boxes[a.From]
	if !from.entered {
		from.entered, from.middle = true, d.middle(from)
	}
	return next < from.middle
}

// middle is where arrows come to a box from above.
func (d *drawing) middle(b *Box) float64 {
	sum, n := 0.0, 0
	for _, in := range b.in {
		if _, back := d.heads(in); back || !d.OwnLayout {
			continue
		}
		x := d.Boxes[in.From].X + d.Boxes[in.From].W/2
		if len(in.via) > 0 {
			x = in.via[len(in.via)-1].X
		}
		sum, n = sum+x, n+1
	}
	if n == 0 {
		return b.X + b.W/2
	}
	return sum / float64(n)
}
