package twins

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/literal"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A LeftOver is a name, a number or an address of one person that a step hands on, or keeps, where the steps like it have
// that of whoever writes or calls: it is left from a test.
type LeftOver struct {
	Widget    *flow.Widget
	Mark, Own Mark // what it has, and what one of the others has
	Others    int
}

// LeftOvers returns those of a flow.
func LeftOvers(d *project.Document) (all []LeftOver) {
	const fewest, most = 3, 100
	if !slices.ContainsFunc(d.Flow.Widgets, func(w *flow.Widget) bool { return keeps(w) && hasSample(w) }) {
		return nil
	}
	var steps []*flow.Widget
	for _, w := range d.Flow.Widgets {
		if keeps(w) && !w.Incomplete && d.Flow.Reachable(w) {
			steps = append(steps, w)
		}
	}
	if len(steps) < fewest || len(steps) > most {
		return nil
	}
	marks := make([][]Mark, len(steps))
	for i, w := range steps {
		marks[i] = marksOf(d, w)
	}
	for i, w := range steps {
		for _, m := range marks[i] {
			if !isSample(m.Key, m.Value) {
				continue
			}
			other, n := likeIt(marks, i, m.Key)
			if n >= fewest-1 && isAt(d.Flow, marks[other], m.Key, w) {
				all = append(all, LeftOver{w, m, *markOf(marks[other], m.Key, ""), n})
			}
		}
	}
	return all
}

// keeps reports whether a step hands values on, or keeps them.
func keeps(w *flow.Widget) bool {
	act := effects.ActOf(w)
	return act == effects.Sets || act == effects.Requests || act == effects.RunsFlow || w.Facts.FlexTask != nil
}

// hasSample is a quick look: whether a value of a step may be a name, a number or an address.
func hasSample(w *flow.Widget) bool {
	for name, n := range w.Properties.Members() {
		if n.IsString() && isJSON(w, name) {
			for text := n.Text(); text != ""; {
				_, text, _ = strings.Cut(text, `"`)
				if end := strings.IndexByte(text, '"'); end > 0 && maySample(text[:end]) {
					return true
				}
			}
		}
		for _, item := range n.Elements() {
			if value := item.Get("value"); value.IsString() && maySample(value.Text()) {
				return true
			}
		}
	}
	return false
}

func maySample(text string) bool {
	return text != "" && !strings.Contains(text, "{") && (strings.Contains(text, "@") ||
		text[0] == '+' || 'A' <= text[0] && text[0] <= 'Z' || '0' <= text[0] && text[0] <= '9')
}

// isJSON reports whether a property is the body of a request, or other JSON.
func isJSON(w *flow.Widget, name string) bool {
	facts := w.Facts.Property(name)
	return w.Facts.Request != nil && name == w.Facts.Request.Body || facts != nil && facts.Format == schemas.FormatJSON
}

// isSample reports whether a value is the name, the number or the address of one person, by what it is called.
func isSample(key, value string) bool {
	const digits = 8
	in := words.In(key)
	if !maySample(value) || slices.ContainsFunc(in, func(word string) bool { return slices.Contains(ofOthers, word) }) {
		return false
	}
	kind, ok := offer.DataKind(strings.Join(in, " "))
	bare := strings.TrimPrefix(literal.BareNumber(value), "+")
	switch {
	case strings.Contains(value, "@"):
		return strings.Contains(value, ".") && !strings.ContainsAny(value, " /")
	case len(bare) >= digits && strings.Trim(bare, "0123456789") == "":
		return value[0] == '+' || ok && kind == offer.KindPhone ||
			slices.ContainsFunc(in, func(word string) bool { return word == "number" || word == "from" })
	}
	return offer.NamesName(key) && isPersonsName(value)
}

// ofOthers are words in the names of values that are those of somebody else than who writes or calls.
var ofOthers = []string{"to", "recipient", "callback", "office", "support", "agent", "forward", "team", "queue", "desk", "sender", "owner", "manager", "admin", "our", "business", "company",
	"clinic", "emergency", "destination", "notify", "twilio", "cc", "bcc"}

// isPersonsName reports whether a text is one to three words with capitals that are words of no language.
func isPersonsName(text string) bool {
	const most = 3
	parts := strings.Fields(text)
	return len(parts) > 0 && len(parts) <= most && !slices.ContainsFunc(parts, func(part string) bool {
		return len(part) < 3 || part[0] < 'A' || part[0] > 'Z' || strings.ToUpper(part) == part ||
			len(words.In(part)) != 1 || words.IsKnown(strings.ToLower(part))
	})
}

// likeIt returns a step that has the same names as another one, and how many of them there are, where under one of them
// each has the same of whoever writes or calls, and another value besides that is the same in the odd one.
func likeIt(marks [][]Mark, odd int, key string) (other, n int) {
	for i, own := range marks {
		if i == odd || len(own) != len(marks[odd]) || own[0].Widget.Type != marks[odd][0].Widget.Type {
			continue
		}
		same, given := false, false
		for _, m := range own {
			mine := markOf(marks[odd], m.Key, "")
			switch {
			case mine == nil:
				same = false
			case m.Key != key:
				same = same || m.Value == mine.Value && strings.Contains(m.Value, "{{")
				continue
			case n > 0 && m.Value != markOf(marks[other], key, "").Value || !isHole(m.Value):
				return 0, 0
			default:
				given = true
				continue
			}
			break
		}
		if same && given {
			other = i
			n++
		}
	}
	return other, n
}

// isHole reports whether a value is one output and nothing else.
func isHole(value string) bool {
	return strings.HasPrefix(value, "{{") && strings.HasSuffix(value, "}}") && strings.Count(value, "{{") == 1
}

// isAt reports whether what a step hands on under a name is known at another one: it is of whoever writes or calls, or
// the step that brings or keeps it has run there.
func isAt(f *flow.Flow, of []Mark, key string, w *flow.Widget) bool {
	value := strings.TrimSpace(strings.Trim(markOf(of, key, "").Value, "{} "))
	path := strings.Split(value, ".")
	switch {
	case strings.HasPrefix(value, "contact."), strings.HasPrefix(value, "trigger.") && strings.Contains(value, ".From"):
		return true
	case len(path) > 2 && path[0] == "widgets":
		by := f.Only(path[1])
		return by != nil && effects.ActOf(by) == effects.Asks && !f.ReachedWithout(w, by)
	case len(path) > 2 && path[0] == "flow":
		name, _, _ := strings.Cut(path[2], " ")
		v := f.Variable(name)
		return v != nil && slices.ContainsFunc(v.Writes,
			func(by flow.Write) bool { return !f.ReachedWithout(w, by.Widget) })
	}
	return false
}

// marksOf returns what a step hands on or keeps by name, with its Liquid; nil where some of it cannot be read.
func marksOf(d *project.Document, w *flow.Widget) (all []Mark) {
	for name, n := range w.Properties.Members() {
		switch {
		case isJSON(w, name):
			if !n.IsString() || n.Text() == "" {
				continue
			}
			t := jsontext.At(d.Flow, w, n)
			j := jsontext.Of(d, t)
			if j == nil {
				return nil
			}
			objects, ok := j.Objects()
			if !ok || len(objects) == 0 {
				return nil
			}
			for key := range objects[0].Members() {
				if value, ok := written(t.Text, key); ok {
					all = append(all, Mark{w, key, value, n})
				}
			}
		default:
			for _, item := range n.Elements() {
				if key, value := item.Get("key"), item.Get("value"); key.IsString() && value.IsString() {
					all = append(all, Mark{w, key.Text(), value.Text(), value})
				}
			}
		}
	}
	return all
}
