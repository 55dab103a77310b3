package reads

import (
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Nearest finds the name that was most likely meant. Each name is compared with
// all others, so only so many different ones are looked at.
type Nearest struct {
	Names []string
	known map[string]Near

	fitting map[[3]string]string // see Fitting
}

// A Near is a name that was probably meant, "" when there is none.
type Near struct {
	Name     string
	CaseOnly bool // it is written in another case, and the only such name
	Certain  bool // no other one can be meant
}

// To returns the name that is nearest to another.
func (n *Nearest) To(name string) Near {
	const most = 200
	found, ok := n.known[name]
	if !ok && len(n.known) < most {
		if n.known == nil {
			n.known = map[string]Near{}
		}
		found.Name = words.Nearest(name, n.Names)
		same := 0
		for _, other := range n.Names {
			if strings.EqualFold(other, name) {
				same++
			}
		}
		found.CaseOnly = same == 1 && strings.EqualFold(found.Name, name)
		found.Certain = found.CaseOnly || words.IsOnlySlip(name, found.Name, n.Names)
		n.known[name] = found
	}
	return found
}

// Instead returns the name to write instead of one that is not known, what it is an alias of or else the nearest, with
// words for that, and whether no other one can be meant; "" and "" when there is none.
func (n *Nearest) Instead(name, alias string) (right, hint string, certain bool) {
	if alias != "" {
		return alias, "write " + alias, true
	}
	if right = n.To(name).Name; right == "" {
		return "", "", false
	}
	return right, "did you mean " + words.Quote(right) + "?", words.IsOnlySlip(name, right, n.Names)
}

// Fitting is To for the widget whose output a reference to an unknown one means: not the
// widget that reads, unless it is written in another case only, and none that cannot store
// the key. What is nearest among the rest is not certain when a nearer name was left out.
func (n *Nearest) Fitting(d *project.Document, r flow.Ref) Near {
	name, _, _ := r.Output()
	near := n.To(name)
	if near.Name == "" || mayStore(d, r, near.Name) && (near.CaseOnly || near.Name != r.Widget.Name) {
		return near
	}
	fits, it := storing(d, r, n.Names)
	asked := [3]string{name, "any"}
	if it {
		asked = [3]string{name, "key", r.Name(2)}
	}
	best, ok := n.fitting[asked]
	if !ok {
		if n.fitting == nil {
			n.fitting = map[[3]string]string{}
		}
		best = words.NearestThat(name, n.Names, fits)
		n.fitting[asked] = best
	}
	if best == r.Widget.Name {
		best = words.NearestThat(name, n.Names, func(name string) bool { return name != r.Widget.Name && fits(name) })
	}
	return Near{Name: best}
}

// storing tells which names are those of widgets that may store the key that a reference reads; where none other than
// the reader does, the key is in doubt too, and they are those that store anything.
func storing(d *project.Document, r flow.Ref, names []string) (fits func(name string) bool, it bool) {
	fits = func(name string) bool { return mayStore(d, r, name) }
	if slices.ContainsFunc(names, func(name string) bool { return name != r.Widget.Name && fits(name) }) {
		return fits, true
	}
	return func(name string) bool {
		w := d.Flow.Widget(name)
		return w != nil && !w.Facts.Starts && len(w.Facts.Outputs.Keys) > 0
	}, false
}

// mayStore reports whether a widget may store the key that a reference reads.
func mayStore(d *project.Document, r flow.Ref, name string) bool {
	w, key := d.Flow.Widget(name), r.Name(2)
	if w == nil || w.Facts.Starts {
		return false
	}
	out := w.Facts.Outputs
	switch {
	case !w.Facts.Known() || w.Property(out.RenamedBy).Text() != "":
		return true
	case out.From == schemas.FromVariables && key != "":
		sets := shape.Sets.Of(d)[w.Index]
		return !sets.All || slices.Contains(sets.Keys, key)
	case out.From != "" || !out.Closed:
		return true
	}
	return len(out.Keys) > 0 && (key == "" || Member(out.Keys, key) != nil)
}

// Fix offers to write a near name at a place of a finding, where a path can hold it.
func (n Near) Fix(d *finding.Diagnostic, at source.Place) {
	if !IsName(n.Name) {
		return
	}
	if len(d.Fixes) == 0 {
		d.Fixes = []finding.Fix{{Title: "Write " + words.Quote(n.Name), Safe: n.Certain}}
	}
	d.Fixes[0].Changes = append(d.Fixes[0].Changes, at.Replace(n.Name))
}

// IsName reports whether a path can hold a name after a dot: ASCII letters, digits,
// underscores and hyphens, the first of them a letter or an underscore.
func IsName(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
		if !letter && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}

// IsSlip reports whether a name that is not known is surely the near one, misspelt:
// it differs in case or marks only, or in about one letter; of short names, by two letters that
// have changed places.
func IsSlip(name, near string) bool {
	return near != "" && (strings.EqualFold(near, name) || len(name) > 3 && words.AreSwapped(name, near) ||
		len(name) >= 5 && max(len(near)-len(name), len(name)-len(near)) <= 1)
}
