package draw

import "math"

// farthest is how far from the origin of the canvas a widget can be: what is further away
// is a slip, and would make all others too small to be seen.
const farthest = 60_000.0

// asInStudio puts the boxes where their widgets are on Studio's canvas. A few that have no
// place, or that of another one, are put nearby. It reports false when they are too many.
func (d *drawing) asInStudio() bool {
	taken := grid{}
	var left []int
	for i, b := range d.Boxes {
		x, y, ok := offset(b)
		if b.X, b.Y = x, y; !ok || !taken.free(b) {
			left = append(left, i)
			continue
		}
		taken.add(b)
	}
	if len(left) > len(d.Boxes)/5 {
		return false
	}
	for _, i := range left {
		d.putNear(taken, i)
	}
	return true
}

// offset returns the place of a widget on Studio's canvas.
func offset(b *Box) (x, y float64, ok bool) {
	x, y, ok = b.Widget.Offset()
	fits := func(v float64) bool { return math.Abs(v) <= farthest } // false for no number, too
	return x, y, ok && fits(x) && fits(y)
}

// putNear finds a free place for a box near the one that it wants.
func (d *drawing) putNear(taken grid, i int) {
	b := d.Boxes[i]
	if _, _, ok := offset(b); !ok {
		b.X, b.Y = 0, 0
		for _, t := range b.Widget.In {
			if j := d.index[t.From.Index]; j >= 0 && j != i && t.To == b.Widget {
				b.X, b.Y = d.Boxes[j].X, d.Boxes[j].Y+d.Boxes[j].H+3*margin
				break
			}
		}
	}
	const step, rings = 48.0, 14
	x, y := b.X, b.Y
	for r := range rings {
		for dy := -r; dy <= r; dy++ {
			for dx := -r; dx <= r; dx++ {
				if max(dx, -dx, dy, -dy) != r {
					continue
				}
				b.X, b.Y = x+float64(dx)*step, y+float64(dy)*step
				if taken.free(b) {
					taken.add(b)
					return
				}
			}
		}
	}
	b.X, b.Y = 0, taken.below()
	taken.add(b)
}

// A grid holds boxes by the squares that they lie in.
type grid map[[2]int][]*Box

const square = 256.0

// gap is how far boxes are apart at least.
const gap = 10.0

func (g grid) squares(b *Box, yield func([2]int) bool) {
	for x := math.Floor((b.X - gap) / square); x <= (b.X+b.W+gap)/square; x++ {
		for y := math.Floor((b.Y - gap) / square); y <= (b.Y+b.H+gap)/square; y++ {
			if !yield([2]int{int(x), int(y)}) {
				return
			}
		}
	}
}

func (g grid) add(b *Box) {
	g.squares(b, func(at [2]int) bool {
		g[at] = append(g[at], b)
		return true
	})
}

// free reports whether a box overlaps none of those in the grid.
func (g grid) free(b *Box) bool {
	free := true
	g.squares(b, func(at [2]int) bool {
		for _, o := range g[at] {
			if b.X < o.X+o.W+gap && o.X < b.X+b.W+gap && b.Y < o.Y+o.H+gap && o.Y < b.Y+b.H+gap {
				free = false
			}
		}
		return free
	})
	return free
}

// below is a height below all boxes.
func (g grid) below() float64 {
	y := 0.0
	for _, list := range g {
		for _, b := range list {
			y = max(y, b.Y+b.H)
		}
	}
	return y + 3*margin
}
