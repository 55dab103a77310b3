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

// Place is where the name stands, or the whole text where it cannot be told.
func (c Constant) Place() source.Place {
	text, key := c.Node.Text(), strconv.Quote(c.Key)
	if i := strings.Index(text, key); i >= 0 && strings.Count(text, key) == 1 {
		return c.Node.Part(i+1, i+len(key)-1)
	}
	return c.Node.Place()
}

// Constants are those of a widget. Of JSON that cannot be read there are none.
func Constants(d *project.Document, w *flow.Widget) []Constant { return constants(d, w, false) }

// NumbersToo are the constants of a widget and the numbers that it keeps, sends or hands on in the same way.
func NumbersToo(d *project.Document, w *flow.Widget) []Constant { return constants(d, w, true) }

func constants(d *project.Document, w *flow.Widget, numbers bool) (all []Constant) {
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
			all = append(all, constantsOf(d, w, n, numbers)...)
		}
	}
	return all
}

// constantsOf returns the members of an object whose words stand in the text as they are.
func constantsOf(d *project.Document, w *flow.Widget, n source.Node, numbers bool) (all []Constant) {
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
		if raw := string(member.Raw()); numbers && member.Kind() == source.Number && isWritten(t.Text, key, raw) {
			all = append(all, Constant{key, raw, n})
		}
		if text := member.Text(); member.IsString() && strings.Contains(t.Text, strconv.Quote(text)) {
			all = append(all, Constant{key, text, n})
		}
	}
	return all
}

// isWritten reports whether a number stands in a text of JSON right after its name, and no Liquid that gives it.
func isWritten(text, key, number string) bool {
	_, after, ok := strings.Cut(text, strconv.Quote(key))
	after, colon := strings.CutPrefix(strings.TrimLeft(after, " \t\r\n"), ":")
	after, is := strings.CutPrefix(strings.TrimLeft(after, " \t\r\n"), number)
	return ok && colon && is && strings.Trim(after[:min(1, len(after))], ",} \t\r\n") == ""
}
