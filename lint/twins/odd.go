package twins

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/source"
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
	for _, g := range Groups.Of(d) {
		if len(g) < least || g[0].Facts.KeyEntry != nil { // each question has its own length
			continue
		}
		for i := range g {
			if o, ok := odd(d, g, i); ok {
				all = append(all, o)
			}
		}
	}
	return all
})

// odd returns the one switch or number in which a widget differs from all others of its
// group, which agree.
func odd(d *project.Document, g Group, i int) (o Odd, ok bool) {
	o = Odd{Widget: g[i], Others: slices.Delete(slices.Clone(g), i, i+1)}
	first, differs := o.Others[0], 0
	for name, n := range first.Properties.Members() {
		if !setting(d, first, name, n) {
			continue
		}
		for _, w := range o.Others[1:] {
			if !equal(w.Property(name), n) {
				return o, false
			}
		}
		if mine := o.Widget.Property(name); mine.Exists() && !equal(mine, n) && mine.Kind() == n.Kind() && (!mine.IsString() || shape.IsLiteral(d, mine)) {
			o.Value, o.Other = mine, n
			differs++
		}
	}
	return o, differs == 1
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
	return p != nil && n.Text() != "" && shape.IsLiteral(d, n) && (len(p.Values) > 0 || p.Format == "number-text" || p.Format == "boolean-text")
}

func equal(a, b source.Node) bool { return a.Kind() == b.Kind() && string(a.Raw()) == string(b.Raw()) }
