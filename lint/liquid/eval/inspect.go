package eval

import "strings"

// Exists reports whether there is a value, be it unknown.
func (v Value) Exists() bool { return v.kind != nothing }

// Unknown returns why nobody knows the value, "" for one that is known.
func (v Value) Unknown() string {
	if v.kind != unknown {
		return ""
	}
	return v.why.Reason
}

// IsObject and IsText report what the value is.
func (v Value) IsObject() bool { return v.kind == object }

// IsText reports whether the value is a text.
func (v Value) IsText() bool { return v.kind == textual }

// Plain returns a text, a number or a boolean as it is printed, and nothing as empty
// text; ok is false for what is unknown, a list or an object.
func (v Value) Plain() (text string, ok bool) {
	text, _, ok = v.plain()
	return text, ok
}

// Keys returns the keys of an object.
func (v Value) Keys() []string { return v.keys }

// Items returns the values of a list.
func (v Value) Items() []Value {
	if v.kind != list {
		return nil
	}
	return v.list
}

// Get returns what stands below a key of an object; nothing where there is no such key.
func (v Value) Get(name string) Value {
	if v.kind != object {
		return Value{}
	}
	found, _ := v.key(name)
	return found
}

// With returns an object with one member more, or with another value in its place.
func (v Value) With(name string, member Value) Value {
	with := Value{kind: object}
	replaced := false
	for i, key := range v.keys {
		value := v.list[i]
		if key == name {
			value, replaced = member, true
		}
		with.keys, with.list = append(with.keys, key), append(with.list, value)
	}
	if !replaced {
		with.keys, with.list = append(with.keys, name), append(with.list, member)
	}
	return with
}

// JSON returns the value as compact JSON; ok is false when a part of it is unknown.
func (v Value) JSON() (text string, ok bool) {
	var b strings.Builder
	why := v.toJSON(&b)
	return b.String(), why == nil
}
