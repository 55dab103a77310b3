package reads

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/schemas"
)

// Printed returns the filters after the output that a reference is the value of, and
// whether it is the value of one. Of an output that holds more than one value, which is
// always a mistake, nobody knows what it prints, nor which filters were meant for it.
func Printed(r flow.Ref) ([]liquid.Filter, bool) {
	if r.Use != liquid.UseOutput || r.Markup >= len(r.Liquid.Markup) {
		return nil, false
	}
	m := &r.Liquid.Markup[r.Markup]
	if m.Kind != liquid.OutputNode {
		return nil, false
	}
	o := &r.Liquid.Outputs[m.Index]
	if value := o.Reference(); value < 0 || len(o.Expr.Terms) > 1 || r.Liquid.References[value].Start != r.Reference.Start {
		return nil, false
	}
	return o.Filters(), true
}

// IsAll reports whether a text consists of what a reference prints, and of blanks at most.
func IsAll(r flow.Ref) bool {
	if _, printed := Printed(r); !printed || len(r.Liquid.Markup) != 1 {
		return false
	}
	m := r.Liquid.Markup[0]
	return strings.TrimSpace(r.Text[:m.Start]) == "" && strings.TrimSpace(r.Text[m.End:]) == ""
}

// Joined returns the filters after append or prepend by which what a reference reads
// comes out beside the value of an output, and whether it does.
func Joined(r flow.Ref) ([]liquid.Filter, bool) {
	if r.Use != liquid.UseArgument || r.Markup >= len(r.Liquid.Markup) {
		return nil, false
	}
	m := r.Liquid.Markup[r.Markup]
	if m.Kind != liquid.OutputNode {
		return nil, false
	}
	filters := r.Liquid.Outputs[m.Index].Filters()
	for i, f := range filters {
		if (f.Name == liquid.FilterAppend || f.Name == liquid.FilterPrepend) && f.Args.Start <= r.Reference.Start && r.Reference.End <= f.Args.End {
			return filters[i+1:], true
		}
	}
	return nil, false
}

// Through reports whether one of some filters has one of the names.
func Through(filters []liquid.Filter, names ...string) bool {
	return slices.ContainsFunc(filters, func(f liquid.Filter) bool { return slices.Contains(names, f.Name) })
}

// OnlyAlter reports whether some filters alter nothing of a text but what is named.
func OnlyAlter(filters []liquid.Filter, what ...schemas.Alteration) bool {
	return !slices.ContainsFunc(filters, func(f liquid.Filter) bool { return !alters(f.Name, what) })
}

func alters(filter string, what []schemas.Alteration) bool {
	facts := schemas.LiquidFacts().Filter(filter)
	return facts != nil && facts.Alters != "" && slices.Contains(what, facts.Alters)
}

// MakesNumber reports whether one of some filters makes a number, which is the same with quotes and without.
func MakesNumber(filters []liquid.Filter) bool { return slices.ContainsFunc(filters, IsToNumber) }

// IsToNumber reports whether a filter makes a number.
func IsToNumber(f liquid.Filter) bool { return alters(f.Name, toNumber) }

var toNumber = []schemas.Alteration{schemas.AltersNumber}

// Alternative reports whether a text prints several outputs side by side, of which
// one has a value: {{widgets.a.Digits}}{{widgets.b.Digits}}.
func Alternative(r flow.Ref) bool {
	if _, ok := Printed(r); !ok {
		return false
	}
	markup := r.Liquid.Markup
	for _, next := range []int{r.Markup - 1, r.Markup + 1} {
		if next < 0 || next >= len(markup) || markup[next].Kind != liquid.OutputNode {
			continue
		}
		first, last := markup[min(next, r.Markup)], markup[max(next, r.Markup)]
		value := r.Liquid.Outputs[markup[next].Index].Reference()
		if first.End != last.Start || value < 0 {
			continue
		}
		if other := r.Liquid.References[value]; other.Name(0) == r.Root() {
			return true
		}
	}
	return false
}
