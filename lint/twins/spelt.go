package twins

import (
	"strconv"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A Spelling is one way in which a name is written that a flow hands to others: the name of a queue, a value of
// tasks and requests under one key, or such a key.
type Spelling struct {
	Widget *flow.Widget // where it stands first
	Node   source.Node  // the text that is it, or holds it
	Of     string       // the property or the key whose value it is; "" for a key
	Text   string
	count  int
}

// Place is where it is written.
func (s *Spelling) Place() source.Place {
	text := s.Node.Text()
	if i := strings.Index(text, strconv.Quote(s.Text)); i >= 0 {
		return s.Node.Part(i+1, i+1+len(s.Text))
	}
	return s.Node.Part(0, len(text))
}

// A TwoSpellings is a name that is written in two ways, the rarer one first.
type TwoSpellings struct{ Rare, Usual Spelling }

// Spelt returns those of a flow.
func Spelt(d *project.Document) []TwoSpellings {
	s := spellings{known: map[[2]string]int{}}
	var giving []*flow.Widget // what hands over fields
	for _, w := range d.Flow.Widgets {
		if !d.Flow.Reachable(w) {
			continue
		}
		s.addNames(w)
		if w.Facts.Request != nil || w.Facts.FlexTask != nil {
			giving = append(giving, w)
		}
	}
	if len(giving) > 1 {
		for _, w := range giving {
			s.addFields(d, w)
		}
	}
	return s.pairs()
}

// spellings are all that a flow has, each once.
type spellings struct {
	all   []Spelling
	known map[[2]string]int // by what it is a value of, and the text: its place
	room  []field
}

func (s *spellings) add(w *flow.Widget, n source.Node, of, text string) {
	i, known := s.known[[2]string{of, text}]
	if !known {
		i = len(s.all)
		s.known[[2]string{of, text}] = i
		s.all = append(s.all, Spelling{Widget: w, Node: n, Of: of, Text: text})
	}
	s.all[i].count++
}

// addNames adds what properties name that are free to name anything, such as a queue.
func (s *spellings) addNames(w *flow.Widget) {
	for i := range w.Facts.Properties {
		f := &w.Facts.Properties[i]
		if f.Format != "" || len(f.SID) > 0 || len(f.Values) > 0 || f.Range != nil || !strings.HasSuffix(f.Name, "name") {
			continue
		}
		if n := w.Property(f.Name); n.IsString() && isName(n.Text()) {
			s.add(w, n, f.Name, n.Text())
		}
	}
}

// addFields adds the keys of what is handed over, and the values that are written out.
func (s *spellings) addFields(d *project.Document, w *flow.Widget) {
	fields, known := fieldsIn(s.room[:0], d, w)
	if !known {
		return
	}
	s.room = fields
	for _, f := range fields {
		if isName(f.key) {
			at := f.node
			if key := at.Parent().Get("key"); key.IsString() && key.Text() == f.key {
				at = key
			}
			s.add(w, at, "", f.key)
		}
		if isName(f.value) && !words.NamesText(f.key) {
			s.add(w, f.node, f.key, f.value)
		}
	}
}

// isName reports whether a text is a short name, of letters, and no sentence.
func isName(text string) bool {
	const least, longest, blanks = 2, 40, 2
	return len(text) >= least && len(text) <= longest && strings.Count(text, " ") <= blanks && !strings.ContainsFunc(text, func(r rune) bool {
		return (r|0x20 < 'a' || r|0x20 > 'z') && (r < '0' || r > '9') && r != '_' && r != '-' && r != ' '
	})
}

// pairs returns the names that are written in two ways: none where there are many, which somebody keeps apart.
func (s *spellings) pairs() (all []TwoSpellings) {
	if len(s.all) < 2 {
		return nil
	}
	const most, told = 20_000, 5 // of comparisons; of pairs
	last, compared := map[string]int{}, 0
	previous := make([]int, len(s.all)) // the one before it of the same, 1 more than its place; 0 for none
	for i := range s.all {
		a := &s.all[i]
		previous[i] = last[a.Of]
		last[a.Of] = i + 1
		for j := previous[i]; j > 0 && compared < most; j = previous[j-1] {
			compared++
			b := &s.all[j-1]
			if a.Text[0]|0x20 != b.Text[0]|0x20 || !a.isAs(b) {
				continue
			}
			if a.count > b.count {
				a, b = b, a
			}
			all = append(all, TwoSpellings{*a, *b})
			break
		}
	}
	if len(all) > told {
		return nil
	}
	return all
}

// isAs reports whether two are most likely one. Each server has keys of its own, which may differ in their form.
func (s *Spelling) isAs(other *Spelling) bool {
	if s.Of == "" {
		return words.IsMisspeltName(s.Text, other.Text)
	}
	return words.AreOneName(s.Text, other.Text)
}
