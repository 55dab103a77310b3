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
	whole uint64   // of all of it
	words []uint64 // its words with their members, in order of their hashes
}

var seed = maphash.MakeSeed()

// contentOf reads the content of a widget: its type, properties and branches.
func contentOf(w *flow.Widget, f *flow.Flow) content {
	nameless := func(n source.Node) string {
		if t := f.TemplateAt(n); t != nil {
			return renamed(t, func(string) (string, bool) { return "", true })
		}
		return n.Text()
	}
	var whole strings.Builder
	var c content
	add := func(member string, n source.Node) {
		whole.WriteString(member)
		whole.WriteByte(0)
		writeCanonical(&whole, n, nameless)
		for s := range n.Strings() {
			for _, word := range strings.FieldsFunc(nameless(s), notInWord) {
				c.words = append(c.words, maphash.String(seed, member+"\x00"+s.Key()+"\x00"+word))
			}
		}
		if !n.IsString() && !n.IsObject() && !n.IsArray() {
			c.words = append(c.words, maphash.String(seed, member+"\x00"+string(n.Raw())))
		}
	}
	whole.WriteString(w.Type)
	names := otherMembers(w.Properties, source.Node{}, "offset")
	slices.Sort(names)
	for _, name := range names {
		if n := w.Properties.Get(name); !absent(n) {
			add(name, n)
		}
	}
	for _, t := range w.Transitions {
		add("on "+t.Event, t.Node.Get("conditions"))
	}
	c.whole = maphash.String(seed, whole.String())
	slices.Sort(c.words)
	return c
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }

// likeness returns how much two contents have in common, from 0 to 1.
func likeness(a, b content) float64 {
	if a.whole == b.whole {
		return 1
	}
	common := 0
	for i, j := 0, 0; i < len(a.words) && j < len(b.words); {
		switch {
		case a.words[i] == b.words[j]:
			common++
			i++
			j++
		case a.words[i] < b.words[j]:
			i++
		default:
			j++
		}
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(a.words)+len(b.words))
}

// renamed returns the text of a template with other names for the widgets that it reads,
// also where Studio does not evaluate it: the name of a widget is meant there too.
func renamed(t *flow.Template, name func(string) (string, bool)) string {
	var b strings.Builder
	done := 0
	for _, r := range t.Liquid.References {
		widget := r.Name(1)
		if widget == "" || r.Name(0) != "widgets" || r.Local >= 0 {
			continue
		}
		if now, ok := name(widget); ok && now != widget {
			if s := r.Segments[1]; s.Start >= done {
				b.WriteString(t.Text[done:s.Start])
				b.WriteString(now)
				done = s.End
			}
		}
	}
	b.WriteString(t.Text[done:])
	return b.String()
}
