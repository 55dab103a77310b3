package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// inAnswer is what a flow reads of the JSON of one widget's answers, below
// widgets.NAME.parsed.
type inAnswer struct {
	reads []flow.Ref
	paths map[string]int // by path: how often it is read, or something below it
}

const parsedAt = 3 // the first segment below the JSON of an answer

// checkSisters holds what a flow reads of an answer against what else it reads of it:
// nobody knows what a server answers, but it does not write a name in two ways.
func checkSisters(p *lint.Pass) {
	var order []*flow.Widget
	all := map[*flow.Widget]*inAnswer{}
	for _, r := range p.Flow.Refs() {
		w := reads.InResponse(p.Flow, r)
		if w == nil {
			continue
		}
		if all[w] == nil {
			all[w] = &inAnswer{paths: map[string]int{}}
			order = append(order, w)
		}
		all[w].add(r)
	}
	for _, w := range order {
		if a := all[w]; len(a.paths) > 2 && len(a.paths) < mostPaths {
			for _, r := range a.reads {
				if !a.misspelt(p, r) {
					a.misplaced(p, r)
				}
			}
		}
	}
}

// mostPaths is how many paths into one answer are held against each other.
const mostPaths = 200

func (a *inAnswer) add(r flow.Ref) {
	a.reads = append(a.reads, r)
	for n := parsedAt + 1; n <= len(r.Segments); n++ {
		if r.Name(n-1) == "" {
			return // an index that is only known at run time
		}
		a.paths[pathBelow(r.Segments[parsedAt:n])]++
	}
}

func pathBelow(s []liquid.Segment) string { return liquid.Reference{Segments: s}.String() }

// misspelt reports a name with members that the flow writes otherwise everywhere else:
// parsed.dta.phone beside parsed.data.name and parsed.data.city.
func (a *inAnswer) misspelt(p *lint.Pass, r flow.Ref) bool {
	for i := parsedAt; i < len(r.Segments)-1; i++ {
		name := r.Name(i)
		if name == "" || r.Segments[i].Kind == liquid.IndexSegment || a.paths[pathBelow(r.Segments[parsedAt:i+1])] != 1 {
			continue
		}
		parent := ""
		if i > parsedAt {
			parent = pathBelow(r.Segments[parsedAt:i]) + "."
		}
		for _, other := range a.reads {
			if len(other.Segments) <= i+1 || other.Name(i) == "" || !slip(name, other.Name(i)) {
				continue
			}
			right := pathBelow(other.Segments[parsedAt : i+1])
			if right != parent+other.Name(i) || a.paths[right] < 2 {
				continue
			}
			d, _ := p.ReportOncef(r.Widget, r.SegmentPlace(i), "%s reads %s of what %s gets, and the flow reads %s of it elsewhere: most likely that is blank; did you mean %s?",
				r.Widget.Label(), words.Quote(pathBelow(r.Segments[parsedAt:i+1])), words.Quote(r.Name(1)), words.Quote(right), words.Quote(other.Name(i)))
			d.Relate(other.SegmentPlace(i), "as elsewhere")
			reads.Near{Name: other.Name(i)}.Fix(d, r.SegmentPlace(i))
			return true
		}
	}
	return false
}

// slip reports whether a name is another one with a letter too many or too few, a wrong
// one among many, or in other letters. Date and data are two words; a number or an s at
// the end makes another name.
func slip(a, b string) bool {
	const least, long = 3, 6
	bare := func(s string) string { return strings.TrimRight(strings.ToLower(s), "0123456789s") }
	switch {
	case a == b || min(len(a), len(b)) < least:
		return false
	case words.SameLetters(a, b):
		return true
	}
	return words.OneApart(a, b) && bare(a) != bare(b) && (len(a) != len(b) || len(a) >= long)
}

// misplaced reports a name that the flow reads both of an object in the answer and beside
// it: parsed.points and parsed.customer.points.
func (a *inAnswer) misplaced(p *lint.Pass, r flow.Ref) {
	last := len(r.Segments) - 1
	if last <= parsedAt || r.Name(last) == "" || r.Segments[last].Kind == liquid.IndexSegment ||
		r.Segments[last-1].Kind == liquid.IndexSegment || reads.OfAnyList(r.Name(last)) {
		return
	}
	const short = 5 // such as id and name, which many objects have
	beside := pathBelow(append(append([]liquid.Segment{}, r.Segments[parsedAt:last-1]...), r.Segments[last]))
	if len(r.Name(last)) < short || a.paths[beside] == 0 {
		return
	}
	for _, other := range a.reads {
		if pathBelow(other.Segments[parsedAt:]) != beside {
			continue
		}
		if d, first := p.ReportOncef(nil, r.SegmentPlace(last), "the flow reads %s and %s of what %s gets: most likely the server writes %s in one of the two places only",
			words.Quote(pathBelow(r.Segments[parsedAt:])), words.Quote(beside), words.Quote(r.Name(1)), words.Quote(r.Name(last))); first {
			d.As(finding.Note).Relate(other.SegmentPlace(len(other.Segments)-1), "the other place")
		}
		return
	}
}
