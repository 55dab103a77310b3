package eval

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"studiolint/lint/liquid"
)

// expr returns the value of an expression that is no condition.
func (r *renderer) expr(e *liquid.Expr) Value {
	if len(e.Terms) != 1 {
		return odd("a value is wanted here, and no comparison").at(e.Span)
	}
	return r.term(&e.Terms[0])
}

// term returns the value of an operand after its filters.
func (r *renderer) term(t *liquid.Term) Value {
	if r.spend(1); r.stop != nil {
		return Value{kind: unknown, why: r.stop}
	}
	v := r.operand(&t.Operand).at(t.Span)
	for i := range t.Filters {
		f := &t.Filters[i]
		v = r.filter(f, v).at(liquid.Span{Start: f.Start, End: max(f.End, f.Args.End)})
		r.spend(1 + len(v.text) + len(v.list))
	}
	if v.kind == unknown && !v.why.given {
		r.undetermined(v.why.Span, "%s", v.why.Reason) // some engines end here
	}
	return v
}

func (r *renderer) operand(o *liquid.Operand) Value {
	text := o.In(r.text)
	switch o.Kind {
	case liquid.ReferenceOperand:
		return r.reference(&r.t.References[o.Ref])
	case liquid.StringOperand:
		return Text(text[1 : len(text)-1])
	case liquid.NumberOperand:
		if _, ok := readNumber(text); !ok {
			return odd("engines read the number " + clip(text) + " differently")
		}
		return Value{kind: number, text: text}
	case liquid.BoolOperand:
		return Bool(text == "true")
	case liquid.NilOperand:
		return Value{}
	case liquid.EmptyOperand:
		return odd("engines differ on " + text)
	case liquid.RangeOperand:
		return odd("engines differ on a range outside {% for %}")
	}
	return odd("the value cannot be read")
}

// numbers returns the numbers of a range.
func (r *renderer) numbers(o *liquid.Operand) Value {
	var ends [2]int
	for i := range ends {
		v := r.term(&o.Inner.Terms[i])
		n, err := strconv.Atoi(v.text)
		if v.kind == unknown {
			return v
		}
		if v.kind != number || err != nil {
			return odd("engines differ on a range from or to anything but a number")
		}
		ends[i] = n
	}
	if ends[1]-ends[0] >= maxRange {
		return odd("the range is too long")
	}
	v := Value{kind: list}
	for n := ends[0]; n <= ends[1]; n++ {
		v.list = append(v.list, Int(n))
	}
	r.spend(len(v.list))
	return v
}

// maxPath is how many steps a path may have.
const maxPath = 50

// reference returns the value of a path.
func (r *renderer) reference(ref *liquid.Reference) Value {
	steps := make([]step, len(ref.Segments))
	for i, s := range ref.Segments {
		steps[i] = step{s.Name, s.Kind == liquid.IndexSegment}
		if s.Kind == liquid.DynamicSegment {
			v := r.expr(s.Index)
			if v.kind == unknown {
				return v
			}
			if v.kind != textual && v.kind != number {
				return odd("engines differ on " + kindNames[v.kind] + " in brackets")
			}
			steps[i] = step{v.text, v.kind == number}
		}
	}
	v, rest, ok := r.local(steps)
	if !ok {
		return r.lookup(steps)
	}
	for _, s := range rest {
		v = r.member(v, s)
	}
	return v
}

// step is one step of a path.
type step struct {
	name  string
	index bool // a number
}

// local returns the value of a name that the template itself knows, and the steps
// that lead on from it.
func (r *renderer) local(steps []step) (v Value, rest []step, ok bool) {
	name := steps[0].name
	for i := len(r.loops) - 1; i >= 0; i-- {
		switch l := r.loops[i]; {
		case name == l.name:
			return l.item, steps[1:], true
		case name == "forloop" && len(steps) > 1:
			return l.member(steps[1].name), steps[2:], true
		case name == "forloop":
			return odd("engines differ on forloop alone"), nil, true
		}
	}
	if v, ok := r.vars[name]; ok {
		return v, steps[1:], true
	}
	if n, ok := r.counters[name]; ok {
		return Int(n), steps[1:], true
	}
	return Value{}, nil, false
}

// lookup asks for a path of the flow, and where there is nothing, what the value
// before it says.
func (r *renderer) lookup(steps []step) Value {
	path := make([]string, len(steps))
	for i, s := range steps {
		path[i] = s.name
	}
	for n := len(steps); n > 0; n-- {
		v := r.env.Lookup(path[:n:n])
		if v.kind == nothing {
			continue
		}
		for _, s := range steps[n:] {
			v = r.member(v, s)
		}
		return v
	}
	return Value{}
}

// member returns what a step leads to.
func (r *renderer) member(v Value, s step) Value {
	if v.kind == unknown || v.kind == nothing {
		return v
	}
	r.spend(1 + len(v.keys)/16)
	switch {
	case v.kind == object && !s.index:
		if item, ok := v.key(s.name); ok {
			return item
		}
	case v.kind == list && s.index:
		if i, err := strconv.Atoi(s.name); err == nil && i >= 0 && i < len(v.list) {
			return v.list[i]
		}
		return odd("the list has no item " + clip(s.name) + " (Twilio 81018), and what Studio prints then is not documented")
	case v.kind == list && (s.name == "first" || s.name == "last" || s.name == "size"):
		end, _ := filterNamed(s.name) // they are filters as well
		return end.do(r, v, nil)
	case v.kind == textual && s.name == "size":
		return textSize(v)
	}
	switch {
	case s.index, s.name == "size", s.name == "first", s.name == "last":
		return odd("engines differ on " + clip(s.name) + " of " + kindNames[v.kind])
	case v.kind == list && strings.Trim(s.name, "0123456789") == "":
		return odd("engines differ on a number in quotes as an index")
	}
	return Value{}
}

// textSize counts characters. Engines differ beyond the first 65,536 of Unicode.
func textSize(v Value) Value {
	n := 0
	for _, c := range v.text {
		if utf16.RuneLen(c) != 1 {
			return odd("engines count emojis and the like differently")
		}
		n++
	}
	return Int(n)
}
