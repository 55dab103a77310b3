package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Passing is an answer that a step hands on, or keeps, under a name.
type Passing struct {
	Key      string
	Ref      flow.Ref
	Question *flow.Widget
}

// A Mispassing is an answer that is handed on under a name that is for the answer to another
// question, as the names of both tell.
type Mispassing struct {
	Passing
	Meant *flow.Widget
	// Other is the same answer under its own name, or the meant one under this one's; its Key
	// is "" where nothing reads the answer that is meant.
	Other Passing
	// Sisters is how many other steps, of any kind, have the answer that is meant under this name, as the other one
	// does; 0 where the names tell.
	Sisters int
	Menu    bool // the answer is the choice of a menu
	// Kept are the steps that have kept, under this name, what the choice means; nil where the name is another question's.
	Kept []flow.Write
}

// Mispassed are those of a flow: the answer that is meant is read nowhere, or the two have
// changed places, or the one is handed on twice in its stead, or all sisters of the step have it, or what is handed on is
// the choice of a menu.
var Mispassed = lint.NewFact(func(d *project.Document) []Mispassing {
	asked := 0
	for _, w := range d.Flow.Widgets {
		if w.Facts.Dialog == schemas.DialogAsks {
			asked++
		}
	}
	if asked == 0 {
		return nil
	}
	var all []Mispassing
	var names *naming
	var room [24]Passing
	every := room[:0]
	var addressed []Passing
	for _, w := range d.Flow.Widgets {
		passed := passings(d.Flow, w)
		every = append(every, passed...)
		addressed = append(addressed, segments(d.Flow, w)...)
		if len(passed) < 2 {
			continue // unread-answer tells of the one that is not handed on
		}
		if names == nil {
			names = newNaming(d.Flow)
		}
		for _, p := range passed {
			m, ok := namedAfter(d, p, passed)
			if !ok {
				m, ok = names.mispassing(d, p, passed)
			}
			if ok {
				all = append(all, m)
			}
		}
	}
	for _, m := range append(oddSisters(d.Flow, names, every), keysPassed(d, append(every, addressed...))...) {
		told := func(o Mispassing) bool { return o.Ref.Widget == m.Ref.Widget && o.Key == m.Key }
		if !slices.ContainsFunc(all, told) {
			all = append(all, m)
		}
	}
	return all
})

// A naming tells which questions the words of a name are for.
type naming struct {
	byWord map[string][]*flow.Widget // questions, in the order of the flow
	words  map[*flow.Widget][]string
}

func newNaming(f *flow.Flow) *naming {
	n := &naming{map[string][]*flow.Widget{}, map[*flow.Widget][]string{}}
	for _, w := range f.Widgets {
		if !Asks(w) || f.Only(w.Name) != w || !f.Reachable(w) {
			continue
		}
		n.words[w] = telling(w.Name)
		for _, word := range n.words[w] {
			if of := n.byWord[word]; len(of) < near && !slices.Contains(of, w) {
				n.byWord[word] = append(of, w)
			}
		}
	}
	return n
}

// passings returns the answers that a widget hands on or keeps, each with the name under which
// it does.
func passings(f *flow.Flow, w *flow.Widget) []Passing {
	var all []Passing
	for _, t := range f.TemplatesOf(w) {
		if t.Transition != nil || w.Facts.Split {
			continue
		}
		for _, r := range t.Refs() {
			if _, printed := reads.Printed(r); !printed || !reads.IsAnswer(f, r) || isAddress(f, r) {
				continue
			}
			question := reads.Widget(f, r)
			if key := reads.KeyOf(r); key != "" && question != nil {
				all = append(all, Passing{key, r, question})
			}
		}
	}
	return all
}

// mispassing looks at one answer beside the others that are handed on with it.
func (n *naming) mispassing(d *project.Document, p Passing, all []Passing) (Mispassing, bool) {
	key := telling(p.Key)
	own, most := n.fits(key, p.Question), 0
	if own == len(key) {
		return Mispassing{}, false
	}
	var meant *flow.Widget
	for _, word := range key {
		for _, q := range n.byWord[word] {
			if fits := n.fits(key, q); q != p.Question && fits > most && d.Flow.CanPrecede(q, p.Ref.Widget) {
				meant, most = q, fits
			}
		}
	}
	if meant == nil || most <= own || own > 0 && most < len(key) {
		return Mispassing{}, false
	}
	m := Mispassing{Passing: p, Meant: meant}
	other, found, named := n.other(p, meant, all, own == 0 && most == len(key))
	if named {
		return m, false
	}
	m.Other = other
	return m, found || Unread.Of(d)[meant.Index]
}

// other returns what else is handed on with an answer: the meant one under this one's name, or
// this one under its own; where the name is the other's altogether, also this one under any. It
// reports with named that the meant one has another name of its own.
func (n *naming) other(p Passing, meant *flow.Widget, all []Passing, whole bool) (other Passing, found, named bool) {
	for _, o := range all[:min(len(all), near)] {
		key := telling(o.Key)
		forMeant, forThis := n.fits(key, meant), n.fits(key, p.Question)
		if o.Question == meant && forMeant > forThis {
			return other, false, true
		}
		if found || o.Key == p.Key {
			continue
		}
		if forThis > forMeant && (o.Question == meant || o.Question == p.Question) ||
			whole && forMeant == 0 && o.isSame(p) ||
			whole && o.Question == meant && isOf(o.Key, p.Question, meant) {
			other, found = o, true
		}
	}
	return other, found, false
}

// isOf reports whether a name whose words say little each (customer_number) is, with all of them, that of a question, and
// has none of the other one's.
func isOf(key string, question, other *flow.Widget) bool {
	in := words.In(key)
	if len(in) < 2 || len(telling(key)) > 0 || words.Overlap(in, words.In(other.Name)) {
		return false
	}
	of := words.In(question.Name)
	return !slices.ContainsFunc(in, func(word string) bool { return !slices.Contains(of, word) })
}

// isSame reports whether the same answer is handed on under another name.
func (p Passing) isSame(o Passing) bool {
	return o.Key != p.Key && o.Ref.Reference.String() == p.Ref.Reference.String()
}

// namedAfter looks at an answer that is handed on under the very name of another question, beside its
// own, while the answer to that one is not handed on.
func namedAfter(d *project.Document, p Passing, all []Passing) (Mispassing, bool) {
	meant := d.Flow.Only(p.Key)
	if meant == nil || meant == p.Question || !Asks(meant) || !d.Flow.Reachable(meant) || !d.Flow.CanPrecede(meant, p.Ref.Widget) {
		return Mispassing{}, false
	}
	m := Mispassing{Passing: p, Meant: meant}
	for _, o := range all[:min(len(all), near)] {
		switch {
		case o.Question == meant:
			return m, false
		case o.Question == p.Question && o.Key == p.Question.Name:
			m.Other = o
		}
	}
	return m, m.Other.Key != ""
}

// fits returns how many words of a name are in that of a question.
func (n *naming) fits(key []string, question *flow.Widget) int {
	found := 0
	for _, word := range key {
		if slices.Contains(n.words[question], word) {
			found++
		}
	}
	return found
}

// telling are the words of a name that tell what it is for.
func telling(name string) []string {
	return slices.DeleteFunc(words.In(name), func(word string) bool { return slices.Contains(general, word) })
}

// general are words that questions and their answers have in common.
var general = []string{
	"ask", "get", "enter", "collect", "gather", "input", "question", "reply", "send", "wait", "for", "and", "message", "msg", "sms", "text", "response", "answer", "prompt", "the", "your", "user",
	"customer", "client", "patient", "number", "id", "of", "to", "is", "in", "value", "body", "set", "save", "copy", "type", "data", "info", "request", "confirm", "check", "new", "old", "with", "pedir", "preguntar", "demande", "frage",
}
