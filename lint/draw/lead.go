package draw

import (
	"strconv"

	"studiolint/lint/layout"
)

// leadAll gives every arrow its way. All are parts of one text.
func (d *drawing) leadAll() {
	p := pen{text: make([]byte, 0, 40*len(d.Arrows))}
	ends := make([]int, len(d.Arrows))
	for i, a := range d.Arrows {
		d.lead(&p, a)
		ends[i] = len(p.text)
	}
	text, start := string(p.text), 0
	for i, a := range d.Arrows {
		a.path, start = text[start:ends[i]], ends[i]
	}
}

// lead writes the way of an arrow: down from the tab of its transition to the upper edge of
// where it leads; upwards from side to side.
func (d *drawing) lead(p *pen, a *Arrow) {
	from, to := d.Boxes[a.From], d.Boxes[a.To]
	next, back := d.heads(a)
	switch {
	case a.From == a.To:
		x, y := from.X+from.W, from.Y+from.H-tabH/2
		p.move(layout.Point{X: x, Y: y})
		p.curve(x+14, y, x+14, from.Y+18, x, from.Y+18)
	case back && !d.OwnLayout:
		p.around(from, to)
	case back:
		d.climb(p, a, next)
	default:
		p.move(from.leaves(a))
		for _, v := range a.via {
			p.fall(v.X, v.Y)
		}
		p.fall(to.X+to.W/2, to.Y)
	}
}

// leaves is where an arrow leaves the lower edge of a box.
func (b *Box) leaves(a *Arrow) layout.Point {
	x := b.X + b.W/2
	if n := len(b.tabs); n > 0 {
		x = b.X + b.tabs[n-1].x + b.tabs[n-1].w/2
	}
	for _, t := range b.tabs {
		if t.arrow == a {
			x = b.X + t.x + t.w/2
		}
	}
	return layout.Point{X: x, Y: b.Y + b.H}
}

// A pen writes a path.
type pen struct {
	text []byte
	x, y float64
}

func (p *pen) numbers(list ...float64) {
	for i, v := range list {
		if i > 0 {
			p.text = append(p.text, ' ')
		}
		p.text = strconv.AppendInt(p.text, int64(v+0.5), 10)
	}
}

func (p *pen) move(at layout.Point) {
	p.text = append(p.text, 'M')
	p.numbers(at.X, at.Y)
	p.x, p.y = at.X, at.Y
}

func (p *pen) curve(x1, y1, x2, y2, x, y float64) {
	p.text = append(p.text, 'C')
	p.numbers(x1, y1, x2, y2, x, y)
	p.x, p.y = x, y
}

// fall goes to a point further down, or up, without a corner.
func (p *pen) fall(x, y float64) {
	if x == p.x {
		p.text = append(p.text, 'V')
		p.numbers(y)
		p.y = y
		return
	}
	half := (y - p.y) / 2
	p.curve(p.x, p.y+half, x, y-half, x, y)
}

// around goes from one box to one that is not below it, by their sides.
func (p *pen) around(from, to *Box) {
	y, ty := from.Y+from.H-tabH/2, to.Y+min(18, to.H/2)
	switch {
	case to.X > from.X+from.W+margin: // it lies to the right
		p.move(layout.Point{X: from.X + from.W, Y: y})
		half := (to.X - p.x) / 2
		p.curve(p.x+half, y, p.x+half, ty, to.X, ty)
	case to.X+to.W+margin < from.X:
		p.move(layout.Point{X: from.X, Y: y})
		half := (p.x - to.X - to.W) / 2
		p.curve(p.x-half, y, p.x-half, ty, to.X+to.W, ty)
	default: // above, or nearly
		p.move(layout.Point{X: from.X + from.W, Y: y})
		x := max(from.X+from.W, to.X+to.W) + 34
		p.curve(x, y, x, ty, to.X+to.W, ty)
	}
}

// climb goes up by some points: along the side of the box that it leaves, and to the lower
// edge of that where it leads, between the tabs.
func (d *drawing) climb(p *pen, a *Arrow, next float64) {
	from, to := d.Boxes[a.From], d.Boxes[a.To]
	side, way := from.X+from.W, 1.0
	if d.leftwards(a, next) {
		side, way = from.X, -1
	}
	p.move(layout.Point{X: side, Y: from.Y + from.H - tabH/2})
	p.curve(side+14*way, p.y, side+14*way, p.y, side+14*way, p.y-12)
	p.fall(side+14*way, from.Y)
	for _, v := range a.via {
		p.fall(v.X, v.Y)
	}
	p.fall(d.between(to, p.x), to.Y+to.H)
}

// between is where an arrow that comes from below meets a box: beside the tabs whose
// arrows go to the left of it.
func (d *drawing) between(b *Box, x float64) float64 {
	at := b.X + 10
	for _, t := range b.tabs {
		if t.arrow == nil {
			continue
		}
		if next, back := d.heads(t.arrow); next >= x || back && next > b.X+b.W/2 {
			break
		}
		at = b.X + t.x + t.w
	}
	return min(at, b.X+b.W-10)
}
