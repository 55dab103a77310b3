package eval

import (
	"strconv"

	"studiolint/lint/liquid"
	"studiolint/lint/words"
)

// Value is the value of a variable: text, a number, a boolean, a list or an object.
// The zero Value is nil: there is nothing.
type Value struct {
	kind kind
	text string   // of text; a number as it is written; the names of booleans
	list []Value  // of a list; of an object what its keys hold
	keys []string // of an object
	why  *Undetermined
}

type kind uint8

const (
	nothing kind = iota
	boolean
	number
	textual
	list
	object
	unknown
)

var kindNames = [...]string{"nothing", "a boolean", "a number", "a text", "a list", "an object", "a value that is not known"}

// Text returns a text.
func Text(s string) Value { return Value{kind: textual, text: s} }

// Bool returns true or false.
func Bool(b bool) Value { return Value{kind: boolean, text: strconv.FormatBool(b)} }

// Int returns a whole number.
func Int(n int) Value { return Value{kind: number, text: strconv.Itoa(n)} }

// List returns a list.
func List(items ...Value) Value { return Value{kind: list, list: items} }

// Object returns an object with the keys in this order; values are those of the keys,
// and there are as many. Of equal keys the first counts.
func Object(keys []string, values []Value) Value {
	return Value{kind: object, keys: keys, list: values[:len(keys):len(keys)]}
}

// Unknown returns a value that nobody knows, for a reason such as "what the Function
// returns is not given".
func Unknown(reason string) Value {
	return UnknownFor(reason, nil)
}

// UnknownFor returns a value that nobody knows, with what the caller is to find again in the
// error of Render where a text is not determined for want of it.
func UnknownFor(reason string, lack any) Value {
	return Value{kind: unknown, why: &Undetermined{Reason: reason, Lack: lack, given: true}}
}

// Opaque returns an object of which only those members are known that Lookup tells: how it
// prints, and all that is in it, is unknown for a reason.
func Opaque(reason string) Value {
	return Value{kind: object, why: &Undetermined{Reason: reason, given: true}}
}

// odd returns what engines make different things of.
func odd(reason string) Value { return Value{kind: unknown, why: &Undetermined{Reason: reason}} }

// Undetermined is the error of Render: why the text is not determined, as the part of
// a sentence, and where in the template.
type Undetermined struct {
	liquid.Span
	Reason string
	Lack   any // see UnknownFor; nil for nothing

	given bool // the caller does not know the value
}

// Error returns the reason.
func (u *Undetermined) Error() string { return u.Reason }

// key returns the value of a key of an object.
func (v Value) key(name string) (Value, bool) {
	for i, k := range v.keys {
		if k == name {
			return v.list[i], true
		}
	}
	return Value{}, false
}

// at returns v and, if it is unknown and its place is as well, the place.
func (v Value) at(place liquid.Span) Value {
	if v.kind == unknown && v.why.End == 0 {
		v.why = &Undetermined{place, v.why.Reason, v.why.Lack, v.why.given}
	}
	return v
}

// plain returns a text, a number or a boolean as engines print it, and nothing as
// empty text; ok is false when it is unknown, or else.
func (v Value) plain() (string, Value, bool) {
	switch v.kind {
	case nothing:
		return "", v, true
	case boolean, textual:
		return v.text, v, true
	case number:
		n, ok := readNumber(v.text)
		if ok {
			if s, ok := n.print(); ok {
				return s, v, true
			}
		}
		return "", odd("engines print " + clip(v.text) + " differently"), false
	case unknown:
		return "", v, false
	case object:
		if v.why != nil {
			return "", Value{kind: unknown, why: v.why}, false
		}
	}
	return "", odd(kindNames[v.kind] + " is printed in the notation of Studio's engine, which is not documented: use to_json or join"), false
}

// clip shortens what a reason quotes.
func clip(s string) string { return words.Clip(s, 40) }
