package draw

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"studiolint/lint/flow"
	"studiolint/lint/layout"
)

// A line of an edge, as short straight pieces.
type polyline []layout.Point

// bezier adds the points of a curve.
func (l polyline) bezier(a, b, c, d layout.Point) polyline {
	const pieces = 12
	for i := 1; i <= pieces; i++ {
		t := float64(i) / pieces
		u := 1 - t
		l = append(l, layout.Point{
			X: u*u*u*a.X + 3*u*u*t*b.X + 3*u*t*t*c.X + t*t*t*d.X,
			Y: u*u*u*a.Y + 3*u*u*t*b.Y + 3*u*t*t*c.Y + t*t*t*d.Y,
		})
	}
	return l
}

var pathStep = regexp.MustCompile(`([MCV])([^MCV]*)`)

// polylineOf reads the path of an arrow.
func polylineOf(path string) polyline {
	var l polyline
	for _, m := range pathStep.FindAllStringSubmatch(path, -1) {
		var v []float64
		for _, s := range strings.Fields(m[2]) {
			f, _ := strconv.ParseFloat(s, 64)
			v = append(v, f)
		}
		switch m[1] {
		case "M":
			l = append(l, layout.Point{X: v[0], Y: v[1]})
		case "V":
			l = append(l, layout.Point{X: l[len(l)-1].X, Y: v[0]})
		case "C":
			l = l.bezier(l[len(l)-1], layout.Point{X: v[0], Y: v[1]}, layout.Point{X: v[2], Y: v[3]}, layout.Point{X: v[4], Y: v[5]})
		}
	}
	return l
}

// crossings counts how often two of the lines cross.
func crossings(lines []polyline) int {
	type box struct{ x0, y0, x1, y1 float64 }
	bounds := make([]box, len(lines))
	for i, l := range lines {
		b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, p := range l {
			b = box{min(b.x0, p.X), min(b.y0, p.Y), max(b.x1, p.X), max(b.y1, p.Y)}
		}
		bounds[i] = b
	}
	side := func(a, b, c layout.Point) float64 { return (b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X) }
	n := 0
	for i, l := range lines {
		for j, m := range lines[:i] {
			if a, b := bounds[i], bounds[j]; a.x0 > b.x1 || b.x0 > a.x1 || a.y0 > b.y1 || b.y0 > a.y1 {
				continue
			}
			for k := 1; k < len(l); k++ {
				for o := 1; o < len(m); o++ {
					a, b, c, d := l[k-1], l[k], m[o-1], m[o]
					if side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0 {
						n++
					}
				}
			}
		}
	}
	return n
}

// dotCrossings lays a picture's graph out by Graphviz and counts its crossings.
func dotCrossings(t *testing.T, p *Picture) int {
	var b strings.Builder
	b.WriteString("digraph {\nnode [shape=box, label=\"\"];\n")
	for i, box := range p.Boxes {
		fmt.Fprintf(&b, "n%d [width=%.2f, height=%.2f];\n", i, box.W/72, box.H/72)
	}
	for _, a := range p.Arrows {
		fmt.Fprintf(&b, "n%d -> n%d;\n", a.From, a.To)
	}
	b.WriteString("}\n")
	var lines []polyline
	for _, row := range strings.Split(string(program(t, []byte(b.String()), "dot", "-Tplain")), "\n") {
		f := strings.Fields(row)
		if len(f) < 4 || f[0] != "edge" {
			continue
		}
		n, _ := strconv.Atoi(f[3])
		var points []layout.Point
		for i := range n {
			x, _ := strconv.ParseFloat(f[4+2*i], 64)
			y, _ := strconv.ParseFloat(f[5+2*i], 64)
			points = append(points, layout.Point{X: x * 72, Y: y * 72})
		}
		l := polyline{points[0]}
		for i := 0; i+3 < len(points); i += 3 {
			l = l.bezier(points[i], points[i+1], points[i+2], points[i+3])
		}
		lines = append(lines, l)
	}
	return crossings(lines)
}

// Our layout crosses edges at most 1.2 times as often as that of Graphviz, counted on what
// is drawn, over all flows without their places.
func TestCrossings(t *testing.T) {
	if testing.Short() {
		t.Skip("Graphviz needs its time")
	}
	ours, theirs := 0, 0
	all := samples(t)
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f := all[name]
		if len(f.Widgets) > 150 {
			continue // Graphviz needs minutes
		}
		own, dot := ownCrossings(f), 0
		if p := picture(f, Options{}); len(p.Arrows) > 0 {
			dot = dotCrossings(t, p)
		}
		if own > dot {
			t.Logf("%s: %d widgets, %d crossings of ours, %d of Graphviz", name, len(f.Widgets), own, dot)
		}
		ours, theirs = ours+own, theirs+dot
	}
	t.Logf("%d crossings of ours, %d of Graphviz: %.2f", ours, theirs, float64(ours)/float64(theirs))
	if float64(ours) > 1.2*float64(theirs) {
		t.Errorf("%d crossings, more than 1.2 times the %d of Graphviz", ours, theirs)
	}
}

// ownCrossings lays a flow out without its places and counts the crossings.
func ownCrossings(f *flow.Flow) int {
	p := picture(f, Options{OwnLayout: true})
	var lines []polyline
	for _, a := range p.Arrows {
		lines = append(lines, polylineOf(a.path))
	}
	return crossings(lines)
}
