package rules

import (
	"math"
	"sort"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
)

// guards tell where a template has asked whether there is a value before it reads
// it. They are found once for each distinct text.
type guards map[*liquid.Template]map[guardKey][]liquid.Span

// A guardKey is the beginning of a path: widgets.menu, flow.variables.count. The
// empty one stands for any condition.
type guardKey [3]string

// guardKeyOf returns the part of a path whose being there is asked for: for a
// widget's outputs its name is enough.
func guardKeyOf(r *liquid.Reference) guardKey {
	if r.Name(0) == "flow" {
		return guardKey{r.Name(0), r.Name(1), r.Name(2)}
	}
	return guardKey{r.Name(0), r.Name(1)}
}

// guarded reports whether a reference asks for a value, has a default, or stands
// in a block whose condition asks for it. In which branch it stands does not
// matter: whoever asks knows that the value may be missing.
func (g guards) guarded(r flow.Ref) bool {
	if r.Use == liquid.UseCondition || r.Use == liquid.UseCase {
		return true
	}
	for _, f := range filtersIn(r.Liquid, r.Markup) {
		if f.Name == "default" {
			return true
		}
	}
	return g.within(r, guardKeyOf(r.Reference))
}

// conditional reports whether a reference is read only when some condition of the
// template holds, or that is unknown: it may be what tells the paths apart.
func (g guards) conditional(r flow.Ref) bool { return g.within(r, guardKey{}) }

// within reports whether a reference stands in a block whose condition asks for a
// key.
func (g guards) within(r flow.Ref, key guardKey) bool {
	blocks, ok := g[r.Liquid]
	if !ok {
		blocks = guardsOf(r.Liquid)
		g[r.Liquid] = blocks
	}
	spans := blocks[key]
	i := sort.Search(len(spans), func(i int) bool { return spans[i].Start > r.Reference.Start }) - 1
	return i >= 0 && r.Reference.Start < spans[i].End
}

// filtersIn returns the filters of one output or tag.
func filtersIn(t *liquid.Template, markup int) []liquid.Filter {
	behind := func(markup int) int {
		return sort.Search(len(t.Filters), func(i int) bool { return t.Filters[i].Markup >= markup })
	}
	return t.Filters[behind(markup):behind(markup+1)]
}

// guardsOf returns, for each path that a condition asks for, and for all of them
// together, the blocks of those conditions: disjoint, in order.
func guardsOf(t *liquid.Template) map[guardKey][]liquid.Span {
	ends := map[int]int{} // of a block, by its opening tag
	for _, tag := range t.Tags {
		if tag.Block >= 0 {
			ends[tag.Block] = math.MaxInt
			if strings.HasPrefix(tag.Name, "end") {
				ends[tag.Block] = tag.End
			}
		}
	}
	blocks := map[guardKey][]liquid.Span{}
	add := func(key guardKey, block int) {
		span := liquid.Span{Start: t.Tags[block].Start, End: ends[block]}
		list := blocks[key]
		if n := len(list); n > 0 && span.Start < list[n-1].End {
			list[n-1].Start = min(list[n-1].Start, span.Start)
			list[n-1].End = max(list[n-1].End, span.End)
			return
		}
		blocks[key] = append(list, span)
	}
	for i, tag := range t.Tags {
		if tag.Block == i && (tag.Name == "if" || tag.Name == "unless" || tag.Name == "case") {
			add(guardKey{}, i)
		}
	}
	for i := range t.References {
		r := &t.References[i]
		if r.Local >= 0 || r.Use != liquid.UseCondition && r.Use != liquid.UseCase {
			continue
		}
		key := guardKeyOf(r)
		if tag := t.Tags[t.Markup[r.Markup].Index]; tag.Block >= 0 && key != (guardKey{}) {
			add(key, tag.Block)
		}
	}
	return blocks
}
