package reads

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/project"
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
	*o = Own{of: w, Variables: Sets.Of(d)[w.Index].Keys}
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

// Among returns the name among a widget's own that was most likely meant: the nearest, or
// the only one of which it is a part.
func Among(name string, own []string) Near {
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
