package inventory

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"studiolint/lint/config"
	"studiolint/lint/input"
	"studiolint/lint/literal"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A Promotion is a file with the values of another environment.
type Promotion struct {
	Text  []byte // what the file holds afterwards: only the bytes of values differ
	Moved int    // in how many places

	// Unmapped are the values that have no counterpart, in the order of the text.
	Unmapped []Unmapped

	// Outside are where values stand in the file but in none of its flows: they stay.
	Outside []source.Range
}

// An Unmapped value stays as it is.
type Unmapped struct {
	Value string
	Why   string // a clause without a full stop
	Place
}

// Promote replaces the values of one environment in the documents of a file by those of
// another. The way back gives the same bytes, but for what is Unmapped and for escapes
// that nothing needs.
func Promote(file *input.File, documents []*project.Document, from, to *config.Environment) *Promotion {
	p := promoter{from: from, to: to, inner: map[source.Node]bool{}, seen: map[source.Node]bool{}}
	p.there, p.back = from.Counterparts(to), to.Counterparts(from)
	for _, d := range documents {
		for _, n := range []source.Node{d.Node, d.Definition} {
			if n.Exists() {
				p.inner[n.File().Outer()] = true
			}
		}
	}
	for _, d := range slices.Backward(documents) { // the inner ones, which have widgets, before a page that holds them
		p.d, p.several = d, len(documents) > 1
		p.value(d.Node)
		if d.Definition.Exists() && d.Definition.File() != d.Node.File() {
			p.value(d.Definition)
		}
	}
	return p.finish(file.Source)
}

// A promoter goes through the texts of a file.
type promoter struct {
	from, to    *config.Environment
	there, back []string // the counterparts of their values

	d       *project.Document
	several bool
	inner   map[source.Node]bool // strings that hold a text of their own
	seen    map[source.Node]bool // of several documents

	edits  []edit
	looked []source.Span // where values stand in documents, whether they move or not
	Promotion
}

// An edit replaces bytes of the file.
type edit struct {
	source.Span
	text string
}

// value promotes all that stands in a value.
func (p *promoter) value(root source.Node) {
	for n := range within(root) {
		if p.several {
			if p.seen[n] {
				continue
			}
			p.seen[n] = true
		}
		if key := n.Key(); key != "" {
			p.key(n, key)
		}
		switch {
		case n.Unknown():
			p.expression(n)
		case n.IsString() && !p.inner[n]:
			p.text(n)
		}
	}
}

// within yields a value and all that stands in it, in the order of the text.
func within(root source.Node) iter.Seq[source.Node] {
	return func(yield func(source.Node) bool) {
		file, end := root.File(), root.Span().End
		for i := root.Order(); ; i++ {
			n := file.Node(i)
			if !n.Exists() || n != root && n.Span().Start >= end || !yield(n) {
				return
			}
		}
	}
}

// key promotes the name of a member.
func (p *promoter) key(n source.Node, key string) {
	r := p.read(key)
	for _, f := range r.faults {
		p.unmapped(n, n.KeyPlace(), f.value, f.why)
	}
	if text := write(key, r.matches, p.there); text != key && !p.edit(n.Rename(text)) {
		p.unmapped(n, n.KeyPlace(), key, inExpression)
	}
	if len(r.matches) > 0 {
		p.look(n.KeyPlace())
	}
}

// text promotes a string.
func (p *promoter) text(n source.Node) {
	text := n.Text()
	if n.Filled() {
		p.handedOn(n)
	}
	r := p.read(text)
	if len(r.matches)+len(r.faults) == 0 {
		return
	}
	decoded := n.Decoded()
	at := func(s source.Span) source.Place {
		return source.Place{File: n.File(), Node: n, Span: decoded.Span(s.Start, s.End)}
	}
	for _, f := range r.faults {
		p.unmapped(n, at(f.Span), f.value, f.why)
	}
	for _, m := range r.matches {
		span := source.Span{Start: m.Start, End: m.End}
		p.look(at(span))
		if p.from.Values[m.Value].Text == p.there[m.Value] {
			continue
		}
		part, replaced := differing(decoded, span, m.Write(p.there[m.Value]))
		if !p.edit(at(part).Replace(replaced)) && len(literal.Owned(text[m.Start:m.End])) > 0 {
			p.unmapped(n, at(span), p.from.Values[m.Value].Text, inExpression)
		}
	}
}

const inExpression = "stands in an expression of the template, which is left as it is"

// expression looks at an expression that works out a whole value. What it makes of the
// environment nobody knows; the values of the other one may stand there.
func (p *promoter) expression(n source.Node) {
	moved := p.handedOn(n)
	raw := string(n.Raw())
	there := p.to.Find(raw)
	for _, l := range literal.Owned(raw) {
		at := source.Span{Start: n.Span().Start + l.Start, End: n.Span().Start + l.End}
		if _, ok := literal.At(there, l.Start, l.End); ok ||
			slices.ContainsFunc(moved, func(s source.Span) bool { return s.Start <= at.Start && at.End <= s.End }) {
			continue
		}
		p.unmapped(n, n.Place(), l.Value, inExpression)
	}
}

// handedOn promotes the literals of expressions that only become a part of the value, and
// returns those that hold nothing else of an environment.
func (p *promoter) handedOn(n source.Node) (moved []source.Span) {
	for _, s := range n.Literals() {
		text := string(n.File().Bytes[s.Start:s.End])
		r := p.read(text)
		if len(r.matches) == 0 || len(r.faults) > 0 || !source.TakesLetters(write(text, r.matches, p.there)) {
			continue
		}
		for _, m := range r.matches {
			at := source.Span{Start: s.Start + m.Start, End: s.Start + m.End}
			p.looked = append(p.looked, at)
			if there := m.Write(p.there[m.Value]); there != text[m.Start:m.End] {
				p.edits = append(p.edits, edit{at, there})
				p.Moved++
			}
		}
		moved = append(moved, s)
	}
	return moved
}

// A reading is what stands in a text: the values that move, and what is in the way.
type reading struct {
	matches []literal.Match
	faults  []fault
}

type fault struct {
	source.Span
	value, why string
}

func (p *promoter) read(text string) (r reading) {
	r.matches = p.from.Find(text)
	inside := func(start, end int) bool {
		m, ok := literal.At(r.matches, start, end)
		return ok && m.Start <= start && end <= m.End
	}
	already := p.to.Find(text)
	already = slices.DeleteFunc(already, func(m literal.Match) bool { return inside(m.Start, m.End) })
	for _, m := range already {
		v := p.to.Values[m.Value]
		r.faults = append(r.faults, fault{source.Span{Start: m.Start, End: m.End}, v.Text, fmt.Sprintf("is the %s of %s already: write that of %s first", words.Quote(v.Name), words.Quote(p.to.Name), words.Quote(p.from.Name))})
	}
	for _, l := range literal.Owned(text) {
		if _, told := literal.At(already, l.Start, l.End); !told && !inside(l.Start, l.End) {
			r.faults = append(r.faults, fault{source.Span{Start: l.Start, End: l.End}, l.Value, fmt.Sprintf("is no value of %s, so it has no counterpart", words.Quote(p.from.Name))})
		}
	}
	if len(r.matches) == 0 || len(already) > 0 {
		return r
	}
	if there := write(text, r.matches, p.there); write(there, p.to.Find(there), p.back) != text {
		m := r.matches[0]
		r.faults = append(r.faults, fault{source.Span{Start: m.Start, End: m.End}, text[m.Start:m.End], fmt.Sprintf("could not be found again on the way back, between what stands around it in %s", words.Quote(p.to.Name))})
	}
	return r
}

// write puts other texts in the place of values.
func write(text string, matches []literal.Match, values []string) string {
	if len(matches) == 0 {
		return text
	}
	var b strings.Builder
	done := 0
	for _, m := range matches {
		b.WriteString(text[done:m.Start])
		b.WriteString(m.Write(values[m.Value]))
		done = m.End
	}
	b.WriteString(text[done:])
	return b.String()
}

// differing returns the part of a span of a text that is to be another one, and what
// stands there afterwards: what both have in common keeps its bytes. No character, and
// nothing else that is written as one, is cut in two.
func differing(d source.Decoded, span source.Span, text string) (source.Span, string) {
	old := d.Text[span.Start:span.End]
	head := 0
	for head < min(len(old), len(text)) && old[head] == text[head] {
		head++
	}
	tail := 0
	for tail < min(len(old), len(text))-head && old[len(old)-1-tail] == text[len(text)-1-tail] {
		tail++
	}
	part := source.Span{Start: span.Start + head, End: span.End - tail}
	text = text[head : len(text)-tail]
	for !d.Divides(part.Start) {
		part.Start--
		text = d.Text[part.Start:part.Start+1] + text
	}
	for !d.Divides(part.End) {
		text += d.Text[part.End : part.End+1]
		part.End++
	}
	return part, text
}

// edit notes a change of the file, and reports whether it can be made.
func (p *promoter) edit(e source.Edit) bool {
	_, at, text, ok := e.Resolve()
	if ok {
		p.edits = append(p.edits, edit{at, text})
		p.Moved++
	}
	return ok
}

// look notes where a value stands in the file.
func (p *promoter) look(at source.Place) {
	_, span := at.Locate()
	p.looked = append(p.looked, span)
}

func (p *promoter) unmapped(n source.Node, at source.Place, value, why string) {
	p.look(at)
	p.Unmapped = append(p.Unmapped, Unmapped{value, why, placeOf(p.d, n, at)})
}

// finish makes the edits.
func (p *promoter) finish(f *source.File) *Promotion {
	slices.SortStableFunc(p.edits, func(a, b edit) int { return a.Start - b.Start })
	var b bytes.Buffer
	b.Grow(len(f.Bytes) + len(f.Bytes)/8)
	done := 0
	for _, e := range p.edits {
		b.Write(f.Bytes[done:e.Start])
		b.WriteString(e.text)
		done = e.End
	}
	b.Write(f.Bytes[done:])
	p.Text = b.Bytes()
	slices.SortStableFunc(p.Unmapped, func(a, b Unmapped) int {
		return cmp.Compare(a.Range.Start.Offset, b.Range.Start.Offset)
	})
	slices.SortFunc(p.looked, func(a, b source.Span) int { return a.Start - b.Start })
	p.outside(f)
	return &p.Promotion
}

// outside finds the values that stand in the file but in no text that was looked at.
func (p *promoter) outside(f *source.File) {
	looked := p.looked
	for _, m := range p.from.Find(string(f.Bytes)) {
		for len(looked) > 0 && looked[0].End <= m.Start {
			looked = looked[1:]
		}
		if len(looked) == 0 || looked[0].Start >= m.End {
			p.Outside = append(p.Outside, f.Range(source.Span{Start: m.Start, End: m.End}))
		}
	}
}
