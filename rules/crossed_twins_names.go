package rules

import (
	"cmp"
	"slices"
	"strings"

	"studiolint/lint/flow"
)

// A family is the widgets that two copies have in common: those whose names differ by
// one word, always the same.
type family struct {
	pairs []([2]*flow.Widget)
	twin  map[*flow.Widget]*flow.Widget
	side  map[*flow.Widget]int
}

// A part is one word of a widget's name. What is left of the name without it, and the type
// of the widget, are its gap.
type part struct {
	gap        uint64 // a number for the gap
	widget     *flow.Widget
	name       string
	start, end int32 // of the word
}

func (p *part) word() string { return p.name[p.start:p.end] }

// rest returns what stands before the word and after it.
func (p *part) rest() (before, after string) {
	return strings.TrimSuffix(p.name[:p.start], "_"), strings.TrimPrefix(p.name[p.end:], "_")
}

// hash is a number for the gap (FNV-1a).
func (p *part) hash() uint64 {
	h := uint64(14695981039346656037)
	before, after := p.rest()
	for _, text := range [...]string{p.widget.Type, before, after} {
		for i := range len(text) {
			h = (h ^ uint64(text[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211 // no text has this byte
	}
	return h
}

// compareGaps compares the gaps of two parts: by type, and by what stands before and after.
func compareGaps(a, b *part) int {
	before, after := a.rest()
	otherBefore, otherAfter := b.rest()
	return cmp.Or(strings.Compare(a.widget.Type, b.widget.Type), strings.Compare(before, otherBefore), strings.Compare(after, otherAfter))
}

// partsOf adds the words of a widget's name.
func partsOf(list []part, f *flow.Flow, w *flow.Widget) []part {
	if w.Name == "" || f.Only(w.Name) != w || !f.Reachable(w) {
		return list
	}
	name := w.Name
	if strings.IndexByte(name, '-') >= 0 || strings.IndexByte(name, '.') >= 0 ||
		strings.IndexByte(name, ' ') >= 0 || strings.Contains(name, "__") || name[0] == '_' ||
		name[len(name)-1] == '_' {
		name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' || r == '.' || r == ' ' }), "_")
	}
	start := 0
	for i := 0; i < 8 && start <= len(name); i++ {
		end := len(name)
		if at := strings.IndexByte(name[start:], '_'); at >= 0 {
			end = start + at
		}
		if word := name[start:end]; len(word) >= 2 && len(word) < len(name) && !hasDigit(word) {
			p := part{widget: w, name: name, start: int32(start), end: int32(end)}
			p.gap = p.hash()
			list = append(list, p)
		}
		start = end + 1
	}
	return list
}

func hasDigit(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return '0' <= r && r <= '9' }) >= 0
}

// likeness is two widgets that differ by a word each.
type likeness struct {
	words [2]string
	pair  [2]*flow.Widget
}

// families returns the families among what is alike that have some members, in the order of the two
// words.
func families(found []likeness) (all []*family) {
	const least = 3 // pairs
	slices.SortStableFunc(found, func(a, b likeness) int {
		return cmp.Or(strings.Compare(a.words[0], b.words[0]), strings.Compare(a.words[1], b.words[1]))
	})
	for len(found) > 0 {
		n := 1
		for n < len(found) && found[n].words == found[0].words {
			n++
		}
		if n >= least {
			one := &family{twin: make(map[*flow.Widget]*flow.Widget, 2*n), side: make(map[*flow.Widget]int, 2*n)}
			for _, l := range found[:n] {
				one.add(l.pair[0], l.pair[1])
			}
			if len(one.pairs) >= least {
				all = append(all, one)
			}
		}
		found = found[n:]
	}
	return all
}

// likenesses returns the pairs of widgets that are alike, those with the same rest of
// their names side by side.
func likenesses(f *flow.Flow) (found []likeness) {
	const most = 4 // copies
	list := make([]part, 0, 2*len(f.Widgets))
	for _, w := range f.Widgets {
		list = partsOf(list, f, w)
	}
	for _, parts := range sameGaps(list, most) { // more are a series rather than copies
		for i, a := range parts {
			for _, b := range parts[i+1:] {
				one, other := strings.ToLower(a.word()), strings.ToLower(b.word())
				switch strings.Compare(one, other) {
				case -1:
					found = append(found, likeness{[2]string{one, other}, [2]*flow.Widget{a.widget, b.widget}})
				case 1:
					found = append(found, likeness{[2]string{other, one}, [2]*flow.Widget{b.widget, a.widget}})
				}
			}
		}
	}
	return found
}

// sameGaps sorts parts, and returns those that have their gap in common with another one, but
// not with more than some: side by side, in the order of their gaps.
func sameGaps(list []part, most int) (groups [][]part) {
	slices.SortFunc(list, func(a, b part) int {
		if a.gap != b.gap {
			return cmp.Compare(a.gap, b.gap)
		}
		return cmp.Or(a.widget.Index-b.widget.Index, int(a.start-b.start))
	})
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].gap == list[0].gap {
			n++
		}
		if n > 1 && n <= most {
			group := list[:1:n]
			for i := 1; i < n; i++ {
				if compareGaps(&list[0], &list[i]) == 0 {
					group = append(group, list[i])
				}
			}
			groups = append(groups, group)
		}
		list = list[n:]
	}
	slices.SortStableFunc(groups, func(a, b []part) int { return compareGaps(&a[0], &b[0]) })
	return groups
}

func (f *family) add(a, b *flow.Widget) {
	if f.twin[a] == nil && f.twin[b] == nil {
		f.pairs = append(f.pairs, [2]*flow.Widget{a, b})
		f.twin[a], f.twin[b] = b, a
		f.side[a], f.side[b] = 0, 1
	}
}
