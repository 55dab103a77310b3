package twins

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// An Odd is a property of a widget in which all its twins are alike, and it alone is not.
type Odd struct {
	Widget *flow.Widget
	Value  source.Node
	Others Group
	Other  source.Node // of one of them
}

// Odds are those of a flow: of a widget that differs in one of its switches and numbers from
// its twins, which agree in all of them.
var Odds = lint.NewFact(func(d *project.Document) []Odd {
	const least = 3 // twins
	var all []Odd
	for _, g := range groups.Of(d) {
		if len(g) < least || g[0].Facts.KeyEntry != nil { // each question has its own length
			continue
		}
		for i := range g {
			if o, ok := odd(d, g, i); ok && !usual(d, o) {
				all = append(all, o)
			}
		}
	}
	for _, g := range chains(d) {
		if len(g) >= least {
			all = append(all, oddInChain(d, g)...)
		}
	}
	seen := map[source.Node]bool{}
	return slices.DeleteFunc(all, func(o Odd) bool {
		again := seen[o.Value]
		seen[o.Value] = true
		return again || slices.ContainsFunc(OddTimes.Of(d), func(t OddTime) bool { return t.Value == o.Value })
	})
})

// IsOdd reports whether a value is one in which a widget differs from its twins, or from all others of its type.
func IsOdd(d *project.Document, n source.Node) bool {
	return slices.ContainsFunc(Odds.Of(d), func(o Odd) bool { return o.Value == n }) ||
		slices.ContainsFunc(OddTimes.Of(d), func(t OddTime) bool { return t.Value == n })
}

// usual reports whether more widgets of the type have the value of an odd one than have that
// of its twins: then the twins are the odd ones, or each is as it should be.
func usual(d *project.Document, o Odd) bool {
	more := 0
	for _, w := range d.Flow.Widgets {
		if w.Facts != o.Widget.Facts {
			continue
		}
		switch n := w.Property(o.Value.Key()); {
		case equal(n, o.Value):
			more++
		case equal(n, o.Other):
			more--
		}
	}
	return more > 0
}

// oddInChain returns the question of a chain for whose answer much more time is given than for
// those of all others, or much less, while they agree: a picture may take a little longer.
func oddInChain(d *project.Document, g Group) (all []Odd) {
	const much = 4 // times
	for i, w := range g {
		for k := range w.Facts.Properties {
			f := &w.Facts.Properties[k]
			if f.Range == nil || f.Range.Unit != "seconds" {
				continue
			}
			o := Odd{Widget: w, Value: w.Property(f.Name), Others: slices.Delete(slices.Clone(g), i, i+1)}
			o.Other = o.Others[0].Property(f.Name)
			mine, ok := secondsOf(d, f, o.Value)
			others, known := secondsOf(d, f, o.Other)
			if !ok || !known || mine < float64(f.Range.Min) || mine > float64(f.Range.Max) || max(mine, others) < much*min(mine, others) ||
				slices.ContainsFunc(o.Others, func(other *flow.Widget) bool { return !equal(other.Property(f.Name), o.Other) }) {
				continue
			}
			all = append(all, o)
		}
	}
	return all
}

func isLiteral(d *project.Document, n source.Node) bool {
	return !n.IsString() || shape.IsLiteral(d, n)
}

// odd returns the one switch or number in which a widget differs from all others of its
// group, which agree.
func odd(d *project.Document, g Group, i int) (o Odd, ok bool) {
	o = Odd{Widget: g[i], Others: slices.Delete(slices.Clone(g), i, i+1)}
	first, differs := o.Others[0], 0
	if !leadsAs(o.Widget, o.Others) {
		return o, false
	}
	for name, n := range first.Properties.Members() {
		if !setting(d, first, name, n) {
			continue
		}
		for _, w := range o.Others[1:] {
			if !equal(w.Property(name), n) {
				return o, false
			}
		}
		mine := o.Widget.Property(name)
		if mine.Exists() && !equal(mine, n) && mine.Kind() == n.Kind() && isLiteral(d, mine) {
			o.Value, o.Other = mine, n
			differs++
		}
	}
	return o, differs == 1
}

// leadsAs reports whether a widget has the part in the flow that its twins have: where all of
// them lead to one place, or on, a copy does, too. A last word is no copy of what comes before
// a question.
func leadsAs(w *flow.Widget, others Group) bool {
	for _, t := range others[0].Transitions {
		mine, same, on := w.On(t.Raised()), effects.PastSetting(t), t.To != nil
		for _, other := range others[1:] {
			u := other.On(t.Raised())
			if u == nil || (u.To != nil) != on {
				same, on = nil, false
				break
			}
			if effects.PastSetting(u) != same {
				same = nil
			}
		}
		if on && (mine == nil || mine.To == nil) || same != nil && effects.PastSetting(mine) != same {
			return false
		}
	}
	return true
}

// setting reports whether a property is a switch, a number or one of a few words.
func setting(d *project.Document, w *flow.Widget, name string, n source.Node) bool {
	if w.Facts.Speech != nil && (name == w.Facts.Speech.Voice || name == w.Facts.Speech.Language) {
		return false // which voices go together is told elsewhere
	}
	p := w.Facts.Property(name)
	if _, ok := n.Number(); ok {
		return true
	}
	if _, ok := n.Bool(); ok {
		return true
	}
	return p != nil && n.Text() != "" && shape.IsLiteral(d, n) && (len(p.Values) > 0 || p.Format == schemas.FormatNumber || p.Format == schemas.FormatBoolean)
}

func equal(a, b source.Node) bool { return a.Kind() == b.Kind() && string(a.Raw()) == string(b.Raw()) }
