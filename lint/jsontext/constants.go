package jsontext

import (
	"strconv"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A Constant is a word that a step keeps, sends or hands on under a name, the same each time: a variable, a
// parameter, a member of JSON.
type Constant struct {
	Key, Text string
	Node      source.Node // where it stands: of JSON the whole
}

// Constants are those of a widget. Of JSON that cannot be read there are none.
func Constants(d *project.Document, w *flow.Widget) (all []Constant) {
	const most = 60
	for name, n := range w.Properties.Members() {
		facts := w.Facts.Property(name)
		switch {
		case facts == nil || len(all) > most:
		case facts.Format == schemas.FormatPairs:
			for _, item := range n.Elements() {
				key, value := item.Get("key"), item.Get("value")
				if key.IsString() && value.IsString() && !liquid.HasMarkup(value.Text()) {
					all = append(all, Constant{key.Text(), value.Text(), value})
				}
			}
		case n.IsString() && (facts.Format == schemas.FormatJSON || Sent(w, facts)):
			all = append(all, constantsOf(d, w, n)...)
		}
	}
	return all
}

// constantsOf returns the members of an object whose words stand in the text as they are.
func constantsOf(d *project.Document, w *flow.Widget, n source.Node) (all []Constant) {
	t := At(d.Flow, w, n)
	j := Of(d, t)
	if j == nil {
		return nil
	}
	objects, ok := j.Objects()
	if !ok {
		return nil
	}
	for key, member := range objects[0].Members() {
		if text := member.Text(); member.IsString() && strings.Contains(t.Text, strconv.Quote(text)) {
			all = append(all, Constant{key, text, n})
		}
	}
	return all
}
