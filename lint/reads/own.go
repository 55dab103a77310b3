package reads

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// Own are the names that one widget uses and that exist. When it uses one beside them
// that does not, one of its own was most likely meant.
type Own struct {
	Variables []string // read or set
	Widgets   []string // read

	of *flow.Widget
}

// Of makes it the names of a widget, unless it has them already.
func (o *Own) Of(d *project.Document, w *flow.Widget) *Own {
	if o.of == w {
		return o
	}
	*o = Own{of: w, Variables: shape.Sets.Of(d)[w.Index].Keys}
	o.Variables = o.Variables[:len(o.Variables):len(o.Variables)]
	for _, t := range d.Flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if key, ok := r.Variable(); ok && key != "" && len(d.Flow.Variable(key).Writes) > 0 {
				o.Variables = append(o.Variables, key)
			}
			if name, _, ok := r.Output(); ok && d.Flow.Widget(name) != nil {
				o.Widgets = append(o.Widgets, name)
			}
		}
	}
	return o
}

// Variable returns the variable among a widget's own that was most likely meant.
func (o *Own) Variable(name string) Near { return o.meant(name, o.Variables) }

// Widget is Variable for the widget that a reference means, of those that may store its key.
func (o *Own) Widget(d *project.Document, r flow.Ref) Near {
	name, _, _ := r.Output()
	fits, _ := storing(d, r, o.Widgets)
	return o.meant(name, slices.DeleteFunc(slices.Clone(o.Widgets), func(name string) bool { return name == r.Widget.Name || !fits(name) }))
}

// meant returns the name among a widget's own that was most likely meant. A split tests
// one thing, and writes it several times: when it uses a single other name, that is it.
func (o *Own) meant(name string, own []string) Near {
	near := among(name, own)
	if near.Name == "" && o.of.Facts.Split && len(own) > 0 && !slices.ContainsFunc(own, func(s string) bool { return s != own[0] }) {
		near.Name = own[0]
	}
	return near
}

// UsesBeside reports whether the widget of a reference reads the same path elsewhere, with
// another name for the step i.
func UsesBeside(f *flow.Flow, r flow.Ref, i int, name string) bool {
	if name == "" {
		return false
	}
	same := func(other flow.Ref) bool {
		for j := range r.Segments {
			if want := r.Name(j); j == i && other.Name(j) != name || j != i && (want == "" || other.Name(j) != want) {
				return false
			}
		}
		return true
	}
	for _, t := range f.TemplatesOf(r.Widget) {
		for _, other := range t.Refs() {
			if len(other.Segments) == len(r.Segments) && same(other) {
				return true
			}
		}
	}
	return false
}

// among returns the name among a widget's own that was most likely meant: the nearest, or
// the only one of which it is a part.
func among(name string, own []string) Near {
	found := words.Nearest(name, own)
	if found != "" {
		return Near{Name: found}
	}
	const least = 4
	for _, o := range own {
		if len(name) < least || o == found || !strings.HasPrefix(o, name) {
			continue
		}
		if found != "" {
			return Near{}
		}
		found = o
	}
	return Near{Name: found}
}
