package diff

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/source"
)

// values returns what changed in a value. A member that is null is as good as none.
func (c *comparison) values(member string, was, now source.Node) []Change {
	if member == "properties.offset" || c.same(was, now) {
		return nil
	}
	switch {
	case was.IsObject() && now.IsObject():
		var list []Change
		for _, name := range otherMembers(was, now) {
			list = append(list, c.values(member+"."+name, was.Get(name), now.Get(name))...)
		}
		return list
	case was.IsArray() && now.IsArray():
		return c.lists(member, was, now)
	}
	return []Change{{Kind: Changed, Member: member, Old: c.shown(was), New: c.shown(now), Before: was.Place(), After: now.Place()}}
}

func (c *comparison) same(was, now source.Node) bool {
	if len(c.texts) == 0 && bytes.Equal(was.Raw(), now.Raw()) {
		return true
	}
	return absent(was) && absent(now) || canonical(was, c.text) == canonical(now, source.Node.Text)
}

func absent(n source.Node) bool { return !n.Exists() || n.Kind() == source.Null }

// text returns a string of the old flow with the names that its widgets have now.
func (c *comparison) text(n source.Node) string {
	if text, ok := c.texts[n]; ok {
		return text
	}
	return n.Text()
}

// shown returns a value for a person: a string as it is, anything else as JSON.
func (c *comparison) shown(n source.Node) *string {
	if absent(n) {
		return nil
	}
	text := c.text(n)
	if !n.IsString() {
		text = canonical(n, c.text)
	}
	return &text
}

// lists compares two arrays: by the keys of their elements where each has one of its
// own, as variables and parameters have, else by their places.
func (c *comparison) lists(member string, was, now source.Node) []Change {
	before, order, keyed := elementsByKey(was)
	after, order2, keyed2 := elementsByKey(now)
	if !keyed || !keyed2 {
		if was.Len() != now.Len() {
			return []Change{{Kind: Changed, Member: member, Old: c.shown(was), New: c.shown(now), Before: was.Place(), After: now.Place()}}
		}
		var list []Change
		for i, n := range was.Elements() {
			list = append(list, c.values(member+"["+strconv.Itoa(i)+"]", n, now.At(i))...)
		}
		return list
	}
	var list []Change
	for _, key := range order2 {
		list = append(list, c.values(member+"["+key+"]", before[key], after[key])...)
	}
	for _, key := range order {
		if _, still := after[key]; !still {
			list = append(list, c.values(member+"["+key+"]", before[key], source.Node{})...)
		}
	}
	if len(list) == 0 { // only their order is another one
		old, new := strings.Join(order, ", "), strings.Join(order2, ", ")
		list = append(list, Change{Kind: Changed, Member: "the order of " + member, Old: &old, New: &new, Before: was.Opening(), After: now.Opening()})
	}
	return list
}

// elementsByKey returns the elements of an array by their member "key" or "name", and the
// keys in order; ok is false when one has none, or two have the same.
func elementsByKey(array source.Node) (by map[string]source.Node, order []string, ok bool) {
	by = map[string]source.Node{}
	for _, n := range array.Elements() {
		key := n.Get("key")
		if !key.IsString() {
			key = n.Get("name")
		}
		if _, twice := by[key.Text()]; !key.IsString() || twice {
			return nil, nil, false
		}
		by[key.Text()] = n
		order = append(order, key.Text())
	}
	return by, order, true
}

// canonical writes a value so that two that mean the same are written the same: members
// in order and without those that are null, numbers in one form. text returns the text of
// a string. What a template fills in stands as it is written.
func canonical(n source.Node, text func(source.Node) string) string {
	return string(appendCanonical(nil, n, text))
}

func appendCanonical(b []byte, n source.Node, text func(source.Node) string) []byte {
	switch {
	case n.Unknown():
		return append(b, n.Raw()...)
	case n.IsString():
		return strconv.AppendQuote(b, text(n))
	case n.IsArray():
		b = append(b, '[')
		for i, e := range n.Elements() {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendCanonical(b, e, text)
		}
		return append(b, ']')
	case n.IsObject():
		return appendMembers(b, n, text)
	case n.Kind() == source.Number:
		return append(b, number(n)...)
	}
	return append(b, n.Raw()...)
}

// appendMembers writes the members of an object in order; of several of one name the last.
func appendMembers(b []byte, n source.Node, text func(source.Node) string) []byte {
	type member struct {
		name  string
		value source.Node
	}
	members := make([]member, 0, n.Len())
	for name, v := range n.Members() {
		if !absent(v) {
			members = append(members, member{name, v})
		}
	}
	slices.SortStableFunc(members, func(a, b member) int { return strings.Compare(a.name, b.name) })
	b = append(b, '{')
	first := true
	for i, m := range members {
		if i+1 < len(members) && members[i+1].name == m.name {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(strconv.AppendQuote(b, m.name), ':')
		b = appendCanonical(b, m.value, text)
	}
	return append(b, '}')
}

// exact is up to where each integer is a number of its own.
const exact = 1 << 53

// number writes a number in one form: 5, 5.0 and 5e0 are the same.
func number(n source.Node) string {
	v, ok := n.Number()
	if !ok || v >= exact || v <= -exact {
		return string(n.Raw())
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
