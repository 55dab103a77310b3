package liquid

import (
	"strconv"
	"strings"
)

// Overtaken is a condition of an if or elsif that holds for nothing for which an earlier one of its block does not.
type Overtaken struct {
	At, By Span // the condition, and the earlier one
	Text   int  // the value in References when the earlier one asks what a text contains, which a list does otherwise; else -1
}

// Overtaken returns the first condition of a block that a wider one before it takes everything of: h < 12 after h < 18,
// and x contains "cats" after x contains "cat". What is the same as an earlier one Repeated tells. They stand in one
// text, that of the template.
func (t *Template) Overtaken(b *Block, text string) (found Overtaken, ok bool) {
	const most = 50 // branches that are compared
	if len(b.Branches) < 2 || len(b.Branches) > most {
		return found, false
	}
	var room [8]limit
	earlier := room[:0]
	for _, branch := range b.Branches {
		tag := &t.Tags[branch.Tag]
		if tag.Name != "if" && tag.Name != "elsif" {
			continue
		}
		if len(tag.Arguments) != 1 {
			return found, false
		}
		var own [4]limit
		n, and, or := limitsOf(&tag.Arguments[0].Expr, text, own[:])
		for i := range own[:n] {
			for _, by := range earlier {
				if !or && by.covers(&own[i], text) {
					found = Overtaken{At: own[i].Span, By: by.Span, Text: -1}
					if by.op == Contains {
						found.Text = by.ref
					}
					return found, true
				}
			}
		}
		if !and {
			for _, l := range own[:n] {
				if l.op != NoOperator {
					earlier = append(earlier, l)
				}
			}
		}
	}
	return found, false
}

// A limit is a comparison of a value with a number or text of the template's own.
type limit struct {
	Span
	value    Span
	ref      int // the value in References
	op       Operator
	number   float64
	constant string // a text, without its quotes; "" for a number
}

// limitsOf fills room with the comparisons of a condition, those that are no limits without an operator, and tells by
// what they are joined: none where there is more than room for, or where engines differ on what binds first.
func limitsOf(e *Expr, text string, room []limit) (n int, and, or bool) {
	for first := 0; first < len(e.Terms); {
		next := first + 1
		for next < len(e.Terms) && e.Terms[next].Op != And && e.Terms[next].Op != Or {
			next++
		}
		and, or = and || e.Terms[first].Op == And, or || e.Terms[first].Op == Or
		if n == len(room) || and && or {
			return 0, and, or
		}
		room[n] = limitOf(e.Terms[first:next], text)
		n++
		first = next
	}
	return n, and, or
}

// turned are the operators of a comparison whose sides change places.
var turned = [...]Operator{Less: Greater, Greater: Less, LessEqual: GreaterEqual, GreaterEqual: LessEqual, Equal: Equal, NotEqual: NotEqual, OtherOperator: NoOperator}

func limitOf(terms []Term, text string) (l limit) {
	if len(terms) != 2 || len(terms[0].Filters) > 0 || len(terms[1].Filters) > 0 {
		return l
	}
	value, op, constant := &terms[0], terms[1].Op, &terms[1]
	if value.Kind != ReferenceOperand {
		value, op, constant = constant, turned[op], value
	}
	if value.Kind != ReferenceOperand || value.Inner != nil || constant.Inner != nil {
		return l
	}
	l.value, l.ref, l.Span = value.Span, value.Ref, Span{terms[0].Start, terms[1].End}
	switch constant.Kind {
	case NumberOperand:
		n, err := strconv.ParseFloat(constant.In(text), 64)
		if err != nil || op == Contains {
			return l
		}
		l.number = n
	case StringOperand:
		if op != Equal && op != Contains {
			return l
		}
		if l.constant, _ = constant.Quoted(text); l.constant == "" {
			return l
		}
	default:
		return l
	}
	l.op = op
	return l
}

// covers reports whether a comparison holds for all that another, narrower one does.
func (l *limit) covers(other *limit, text string) bool {
	if l.op == NoOperator || other.op == NoOperator || l.value.In(text) != other.value.In(text) ||
		(l.constant == "") != (other.constant == "") {
		return false
	}
	if l.constant != "" {
		return l.op == Contains && strings.Contains(other.constant, l.constant) &&
			(other.op == Equal || other.constant != l.constant)
	}
	side := l.op.side()
	if side == 0 || other.op != Equal && other.op.side() != side {
		return false
	}
	narrower := (other.number - l.number) * side
	return narrower > 0 || narrower == 0 && (l.op == LessEqual || l.op == GreaterEqual) && other.op != l.op
}

// side returns on which side of its number an operator holds: -1 for less, 1 for greater, 0 for neither.
func (o Operator) side() float64 {
	switch o {
	case Less, LessEqual:
		return -1
	case Greater, GreaterEqual:
		return 1
	}
	return 0
}
