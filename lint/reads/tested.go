package reads

import (
	"math"
	"sort"
	"sync"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
)

// Tests tell where a template has asked whether there is a value before it reads it.
// They are found once for each distinct text, when it is first asked about.
type Tests struct {
	mu    sync.Mutex
	known map[*liquid.Template]tests
}

// Tested are the tests of a document's templates.
var Tested = lint.NewFact(func(*project.Document) *Tests { return &Tests{known: map[*liquid.Template]tests{}} })

// tests are, for each path that a condition asks for, the blocks of those conditions.
type tests map[testKey][]liquid.Span

// A testKey is the beginning of a path: widgets.menu, flow.variables.count. The
// empty one stands for any condition.
type testKey [3]string

// Has reports whether a reference asks for a value, has a default, or stands in a
// block whose condition asks for it. In which branch it stands does not matter:
// whoever asks knows that the value may be missing.
func (t *Tests) Has(r flow.Ref) bool {
	return AsksFor(r) || t.within(r, testKeyOf(r.Reference))
}

// AsksFor reports whether a reference asks whether there is a value, or has a default for it.
func AsksFor(r flow.Ref) bool {
	if r.Use == liquid.UseCondition || r.Use == liquid.UseCase {
		return true
	}
	for f := range r.Liquid.FiltersAt(r.Markup) {
		if f.Name == liquid.FilterDefault {
			return true
		}
	}
	return false
}

// Conditional reports whether a reference is read only when some condition of the
// template holds, or that is unknown: it may be what tells the paths apart.
func (t *Tests) Conditional(r flow.Ref) bool { return t.within(r, testKey{}) }

// within reports whether a reference stands in a block whose condition asks for a
// key.
func (t *Tests) within(r flow.Ref, key testKey) bool {
	t.mu.Lock()
	blocks, ok := t.known[r.Liquid]
	if !ok {
		blocks = testsOf(r.Liquid)
		t.known[r.Liquid] = blocks
	}
	t.mu.Unlock()
	spans := blocks[key]
	i := sort.Search(len(spans), func(i int) bool { return spans[i].Start > r.Reference.Start }) - 1
	return i >= 0 && r.Reference.Start < spans[i].End
}

// testKeyOf returns the part of a path whose being there is asked for: for a
// widget's outputs its name is enough.
func testKeyOf(r *liquid.Reference) testKey {
	if r.Name(0) == "flow" {
		return testKey{r.Name(0), r.Name(1), r.Name(2)}
	}
	return testKey{r.Name(0), r.Name(1)}
}

// testsOf returns, for each path that a condition asks for, and for all of them
// together, the blocks of those conditions: disjoint, in order.
func testsOf(t *liquid.Template) tests {
	spans := make([]liquid.Span, len(t.Tags)) // of the block that a tag belongs to
	spanBlocks(spans, t.Nodes)
	blocks := tests{}
	add := func(key testKey, span liquid.Span) {
		list := blocks[key]
		if n := len(list); n > 0 && span.Start < list[n-1].End {
			list[n-1].Start = min(list[n-1].Start, span.Start)
			list[n-1].End = max(list[n-1].End, span.End)
			return
		}
		blocks[key] = append(list, span)
	}
	for i, tag := range t.Tags {
		if spans[i].End > 0 && (tag.Name == "if" || tag.Name == "unless" || tag.Name == "case") {
			add(testKey{}, spans[i])
		}
	}
	for i := range t.References {
		r := &t.References[i]
		if r.Local >= 0 || r.Use != liquid.UseCondition && r.Use != liquid.UseCase {
			continue
		}
		key := testKeyOf(r)
		if span := spans[t.Markup[r.Markup].Index]; span.End > 0 && key != (testKey{}) {
			add(key, span)
		}
	}
	return blocks
}

// spanBlocks notes for each tag of a block where that begins and ends. One that is
// not closed lasts to the end of the text.
func spanBlocks(spans []liquid.Span, nodes []liquid.Node) {
	for _, n := range nodes {
		if n.Kind != liquid.BlockNode {
			continue
		}
		span := n.Span
		if n.Block.End < 0 {
			span.End = math.MaxInt
		}
		for _, b := range n.Block.Branches {
			spans[b.Tag] = span
			spanBlocks(spans, b.Nodes)
		}
	}
}
