package rules

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// A position is one item of a list that a service sends, by its fixed number, as a template reads it.
type position struct {
	ref    flow.Ref
	at     int // of the number among the segments
	list   string
	number int
	member string
}

// positionsOf returns the items that some references read by fixed numbers.
func positionsOf(f *flow.Flow, refs []flow.Ref) (all []position) {
	for _, r := range refs {
		at := slices.IndexFunc(r.Segments, func(s liquid.Segment) bool { return s.Kind == liquid.IndexSegment })
		if at <= 2 || r.Local >= 0 || reads.Response(f, r) == nil {
			continue
		}
		if n, err := strconv.Atoi(r.Segments[at].Name); err == nil && n >= 0 {
			all = append(all, position{r, at, reads.PathTo(r, at-1), n, strings.TrimPrefix(reads.Path(r), reads.PathTo(r, at))})
		}
	}
	return all
}

// reportPositions reports the items of a list whose numbers do not go together: of two items in one step, each with a member of
// its own; one that a list in a text names twice; and a list that begins with its second item. Once in a flow.
func reportPositions(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Split || !p.Flow.Reachable(w) {
			continue
		}
		var given []flow.Ref
		for _, t := range p.Flow.TemplatesOf(w) {
			if t.Literal || !strings.Contains(t.Text, "[") || !t.Liquid.Readable() {
				continue
			}
			refs := t.Refs()
			if len(refs) > 1 && slices.Contains(w.Facts.Content, refs[0].Property) {
				if reportListed(p, positionsOf(p.Flow, refs)) {
					return
				}
				continue
			}
			given = append(given, refs...)
		}
		if reportMixed(p, w, positionsOf(p.Flow, given)) {
			return
		}
	}
}

// reportMixed reports a step that is given one member of one item and another member of another item, and of no more.
func reportMixed(p *lint.Pass, w *flow.Widget, all []position) bool {
	if act := effects.ActOf(w); len(all) != 2 || act != effects.Requests && act != effects.Sets && act != effects.HandsOver {
		return false
	}
	a, b := all[0], all[1]
	if a.list != b.list || a.number == b.number || a.member == b.member || a.member == "" || b.member == "" {
		return false
	}
	p.Reportf(b.ref.SegmentPlace(b.at), "%s is given %s of item %d and %s of item %d of %s: two things under one; write the same number",
		w.Label(), words.Quote(a.member[1:]), a.number, words.Quote(b.member[1:]), b.number, a.list).As(finding.Note).Relate(a.ref.SegmentPlace(a.at), "the other item").Identify(w.Label())
	return true
}

// reportListed reports a text that lists items one after the other, and names one twice, or leaves out the first, which
// nothing else reads.
func reportListed(p *lint.Pass, all []position) bool {
	const several = 3
	if len(all) < several || slices.ContainsFunc(all, func(x position) bool { return x.list != all[0].list || x.member != all[0].member }) {
		return false
	}
	twice := -1 // the place where the number of the one before stands again
	for i, x := range all[1:] {
		switch {
		case x.number == all[0].number+i+1:
		case twice < 0 && x.number == all[i].number:
			twice = i + 1
		default:
			return false
		}
	}
	if twice > 0 {
		x := all[twice]
		p.Reportf(x.ref.SegmentPlace(x.at), "%s names item %d of %s twice, and item %d not at all: most likely a copy in which the number was not changed",
			x.ref.Widget.Label(), x.number, x.list, x.number+1).As(finding.Note).Identify(x.list)
		return true
	}
	if all[0].number != 1 || readsFirst(p.Flow, all[0]) {
		return false
	}
	x := all[0]
	p.Reportf(x.ref.SegmentPlace(x.at), "%s lists %s from item 1 on, and items count from 0: the first one is never told; begin with [0]", x.ref.Widget.Label(), x.list).
		As(finding.Note).Identify(x.list)
	return true
}

// readsFirst reports whether anything reads the first item of a list, or the list itself.
func readsFirst(f *flow.Flow, x position) bool {
	by := reads.Response(f, x.ref)
	return slices.ContainsFunc(f.OutputRefs(by.Name), func(r flow.Ref) bool {
		return strings.HasPrefix(reads.Path(r), x.list) && (len(r.Segments) <= x.at || r.Segments[x.at].Kind != liquid.IndexSegment || r.Segments[x.at].Name == "0")
	})
}
