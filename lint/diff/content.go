package diff

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode"

	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// A content is what a widget says and does, whatever it and its neighbours are called.
type content struct {
	widget *flow.Widget
	flow   *flow.Flow

	known  bool
	hash   uint64   // of all of it, when it is known
	hashes []uint64 // of its words, once somebody asked
}

var seed = maphash.MakeSeed()

// whole is a number for the content: the type, properties and branches of the widget.
func (c *content) whole() uint64 {
	if !c.known {
		text := append(make([]byte, 0, 1<<10), c.widget.Type...)
		c.each(func(member string, n source.Node) {
			text = append(append(text, member...), 0)
			text = appendCanonical(text, n, c.nameless)
		})
		c.known, c.hash = true, maphash.Bytes(seed, text)
	}
	return c.hash
}

// each calls add with the properties and the branches.
func (c *content) each(add func(member string, n source.Node)) {
	names := otherMembers(c.widget.Properties, source.Node{}, "offset")
	slices.Sort(names)
	for _, name := range names {
		if n := c.widget.Properties.Get(name); !absent(n) {
			add(name, n)
		}
	}
	for _, t := range c.widget.Transitions {
		add("on "+t.Event, t.Node.Get("conditions"))
	}
}

// nameless is a text without the names of the widgets that it reads.
func (c *content) nameless(n source.Node) string {
	if t := c.flow.TemplateAt(n); t != nil {
		return renamed(t, func(string) (string, bool) { return "", true })
	}
	return n.Text()
}

// words returns its words with their members, in order of their hashes. Most widgets are
// what they were, and nobody asks.
func (c *content) words() []uint64 {
	if c.hashes != nil {
		return c.hashes
	}
	c.hashes = []uint64{}
	c.each(func(member string, n source.Node) {
		for s := range n.Strings() {
			for _, word := range strings.FieldsFunc(c.nameless(s), notInWord) {
				c.hashes = append(c.hashes, maphash.String(seed, member+"\x00"+s.Key()+"\x00"+word))
			}
		}
		if !n.IsString() && !n.IsObject() && !n.IsArray() {
			c.hashes = append(c.hashes, maphash.String(seed, member+"\x00"+string(n.Raw())))
		}
	})
	slices.Sort(c.hashes)
	return c.hashes
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }

// likeness returns how much two contents have in common, from 0 to 1.
func likeness(one, other *content) float64 {
	if one.whole() == other.whole() {
		return 1
	}
	a, b := one.words(), other.words()
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// renamed returns the text of a template with other names for the widgets that it reads,
// also where Studio does not evaluate it: the name of a widget is meant there too.
func renamed(t *flow.Template, name func(string) (string, bool)) string {
	var b []byte
	done := 0
	for _, r := range t.Liquid.References {
		widget := r.Name(1)
		if widget == "" || r.Name(0) != "widgets" || r.Local >= 0 {
			continue
		}
		if now, ok := name(widget); ok && now != widget {
			if s := r.Segments[1]; s.Start >= done {
				b = append(append(b, t.Text[done:s.Start]...), now...)
				done = s.End
			}
		}
	}
	if done == 0 {
		return t.Text
	}
	return string(append(b, t.Text[done:]...))
}
