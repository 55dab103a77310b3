package eval

import (
	"strings"
	"sync"

	"studiolint/lint/liquid"
)

// filter is what a filter does with a value and its arguments, none of which is
// unknown.
type filter struct {
	least, most int // arguments
	do          func(r *renderer, v Value, args []Value) Value
}

var filters struct {
	once   sync.Once
	byName map[string]filter
}

// filterNamed returns a filter, and whether there is one of that name. They are put together
// when the first is asked for: most runs evaluate nothing.
func filterNamed(name string) (f filter, ok bool) {
	filters.once.Do(func() { filters.byName = allFilters() })
	f, ok = filters.byName[name]
	return f, ok
}

func allFilters() map[string]filter {
	return map[string]filter{
		"default": {1, 1, orDefault},
		"to_json": {0, 0, asJSON},
		"date":    {1, 1, date},

		"downcase":       {0, 0, text(downcase)},
		"upcase":         {0, 0, text(upcase)},
		"capitalize":     {0, 0, text(capitalize)},
		"strip":          {0, 0, text(stripBy(strings.Trim))},
		"lstrip":         {0, 0, text(stripBy(strings.TrimLeft))},
		"rstrip":         {0, 0, text(stripBy(strings.TrimRight))},
		"strip_newlines": {0, 0, text(stripNewlines)},
		"append":         {1, 1, text(func(s string, args []string) Value { return Text(s + args[0]) })},
		"prepend":        {1, 1, text(func(s string, args []string) Value { return Text(args[0] + s) })},
		"replace":        {2, 2, text(func(s string, args []string) Value { return replace(s, args[0], args[1], -1) })},
		"replace_first":  {2, 2, text(func(s string, args []string) Value { return replace(s, args[0], args[1], 1) })},
		"remove":         {1, 1, text(func(s string, args []string) Value { return replace(s, args[0], "", -1) })},
		"remove_first":   {1, 1, text(func(s string, args []string) Value { return replace(s, args[0], "", 1) })},
		"escape":         {0, 0, text(escape)},
		"escape_once":    {0, 0, text(escapeOnce)},
		"strip_html":     {0, 0, text(stripHTML)},
		"url_encode":     {0, 0, text(urlEncode)},
		"slice":          {1, 2, slice},
		"truncate":       {1, 2, truncate},
		"split":          {1, 1, split},

		"plus":       {1, 1, calculate(add)},
		"minus":      {1, 1, calculate(subtract)},
		"times":      {1, 1, calculate(multiply)},
		"divided_by": {1, 1, divided},
		"modulo":     {1, 1, calculate(modulo)},
		"abs":        {0, 0, wholeOf(absolute)},
		"ceil":       {0, 0, wholeOf(ceil)},
		"floor":      {0, 0, wholeOf(floor)},
		"round":      {0, 0, wholeOf(round)},

		"first":   {0, 0, first},
		"last":    {0, 0, last},
		"size":    {0, 0, size},
		"join":    {0, 1, join},
		"reverse": {0, 0, reversed},
		"uniq":    {0, 0, uniq},
		"sort":    {0, 0, sorted},
		"map":     {1, 1, mapped},
	}
}

// filter runs one filter.
func (r *renderer) filter(f *liquid.Filter, v Value) Value {
	known, _ := filterNamed(f.Name)
	if n := len(f.Arguments); n < known.least || n > known.most {
		return odd("engines differ on this number of arguments of " + f.Name)
	}
	args := make([]Value, len(f.Arguments))
	for i := range f.Arguments {
		a := &f.Arguments[i]
		if args[i] = r.expr(&a.Expr); args[i].kind == unknown {
			return args[i]
		}
	}
	if v.kind == unknown {
		return v
	}
	return known.do(r, v, args)
}

// orDefault gives another value for nothing, false and empty text.
func orDefault(_ *renderer, v Value, args []Value) Value {
	switch {
	case v.kind == nothing, v.kind == boolean && v.text == "false", v.kind == textual && v.text == "":
		return args[0]
	case (v.kind == list || v.kind == object) && len(v.list) == 0 && v.why == nil:
		return odd("engines differ on whether an empty list or object has a default")
	}
	return v
}

// asJSON is Studio's own to_json.
func asJSON(r *renderer, v Value, _ []Value) Value {
	if v.kind == nothing {
		return odd("what to_json makes of nothing is not documented")
	}
	var b strings.Builder
	if why := v.toJSON(&b); why != nil {
		return Value{kind: unknown, why: why}
	}
	return Text(b.String())
}
