package jsontext

import (
	"sort"
	"strings"

	"studiolint/lint/liquid"
	"studiolint/lint/source"
)

// A reading is the text that a template becomes with certain sides of its choices.
type reading struct {
	text    string
	pieces  []piece
	outputs []printed
	opaque  bool // the text begins with an output, so what it is is not known
}

// A piece says that from an offset of the text on, the bytes are those of the
// template from another offset on: letter for letter, or what stands for Liquid.
type piece struct {
	at, from int
	fill     bool
	to       int // of fill: where the Liquid ends
}

// printed is an output that a reading prints.
type printed struct {
	index int // in Liquid.Outputs
	Position
}

// read builds the text with one side of each choice.
func (j *Template) read(sides map[*choice]int) *reading {
	stretches := j.stretches(sides)
	b := readingBuilder{reading: &reading{pieces: make([]piece, 0, len(stretches)), outputs: make([]printed, 0, len(j.Liquid.Outputs))}}
	b.text.Grow(len(j.Text))
	for _, s := range stretches {
		if s.output < 0 {
			b.plain(j.Text, s.Span)
		} else {
			b.output(s, j.Liquid.Outputs[s.output].Filters())
		}
	}
	b.reading.text = b.text.String()
	return b.reading
}

// A readingBuilder writes a text and follows where in the JSON it is.
type readingBuilder struct {
	*reading
	text     strings.Builder
	inString bool
	escaped  bool   // a backslash came before
	open     []byte // the brackets that are open
	last     byte   // the last letter that is no white space
	gap      bool   // white space came after it
	filled   bool   // what came last stands for an output
}

func (b *readingBuilder) plain(text string, s liquid.Span) {
	b.pieces = append(b.pieces, piece{at: b.text.Len(), from: s.Start})
	b.text.WriteString(s.In(text))
	for _, c := range []byte(s.In(text)) {
		switch {
		case b.inString && b.escaped:
			b.escaped = false
		case b.inString && c == '\\':
			b.escaped = true
		case c == '"':
			b.inString = !b.inString
			b.sign(c)
		case b.inString:
		case strings.IndexByte(space, c) >= 0:
			b.gap = true
		default:
			switch n := len(b.open); {
			case c == '{' || c == '[':
				b.open = append(b.open, c)
			case (c == '}' || c == ']') && n > 0:
				b.open = b.open[:n-1]
			}
			b.sign(c)
		}
	}
}

func (b *readingBuilder) sign(c byte) { b.last, b.gap, b.filled = c, false, false }

// output writes what stands for an output that goes through filters.
func (b *readingBuilder) output(s stretch, filters []liquid.Filter) {
	b.outputs = append(b.outputs, printed{s.output, Position{b.inString, b.isValue(s.next)}})
	fill := "x"
	switch {
	case b.inString && b.escaped:
		fill, b.escaped = "n", false // the rest of an escape
	case b.inString:
	case b.filled: // a row of outputs is one value
		b.outputs[len(b.outputs)-2].Value = false
		return
	default:
		fill = b.value(s.next, len(filters) > 0 && filters[len(filters)-1].Name == liquid.FilterToJSON)
		b.opaque = b.opaque || b.last == 0
		b.filled = true
	}
	b.pieces = append(b.pieces, piece{at: b.text.Len(), from: s.Start, fill: true, to: s.End})
	b.text.WriteString(fill)
}

// isValue reports whether an output is a whole value, when next is what comes after
// it: a row of outputs is not.
func (b *readingBuilder) isValue(next byte) bool {
	inObject := len(b.open) > 0 && b.open[len(b.open)-1] == '{'
	begins := b.last == ':' && inObject || (b.last == '[' || b.last == ',') && !inObject
	return begins && !b.inString && !b.filled && (next == ',' || next == '}' || next == ']')
}

// value returns what stands for an output outside of the strings, so that the JSON
// is right wherever the output could make it right: a value or a key, a member, a
// piece of a number, or nothing. What to_json prints is a value and no more.
func (b *readingBuilder) value(next byte, json bool) string {
	inObject := len(b.open) > 0 && b.open[len(b.open)-1] == '{'
	switch {
	case json || b.last == 0:
		return anyText
	case b.last == ':', !inObject && (b.last == '[' || b.last == ','):
		return valueBefore(next)
	case b.last == '{' || b.last == ',':
		return memberBefore(next)
	case !b.gap && (b.last == '-' || b.last == '.' || b.last >= '0' && b.last <= '9'):
		return "1"
	}
	return "" // after a value
}

const anyText = `"x"`

func valueBefore(next byte) string {
	switch {
	case beginsValue(next):
		return ""
	case next == '.': // dollars and cents
		return "1"
	}
	return anyText
}

func memberBefore(next byte) string {
	switch {
	case next == ':':
		return anyText
	case beginsValue(next):
		return ""
	}
	return anyText + ": 1"
}

// beginsValue reports whether a JSON value can begin with a letter.
func beginsValue(c byte) bool {
	return c == '"' || c == '{' || c == '[' || c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z'
}

// origin returns the stretch of the template that a stretch of the text comes from.
func (r *reading) origin(from, to int) (start, end int) {
	find := func(offset int) (piece, int) {
		i := sort.Search(len(r.pieces), func(i int) bool { return r.pieces[i].at > offset }) - 1
		if i < 0 {
			return piece{}, 0
		}
		return r.pieces[i], offset - r.pieces[i].at
	}
	p, n := find(from)
	start = p.from + n
	if p.fill {
		start = p.from
	}
	p, n = find(max(from, to-1))
	end = p.from + n + 1
	if p.fill {
		end = p.to
	}
	return start, max(start, end)
}

// parse reads the text as JSON.
func (r *reading) parse() (source.Node, *Fault) {
	f := source.Parse("", []byte(r.text))
	if s := f.Syntax; s != nil {
		start, end := r.origin(s.Span.Start, s.Span.End)
		return source.Node{}, &Fault{Span: liquid.Span{Start: start, End: end}, Message: strings.Replace(s.Error(), "the file ends", "the text ends", 1)}
	}
	return f.Root(), nil
}
