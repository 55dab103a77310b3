package eval

import (
	"strconv"
	"strings"

	"studiolint/lint/liquid"
)

// loop is a for that runs.
type loop struct {
	name   string
	item   Value
	index  int // from 0
	length int
	cut    bool // Studio ends it before its last item
}

// maxRange is how many numbers a range may hold.
const maxRange = 10_000

// loop runs a for.
func (r *renderer) loop(tag *liquid.Tag, b *liquid.Block, out *strings.Builder) {
	over := &tag.Arguments[0].Expr
	var v Value
	if o := &over.Terms[0].Operand; o.Kind == liquid.RangeOperand {
		v = r.numbers(o)
	} else {
		v = r.expr(over)
	}
	items, why := r.items(tag, v)
	if why != nil {
		r.stops(why)
		return
	}
	if len(items) == 0 {
		if len(b.Branches) > 1 && (v.kind == nothing || len(v.list) > 0) {
			r.undetermined(tag.Span, "engines differ on the else of a loop over nothing, or over a list of which limit and offset leave nothing")
		}
		for i := range b.Branches[1:] {
			r.branch(b, 1+i, out)
		}
		return
	}
	l := loop{name: tag.Target.In(r.text), length: len(items)}
	if _, assigned := r.vars[l.name]; assigned {
		r.undetermined(tag.Span, "engines differ on a loop whose variable has a value before it")
		return
	}
	if r.env.Rounds > 0 && len(items) > r.env.Rounds {
		l.cut, items = true, items[:r.env.Rounds]
	}
	depth := len(r.loops)
	r.loops = append(r.loops, l)
	for i, item := range items {
		r.spend(1)
		r.loops[depth].item, r.loops[depth].index = item, i
		r.branch(b, 0, out)
		if r.stop != nil || r.jump == breakJump {
			break
		}
		r.jump = noJump
	}
	r.jump = noJump
	r.loops = r.loops[:depth]
}

// items returns what a loop over a value runs over.
func (r *renderer) items(tag *liquid.Tag, v Value) ([]Value, *Undetermined) {
	differ := func(what string) ([]Value, *Undetermined) {
		return nil, &Undetermined{Span: tag.Span, Reason: "engines differ on " + what}
	}
	switch v.kind {
	case nothing, list:
	case unknown:
		return nil, v.at(tag.Span).why
	default:
		return differ("a loop over " + kindNames[v.kind])
	}
	items, reversed := v.list, false
	from, most := 0, len(items)
	for i := range tag.Arguments[1:] {
		a := &tag.Arguments[1+i]
		name := a.NameAt.In(r.text)
		if name == "reversed" {
			reversed = true
			continue
		}
		if a.Terms[0].Kind == liquid.NoOperand {
			return differ(name + ": continue")
		}
		n := r.expr(&a.Expr)
		count, err := strconv.Atoi(n.text)
		if n.kind != number || err != nil || count < 0 {
			return differ(name + ": with anything but a number")
		}
		switch name {
		case "limit":
			most = count
		case "offset":
			from = count
		default:
			return differ(name + ":")
		}
	}
	if reversed && (from > 0 || most < len(items)) {
		return differ("reversed together with limit or offset")
	}
	items = items[min(from, len(items)):]
	items = items[:min(most, len(items))]
	if reversed {
		r.spend(len(items))
		items = reverse(items)
	}
	return items, nil
}

func reverse(items []Value) []Value {
	turned := make([]Value, len(items))
	for i, v := range items {
		turned[len(items)-1-i] = v
	}
	return turned
}

// member returns what forloop says.
func (l loop) member(name string) Value {
	switch name {
	case "index":
		return Int(l.index + 1)
	case "index0":
		return Int(l.index)
	case "first":
		return Bool(l.index == 0)
	}
	if l.cut {
		return odd("what forloop." + name + " is in a loop that Studio cuts short is not documented")
	}
	switch name {
	case "rindex":
		return Int(l.length - l.index)
	case "rindex0":
		return Int(l.length - l.index - 1)
	case "last":
		return Bool(l.index == l.length-1)
	case "length":
		return Int(l.length)
	}
	return odd("engines differ on forloop." + name)
}
