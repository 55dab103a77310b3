package source

import (
	"math"
	"strconv"
)

// A Value is what an edit writes: Nothing, a Truth, an Integer, a Decimal, a Text, Members
// or a List. There are no others.
type Value interface {
	// write writes it as a value whose siblings have the layout.
	write(w *writer, l layout)
	// fits reports whether it can be written in the language of a text.
	fits(f *File) bool
}

// Nothing is the value null.
type Nothing struct{}

// Truth is the value true or false.
type Truth bool

// Integer is a whole number.
type Integer int64

// Decimal is a number that need not be whole. JSON has none for an infinite one, nor for
// what is no number: an edit that should write these cannot be made.
type Decimal float64

// Text is a string.
type Text string

// Members are the value of an object, in order.
type Members []Member

// A Member is a name and its value.
type Member struct {
	Name  string
	Value Value
}

// List is the value of an array.
type List []Value

func (Nothing) write(w *writer, _ layout)   { w.WriteString("null") }
func (v Truth) write(w *writer, _ layout)   { w.WriteString(strconv.FormatBool(bool(v))) }
func (v Integer) write(w *writer, _ layout) { w.WriteString(strconv.FormatInt(int64(v), 10)) }
func (v Decimal) write(w *writer, _ layout) {
	w.WriteString(strconv.FormatFloat(float64(v), 'g', -1, 64))
}
func (v Text) write(w *writer, _ layout) { w.WriteString(w.encoding.quoted(string(v))) }

func (v Members) write(w *writer, l layout) {
	w.list('{', '}', len(v), l, func(i int, l layout) {
		w.WriteString(w.name(v[i].Name) + l.colon)
		v[i].Value.write(w, l)
	})
}

func (v List) write(w *writer, l layout) {
	w.list('[', ']', len(v), l, func(i int, l layout) { v[i].write(w, l) })
}

func (Nothing) fits(f *File) bool { return f.encoding != formField }
func (Truth) fits(f *File) bool   { return f.encoding != formField }
func (Integer) fits(f *File) bool { return f.encoding != formField }

func (v Decimal) fits(f *File) bool {
	return f.encoding != formField && !math.IsNaN(float64(v)) && !math.IsInf(float64(v), 0)
}

func (v Text) fits(f *File) bool {
	return f.encoding == formField || f.encoding == jsonString || isWritable(string(v))
}

func (v Members) fits(f *File) bool {
	for _, m := range v {
		if !Text(m.Name).fits(f) || m.Value == nil || !m.Value.fits(f) {
			return false
		}
	}
	return f.encoding != formField
}

func (v List) fits(f *File) bool {
	for _, e := range v {
		if e == nil || !e.fits(f) {
			return false
		}
	}
	return f.encoding != formField
}
