package twins

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A field is a parameter, a variable or an attribute that a widget sends or keeps.
type field struct {
	property, key string
	value         string // "" when Liquid fills some of it in
	node          source.Node
}

// name tells fields of one kind of widget apart.
func (f field) name() string { return f.property + "/" + f.key }

// fieldsOf returns the fields of a widget, and false when some of them cannot be read.
func fieldsOf(d *project.Document, w *flow.Widget) (all []field, known bool) {
	return fieldsIn(nil, d, w)
}

// fieldsIn is fieldsOf that needs no memory of its own where there is room.
func fieldsIn(all []field, d *project.Document, w *flow.Widget) ([]field, bool) {
	const most = 60
	for name, n := range w.Properties.Members() {
		facts := w.Facts.Property(name)
		switch {
		case facts != nil && facts.Format == schemas.FormatPairs:
			all = slices.Grow(all, min(n.Len(), most))
			for _, item := range n.Elements() {
				key, value := item.Get("key"), item.Get("value")
				if !key.IsString() || !value.IsString() {
					return nil, false // schema
				}
				all = append(all, field{name, key.Text(), plainValue(d, value), value})
			}
		case facts != nil && facts.Format == schemas.FormatJSON && n.IsString():
			t := jsontext.At(d.Flow, w, n)
			j := jsontext.Of(d, t)
			if j == nil {
				return nil, false
			}
			objects, ok := j.Objects()
			if !ok {
				return nil, false
			}
			for key, member := range objects[0].Members() {
				f := field{property: name, key: key, node: n}
				if text := member.Text(); strings.Contains(t.Text, strconv.Quote(text)) {
					f.value = text
				}
				all = append(all, f)
			}
		}
	}
	return all, len(all) <= most
}

func plainValue(d *project.Document, n source.Node) string {
	if d.Flow.TemplateAt(n) != nil {
		return ""
	}
	return n.Text()
}

// A Lacking is a widget without a field that all its twins have.
type Lacking struct {
	Widget *flow.Widget
	Key    string
	At     source.Node // the property that holds the others
	Others Group
}

// Lacks are those of a flow: of a widget that has all but one of the fields that its twins have
// in common, of which there are two at least.
var Lacks = lint.NewFact(func(d *project.Document) []Lacking {
	var all []Lacking
	for _, g := range groups.Of(d) {
		if len(g) > 2 {
			all = append(all, lacking(d, g)...)
		}
	}
	return all
})

// asksElsewhere reports whether a request of a group goes to another address than all others, which share one: it is for
// something else.
func asksElsewhere(g Group, i int) bool {
	if g[i].Facts.Request == nil {
		return false
	}
	property := g[i].Facts.Request.URL
	address := func(w *flow.Widget) string { return w.Property(property).Text() }
	others := slices.Delete(slices.Clone(g), i, i+1)
	shared := address(others[0])
	return address(g[i]) != shared &&
		!slices.ContainsFunc(others, func(w *flow.Widget) bool { return address(w) != shared })
}

func lacking(d *project.Document, g Group) (all []Lacking) {
	count, properties := map[string]int{}, map[string]string{}
	has := make([]map[string]bool, len(g))
	for i, w := range g {
		fields, known := fieldsOf(d, w)
		if !known || len(fields) == 0 {
			return nil
		}
		has[i] = map[string]bool{}
		for _, f := range fields {
			if !has[i][f.name()] {
				has[i][f.name()] = true
				count[f.name()]++
				properties[f.name()] = f.property
			}
		}
	}
	var lacked []string
	for name, n := range count {
		switch n {
		case len(g):
		case len(g) - 1:
			lacked = append(lacked, name)
		default:
			return nil // they are not that alike
		}
	}
	const most = 2
	if len(lacked) > most || len(lacked) == len(count) {
		return nil
	}
	slices.Sort(lacked)
	for _, name := range lacked {
		i := slices.IndexFunc(has, func(own map[string]bool) bool { return !own[name] })
		if asksElsewhere(g, i) {
			continue
		}
		key := strings.TrimPrefix(name, properties[name]+"/")
		all = append(all, Lacking{Widget: g[i], Key: key, At: g[i].Property(properties[name]), Others: slices.Delete(slices.Clone(g), i, i+1)})
	}
	return all
}
