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

// A guardKey is the beginning of a path: widgets.menu, flow.variables.count.
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
	blocks, ok := g[r.Liquid]
	if !ok {
		blocks = guardsOf(r.Liquid)
		g[r.Liquid] = blocks
	}
	spans := blocks[guardKeyOf(r.Reference)]
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

// guardsOf returns, for each path that a condition asks for, the blocks of those
// conditions: disjoint, in order.
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
	for i := range t.References {
		r := &t.References[i]
		if r.Local >= 0 || r.Use != liquid.UseCondition && r.Use != liquid.UseCase {
			continue
		}
		tag := t.Tags[t.Markup[r.Markup].Index]
		if tag.Block < 0 {
			continue
		}
		span := liquid.Span{Start: t.Tags[tag.Block].Start, End: ends[tag.Block]}
		key := guardKeyOf(r)
		list := blocks[key]
		if n := len(list); n > 0 && span.Start < list[n-1].End {
			list[n-1].Start = min(list[n-1].Start, span.Start)
			list[n-1].End = max(list[n-1].End, span.End)
			continue
		}
		blocks[key] = append(list, span)
	}
	return blocks
}
