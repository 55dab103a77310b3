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

// A countedItem is one item of a list that a service sends, by a number that the flow counts, as a template reads it.
type countedItem struct {
	ref    flow.Ref
	at     int // of the number among the segments
	list   string
	by     string // what the number is made of
	more   int    // what is added to it
	member string
}

// reportNeighbours reports a step that is given one member of an item and another member of the one beside it: once in a
// flow.
func reportNeighbours(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Sets || !p.Flow.Reachable(w) {
			continue
		}
		var all []countedItem
		for _, t := range p.Flow.TemplatesOf(w) {
			if t.Literal || !strings.Contains(t.Text, "[") || !t.Liquid.Readable() {
				continue
			}
			for _, r := range t.Refs() {
				if x, ok := countedAt(p.Flow, r); ok {
					all = append(all, x)
				}
			}
		}
		if len(all) != 2 || all[0].list != all[1].list || all[0].by != all[1].by || all[0].more == all[1].more ||
			all[0].member == all[1].member || namesNeighbour(p.Flow, w, all) {
			continue
		}
		a, b := all[0], all[1]
		p.Reportf(a.ref.SegmentPlace(a.at), "%s has %s of one item of %s, and %s of another; write the same number",
			w.Label(), words.Quote(a.member), a.list, words.Quote(b.member)).As(finding.Note).
			Relate(b.ref.SegmentPlace(b.at), "the other item").Identify(w.Label())
		return
	}
}

// countedAt returns the item of a list that a reference reads by what a name holds, with a number added to it or none.
func countedAt(f *flow.Flow, r flow.Ref) (x countedItem, ok bool) {
	at := slices.IndexFunc(r.Segments, func(s liquid.Segment) bool { return s.Kind == liquid.DynamicSegment })
	if at <= 2 || at != len(r.Segments)-2 || r.Local >= 0 || r.Segments[at].Index == nil || reads.Response(f, r) == nil {
		return x, false
	}
	member := r.Name(at + 1)
	if member == "" || words.NamesRangeEnd(member) {
		return x, false
	}
	x = countedItem{ref: r, at: at, list: reads.PathTo(r, at-1), member: member}
	const deep = 3
	e := r.Segments[at].Index
	for range deep {
		if e == nil || len(e.Terms) != 1 || e.Terms[0].Kind != liquid.ReferenceOperand {
			return x, false
		}
		more, ok := addedBy(e.Terms[0].Filters, r.Text)
		if !ok {
			return x, false
		}
		x.more += more
		by := flow.Ref{Template: r.Template, Reference: &r.Liquid.References[e.Terms[0].Ref]}
		if by.Local < 0 {
			x.by = reads.Path(by)
			return x, x.by != ""
		}
		if len(r.Liquid.Locals) != 1 {
			return x, false // which value it has here is not asked
		}
		e = assigned(by)
	}
	return x, false
}

// addedBy returns what some filters add to a number; it reports false where they do anything else.
func addedBy(filters []liquid.Filter, text string) (sum int, ok bool) {
	for _, filter := range filters {
		n, err := strconv.Atoi(strings.TrimSpace(filter.Args.In(text)))
		switch {
		case err != nil:
			return 0, false
		case filter.Name == liquid.FilterPlus:
			sum += n
		case filter.Name == liquid.FilterMinus:
			sum -= n
		default:
			return 0, false
		}
	}
	return sum, true
}

// namesNeighbour reports whether a step says by the name of what it keeps, or by its own, that it is of the item beside.
func namesNeighbour(f *flow.Flow, w *flow.Widget, all []countedItem) bool {
	return words.NamesNeighbour(w.Name) ||
		slices.ContainsFunc(all, func(x countedItem) bool { return words.NamesNeighbour(x.member) }) ||
		slices.ContainsFunc(f.Writes(w), func(write flow.Write) bool { return words.NamesNeighbour(write.Key.Text()) })
}
