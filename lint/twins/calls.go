package twins

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/project"
	"studiolint/lint/source"
)

// A Call is a request with what it gives to a service, as far as that is one list or one object of JSON.
type Call struct {
	Widget *flow.Widget
	Given  []Given
}

// A Given is one of the values, as it is written: with its Liquid, the question that comes right before it called "?".
type Given struct {
	Key, Value string
	Node       source.Node // the key, or the text that holds it
}

// has reports whether a call gives something under a key.
func (c *Call) has(key string) bool { return c.at(key) != nil }

// at returns what a call gives under a key; nil for nothing.
func (c *Call) at(key string) *Given {
	i := slices.IndexFunc(c.Given, func(g Given) bool { return g.Key == key })
	if i < 0 {
		return nil
	}
	return &c.Given[i]
}

// Calls are the requests of a flow that can be reached, by their address: each list has two at least.
var Calls = lint.NewFact(func(d *project.Document) (all [][]Call) {
	const most = 40 // of one address
	var room [most]*flow.Widget
	requests := room[:0]
	for _, w := range d.Flow.Widgets {
		if w.Facts.Request != nil && !w.Incomplete && w.Name != "" && d.Flow.Only(w.Name) == w && d.Flow.Reachable(w) {
			requests = append(requests, w)
		}
	}
	slices.SortStableFunc(requests, compareCalls)
	for len(requests) > 1 {
		n := 1
		for n < len(requests) && compareCalls(requests[0], requests[n]) == 0 {
			n++
		}
		if n > 1 && isCalled(requests[0]) {
			var list []Call
			for _, w := range requests[:n] {
				if list = addCall(list, d, w); len(list) > most {
					break
				}
			}
			if len(list) > 1 {
				all = append(all, list)
			}
		}
		requests = requests[n:]
	}
	slices.SortFunc(all, func(a, b []Call) int { return a[0].Widget.Index - b[0].Widget.Index })
	return all
})

// makesTask reports whether a step hands somebody over with attributes.
func makesTask(w *flow.Widget) bool {
	return effects.ActOf(w) == effects.HandsOver && effects.AttributesOf(w).Exists()
}

// addCall adds a request to a list, if what it gives can be read.
func addCall(list []Call, d *project.Document, w *flow.Widget) []Call {
	if given, ok := givenBy(d, w); ok && len(given) > 0 {
		if list == nil {
			list = make([]Call, 0, 4) // few are called more often
		}
		return append(list, Call{w, given})
	}
	return list
}

// isCalled reports whether it is written whom a request calls.
func isCalled(w *flow.Widget) bool {
	request := w.Facts.Request
	return w.Property(request.URL).Text() != "" || slices.ContainsFunc(request.NamedBy, func(name string) bool { return w.Property(name).Text() != "" })
}

// compareCalls orders requests so that those which call one address in the same way come one after the other.
func compareCalls(a, b *flow.Widget) int {
	request := a.Facts.Request
	order := cmp.Or(strings.Compare(a.Type, b.Type), compareTexts(a, b, request.URL), compareTexts(a, b, request.Method))
	for _, name := range request.NamedBy {
		order = cmp.Or(order, compareTexts(a, b, name))
	}
	return order
}

func compareTexts(a, b *flow.Widget, property string) int {
	return strings.Compare(a.Property(property).Text(), b.Property(property).Text())
}

// givenBy returns what a request gives, and false where some of it cannot be read.
func givenBy(d *project.Document, w *flow.Widget) (all []Given, ok bool) {
	var fields, body source.Node
	if request := w.Facts.Request; request != nil {
		fields, body = w.Property(request.Fields), w.Property(request.Body)
	} else {
		body = effects.AttributesOf(w)
	}
	if n := fields.Len(); n > 0 {
		all = make([]Given, 0, n)
	}
	for _, item := range fields.Elements() {
		key, value := item.Get("key"), item.Get("value")
		if !key.IsString() || !value.IsString() {
			return nil, false // schema
		}
		all = append(all, Given{key.Text(), relative(d.Flow, w, value.Text()), key})
	}
	if !body.IsString() || strings.TrimSpace(body.Text()) == "" {
		return all, true
	}
	t := jsontext.At(d.Flow, w, body)
	j := jsontext.Of(d, t)
	if j == nil {
		return nil, false
	}
	objects, ok := j.Objects()
	if !ok || len(objects) == 0 {
		return nil, false
	}
	for key := range objects[0].Members() {
		value, ok := written(t.Text, key)
		if !ok {
			return nil, false
		}
		all = append(all, Given{key, relative(d.Flow, w, value), body})
	}
	return all, true
}

// written returns the value of a member of JSON as it stands in the text; false where the name stands there more than
// once.
func written(text, key string) (value string, ok bool) {
	_, after, found := strings.Cut(text, strconv.Quote(key))
	after = strings.TrimLeft(after, " \t\r\n")
	if !found || !strings.HasPrefix(after, ":") || strings.Contains(after, strconv.Quote(key)) {
		return "", false
	}
	after = strings.TrimLeft(after[1:], " \t\r\n")
	if quoted, ok := strings.CutPrefix(after, `"`); ok {
		value, _, ok = strings.Cut(quoted, `"`)
		return strings.TrimSpace(value), ok
	}
	if i := strings.IndexAny(after, ",\n"); i >= 0 {
		after = after[:i]
	}
	value = strings.TrimSpace(after)
	for strings.HasSuffix(value, "}") && strings.Count(value, "}") > strings.Count(value, "{") {
		value = strings.TrimSpace(strings.TrimSuffix(value, "}")) // of the object
	}
	return value, true
}

// relative is a value in which the question whose answer leads to a widget has no name: copies read each their own.
func relative(f *flow.Flow, w *flow.Widget, value string) string {
	if !strings.Contains(value, "widgets.") {
		return value
	}
	for _, t := range effects.Into(w) {
		if q := t.From; effects.ActOf(q) == effects.Asks && q.Name != "" {
			value = strings.ReplaceAll(value, "widgets."+q.Name+".", "widgets.?.")
		}
	}
	return value
}

// A Renamed is a value that one call gives under another name than the like of it.
type Renamed struct {
	Call, Other *Call
	Key, Usual  *Given
	Others      int // how many others give it under the usual name
}

// RenamedKeys returns those of a flow: of two calls of one address, which otherwise give the same names, one gives a value
// under a name of its own. Where some call gives both, they are two.
func RenamedKeys(d *project.Document) (all []Renamed) {
	for _, list := range append(slices.Clip(Calls.Of(d)), tasks(d)...) {
		for i := range list {
			if r, ok := renamed(list, i); ok {
				all = append(all, r)
			}
		}
	}
	return all
}

// tasks are the steps that make tasks for people, by their type, with what each gives along: two or more.
func tasks(d *project.Document) (all [][]Call) {
	const most = 20 // of one type
	byType := map[string]int{}
	n := 0
	for _, w := range d.Flow.Widgets {
		if makesTask(w) {
			n++
		}
	}
	if n < 2 {
		return nil
	}
	for _, w := range d.Flow.Widgets {
		if !makesTask(w) || w.Incomplete || !d.Flow.Reachable(w) {
			continue
		}
		i, known := byType[w.Type]
		if !known {
			i = len(all)
			byType[w.Type] = i
			all = append(all, nil)
		}
		if len(all[i]) < most {
			all[i] = addCall(all[i], d, w)
		}
	}
	return slices.DeleteFunc(all, func(list []Call) bool { return len(list) < 2 })
}

// renamed returns the value that a call alone gives under another name.
func renamed(list []Call, i int) (r Renamed, ok bool) {
	own := onlyKey(list, i)
	if own == nil || len(list) == 2 && i == 0 {
		return r, false // of two, the later one is told
	}
	c := &list[i]
	for j := range list {
		other := &list[j]
		if j == i || len(other.Given) != len(c.Given) || len(c.Given) < 2 {
			continue
		}
		lacked := -1
		for k := range other.Given {
			switch {
			case c.has(other.Given[k].Key):
			case lacked >= 0:
				return r, false
			default:
				lacked = k
			}
		}
		if lacked < 0 {
			return r, false
		}
		usual := &other.Given[lacked]
		if r.Usual != nil && r.Usual.Key != usual.Key {
			return r, false
		}
		if r.Usual == nil {
			r = Renamed{c, other, own, usual, 0}
		}
		r.Others++
	}
	return r, r.Usual != nil && r.isOneThing()
}

// onlyKey returns what a call alone of its list gives by name; nil where that is nothing, or several.
func onlyKey(list []Call, i int) (only *Given) {
	for k := range list[i].Given {
		g := &list[i].Given[k]
		if slices.ContainsFunc(list, func(c Call) bool { return c.Widget != list[i].Widget && c.has(g.Key) }) {
			continue
		}
		if only != nil {
			return nil
		}
		only = g
	}
	return only
}
