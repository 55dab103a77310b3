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

// reportPositions reports the items of a list whose numbers do not go together: of two items in one step, each with a
// member of its own, where another step is given both of one item; one that a list in a text names twice; and a list
// that begins with its second item. Once in a flow.
func reportPositions(p *lint.Pass) {
	var mixed [][2]position
	together := map[[3]string]bool{} // a list, and two members that a step is given of one item
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
			if len(refs) > 1 && refs[0].IsContent() {
				if reportListed(p, positionsOf(p.Flow, refs), t.Text) {
					return
				}
				continue
			}
			given = append(given, refs...)
		}
		if all := positionsOf(p.Flow, given); isPair(w, all) && all[0].number == all[1].number {
			together[[3]string{all[0].list, all[0].member, all[1].member}] = true
			together[[3]string{all[0].list, all[1].member, all[0].member}] = true
		} else if isPair(w, all) {
			mixed = append(mixed, [2]position{all[0], all[1]})
		}
	}
	reportMixed(p, mixed, together)
}

// isPair reports whether a step is given two members of the items of one list, and no more.
func isPair(w *flow.Widget, all []position) bool {
	act := effects.ActOf(w)
	return len(all) == 2 && (act == effects.Requests || act == effects.Sets || act == effects.HandsOver) &&
		all[0].list == all[1].list && all[0].member != all[1].member && all[0].member != "" && all[1].member != ""
}

// reportMixed reports the first step that is given one member of one item and another member of another item, when
// another step is given both of one.
func reportMixed(p *lint.Pass, mixed [][2]position, together map[[3]string]bool) {
	for _, m := range mixed {
		a, b := m[0], m[1]
		if !together[[3]string{a.list, a.member, b.member}] || words.NamesRangeEnd(a.member) || words.NamesRangeEnd(b.member) {
			continue // from the first to the last, or two things on purpose
		}
		w := b.ref.Widget
		p.Reportf(b.ref.SegmentPlace(b.at), "%s is given %s of item %d and %s of item %d of %s: two things under one; write the same number",
			w.Label(), words.Quote(a.member[1:]), a.number, words.Quote(b.member[1:]), b.number,
			a.list).As(finding.Note).Relate(a.ref.SegmentPlace(a.at), "the other item").Identify(w.Label())
		return
	}
}

// reportListed reports a text that lists items one after the other, and names one twice, or leaves out the first, which
// nothing else reads.
func reportListed(p *lint.Pass, all []position, text string) bool {
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
	before := beforeItems(text)
	if len(before) != len(all) {
		return false
	}
	if twice > 0 {
		if slices.ContainsFunc(before[1:], words.HasOwnWords) {
			return false // a sentence may come back to it
		}
		x := all[twice]
		p.Reportf(x.ref.SegmentPlace(x.at), "%s names item %d of %s twice, and item %d not at all: most likely a copy in which the number was not changed",
			x.ref.Widget.Label(), x.number, x.list, x.number+1).As(finding.Note).Identify(x.list)
		return true
	}
	x := all[0]
	if x.number != 1 || strings.HasPrefix(x.member, "[") || !numberedAsRead(all, before) || readsFirst(p.Flow, x) {
		return false // rows of a table begin with one of headings, and the first may be told elsewhere
	}
	p.Reportf(x.ref.SegmentPlace(x.at), "%s lists %s from item 1 on, and items count from 0: the first one is never told; begin with [0]", x.ref.Widget.Label(), x.list).
		As(finding.Note).Identify(x.list)
	return true
}

// beforeItems returns what stands in a text before each output of an item, back to the output before it.
func beforeItems(text string) (before []string) {
	for {
		start, rest, found := strings.Cut(text, "{{")
		if !found {
			return before
		}
		output, after, _ := strings.Cut(rest, "}}")
		if strings.Contains(output, "[") {
			before = append(before, start)
		}
		text = after
	}
}

// numberedAsRead reports whether each item of a list bears the number in the text by which it is read, and no word else
// stands there: whoever wrote it counts from 1.
func numberedAsRead(all []position, before []string) bool {
	for i, x := range all {
		number := strings.Trim(before[i], " \t\n.,;:()-#=*")
		if i == 0 {
			number = number[strings.LastIndexAny(number, " \t\n.:;(#")+1:]
		}
		if number != strconv.Itoa(x.number) {
			return false
		}
	}
	return !words.AnnouncesOthers(before[0])
}

// readsFirst reports whether anything reads the first item of a list, or the list itself.
func readsFirst(f *flow.Flow, x position) bool {
	by := reads.Response(f, x.ref)
	return slices.ContainsFunc(f.OutputRefs(by.Name), func(r flow.Ref) bool {
		return strings.HasPrefix(reads.Path(r), x.list) && (len(r.Segments) <= x.at || r.Segments[x.at].Kind != liquid.IndexSegment || r.Segments[x.at].Name == "0")
	})
}
