package reads

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// A Whole is what a path holds that has parts, an object or a list: what it prints is a form
// of the engine's own, {name=value}. The zero Whole says that nothing of the kind is known.
type Whole struct {
	Known bool     // an object, by the catalogue
	Part  flow.Ref // or what reads a part of it, which shows that it has some
}

// Exists reports whether it is known to have parts.
func (w Whole) Exists() bool { return w.Known || w.Part.Reference != nil }

// WholeAt tells whether what a reference reads has parts.
func WholeAt(d *project.Document, r flow.Ref) Whole {
	if r.Root() == "widgets" && len(r.Segments) == 2 {
		w := Widget(d.Flow, r)
		return Whole{Known: w != nil && w.Facts.Known()}
	}
	if v := Value(d.Flow, r); v != nil && v.Object && v.Confidence != schemas.Low {
		return Whole{Known: true}
	}
	if least := belowOpen(&r); least == 0 || len(r.Segments) < least || r.Root() == "widgets" && Widget(d.Flow, r) == nil {
		return Whole{}
	}
	return Whole{Part: parts.Of(d)[r.Reference.String()]}
}

// belowOpen returns how many segments a path has at least that names something of which only the flow tells what it
// holds: widgets.NAME.parsed.KEY, flow.data.KEY, trigger.message.ChannelAttributes.KEY; 0 for no such path.
func belowOpen(r *flow.Ref) int {
	switch {
	case r.Root() == "flow" && r.Name(1) == "data":
		return flow.ValueDepth
	case r.Root() == "widgets", r.Root() == "trigger":
		return flow.ValueDepth + 1 // something in it
	}
	return 0
}

// parts are, by path, where a flow reads a member or an item of it, or runs over it.
var parts = lint.NewFact(func(d *project.Document) map[string]flow.Ref {
	found := map[string]flow.Ref{}
	for _, part := range d.Flow.Refs() {
		if least := belowOpen(&part); least > 0 && !part.Broken {
			addParts(found, part, least)
		}
	}
	return found
})

func addParts(found map[string]flow.Ref, part flow.Ref, least int) {
	const deepest = 12
	for n := least; n <= min(len(part.Segments), deepest); n++ {
		whole := n == len(part.Segments)
		if whole && (part.Use != liquid.UseLoop || bounds(part)) || !whole && part.Name(n) == "size" ||
			part.Segments[n-1].Kind == liquid.DynamicSegment {
			return
		}
		if path := (liquid.Reference{Segments: part.Segments[:n]}).String(); found[path].Reference == nil {
			found[path] = part
		}
	}
}

// bounds reports whether a loop only counts up to, or from, what a reference reads: (1..N).
func bounds(r flow.Ref) bool {
	return strings.HasPrefix(strings.TrimLeft(r.Text[r.End:], " "), "..") || strings.HasSuffix(strings.TrimRight(r.Text[:r.Start], " "), "..")
}
