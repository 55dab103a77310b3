package eval

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

func end(v Value, name string, item func([]Value) Value) Value {
	switch {
	case v.kind == nothing:
		return Value{}
	case v.kind != list:
		return odd("engines differ on " + name + " of " + kindNames[v.kind])
	case len(v.list) == 0:
		return Value{}
	}
	return item(v.list)
}

func first(_ *renderer, v Value, _ []Value) Value {
	return end(v, "first", func(items []Value) Value { return items[0] })
}

func last(_ *renderer, v Value, _ []Value) Value {
	return end(v, "last", func(items []Value) Value { return items[len(items)-1] })
}

func size(_ *renderer, v Value, _ []Value) Value {
	switch v.kind {
	case textual:
		return textSize(v)
	case list:
		return Int(len(v.list))
	case nothing:
		return Int(0)
	}
	return odd("engines differ on the size of " + kindNames[v.kind])
}

// join makes one text of a list, with a space or another text between its items.
func join(_ *renderer, v Value, args []Value) Value {
	if v.kind != list {
		return odd("engines differ on join of " + kindNames[v.kind])
	}
	by := " "
	if len(args) > 0 {
		s, why, ok := args[0].plain()
		if !ok {
			return why
		}
		by = s
	}
	if len(v.list) > maxText/(len(by)+1) {
		return tooLong
	}
	parts := make([]string, len(v.list))
	length := 0
	for i, item := range v.list {
		s, why, ok := item.plain()
		switch {
		case item.kind == nothing:
			return odd("engines differ on join of a list with nothing in it")
		case !ok:
			return why
		}
		if length += len(s); length > maxText {
			return tooLong
		}
		parts[i] = s
	}
	return Text(strings.Join(parts, by))
}

func reversed(_ *renderer, v Value, _ []Value) Value {
	if v.kind != list {
		return odd("engines differ on reverse of " + kindNames[v.kind])
	}
	return List(reverse(v.list)...)
}

// isTexts reports whether a list holds texts of ASCII only.
func isTexts(v Value) bool {
	return v.kind == list && !slices.ContainsFunc(v.list, func(v Value) bool { return v.kind != textual || !words.IsASCII(v.text) })
}

func uniq(_ *renderer, v Value, _ []Value) Value {
	if !isTexts(v) {
		return odd("engines differ on uniq of anything but texts")
	}
	seen := map[string]bool{}
	result := Value{kind: list}
	for _, item := range v.list {
		if !seen[item.text] {
			seen[item.text] = true
			result.list = append(result.list, item)
		}
	}
	return result
}

func sorted(_ *renderer, v Value, _ []Value) Value {
	if !isTexts(v) {
		return odd("engines differ on sort of anything but texts")
	}
	items := slices.Clone(v.list)
	slices.SortStableFunc(items, func(a, b Value) int { return strings.Compare(a.text, b.text) })
	return List(items...)
}

// mapped takes one member of each object of a list.
func mapped(r *renderer, v Value, args []Value) Value {
	if v.kind != list || args[0].kind != textual {
		return odd("engines differ on map of " + kindNames[v.kind])
	}
	result := Value{kind: list}
	for _, item := range v.list {
		if item.kind != object {
			return odd("engines differ on map of a list with " + kindNames[item.kind])
		}
		result.list = append(result.list, r.member(item, step{name: args[0].text}))
	}
	return result
}
