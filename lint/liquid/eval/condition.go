package eval

import (
	"strings"

	"studiolint/lint/liquid"
	"studiolint/lint/words"
)

// truth is whether a condition holds.
type truth struct {
	is  answer
	why *Undetermined // of maybe
}

type answer uint8

const (
	no answer = iota
	yes
	maybe
)

func truthOf(b bool) truth {
	if b {
		return truth{is: yes}
	}
	return truth{is: no}
}

func differ(at liquid.Span, reason string) truth {
	return truth{maybe, &Undetermined{Span: at, Reason: reason}}
}

func (t truth) not() truth {
	switch t.is {
	case yes:
		return truth{is: no}
	case no:
		return truth{is: yes}
	}
	return t
}

// and returns whether both hold: not, when one does not, whatever the other is.
func (t truth) and(u truth) truth {
	switch {
	case t.is == no || u.is == yes:
		return t
	case u.is == no || t.is == yes:
		return u
	}
	return t
}

func (t truth) or(u truth) truth { return t.not().and(u.not()).not() }

// condition returns whether a condition holds. Engines read a mixture of "and" and
// "or" from the left or from the right, so it counts only where both give the same.
func (r *renderer) condition(e *liquid.Expr) truth {
	var parts []truth
	var joins []liquid.Operator
	for i := 0; i < len(e.Terms); {
		first := i
		for i++; i < len(e.Terms) && e.Terms[i].Op != liquid.And && e.Terms[i].Op != liquid.Or; i++ {
		}
		part := r.comparison(e.Terms[first:i])
		if part.is == maybe && !part.why.given {
			r.undetermined(part.why.Span, "%s", part.why.Reason) // some engines end here
		}
		parts = append(parts, part)
		if i < len(e.Terms) {
			joins = append(joins, e.Terms[i].Op)
		}
	}
	join := func(op liquid.Operator, a, b truth) truth {
		if op == liquid.And {
			return a.and(b)
		}
		return a.or(b)
	}
	left := parts[0]
	for i, op := range joins {
		left = join(op, left, parts[i+1])
	}
	right := parts[len(parts)-1]
	for i := len(joins) - 1; i >= 0; i-- {
		right = join(joins[i], parts[i], right)
	}
	if left.is != right.is {
		return differ(e.Span, `engines read "and" beside "or" differently`)
	}
	return left
}

// comparison returns whether a value alone counts as true, or compares two.
func (r *renderer) comparison(terms []liquid.Term) truth {
	left := r.term(&terms[0])
	if len(terms) == 1 {
		if left.kind == unknown {
			return truth{maybe, left.at(terms[0].Span).why}
		}
		return truthOf(left.kind != nothing && (left.kind != boolean || left.text == "true"))
	}
	t := &terms[1]
	at := liquid.Span{Start: terms[0].Start, End: t.End}
	if len(terms) > 2 {
		return differ(at, "a comparison has two sides")
	}
	right := r.term(t)
	if left.kind == nothing && right.kind == nothing && terms[0].Kind != liquid.NilOperand && t.Kind != liquid.NilOperand {
		return differ(at, "engines differ on whether two variables that have no value are equal")
	}
	switch t.Op {
	case liquid.Equal:
		return equal(left, right, at)
	case liquid.NotEqual:
		return equal(left, right, at).not()
	case liquid.Contains:
		return contains(left, right, at)
	}
	return ordered(t.Op, left, right, at)
}

// undecided says why two values, one of which is unknown, cannot be compared.
func undecided(a, b Value, at liquid.Span) truth {
	if a.kind != unknown {
		a = b
	}
	return truth{maybe, a.at(at).why}
}

// equal compares two values: text is never a number, and nothing equals nothing only.
func equal(a, b Value, at liquid.Span) truth {
	switch {
	case a.kind == unknown, b.kind == unknown:
		return undecided(a, b, at)
	case a.kind != b.kind:
		return truthOf(false)
	case a.kind == list || a.kind == object:
		return differ(at, "engines compare lists and objects differently")
	case a.kind == number:
		m, _, ok := a.toNumber()
		n, _, ok2 := b.toNumber()
		if !ok || !ok2 {
			return differ(at, "engines hold these numbers differently")
		}
		return truthOf(m.rat.Cmp(n.rat) == 0)
	}
	return truthOf(a.text == b.text)
}

func contains(a, b Value, at liquid.Span) truth {
	switch {
	case a.kind == unknown, b.kind == unknown:
		return undecided(a, b, at)
	case b.kind != textual:
		return differ(at, "engines differ on whether something contains "+kindNames[b.kind])
	case a.kind == nothing:
		return truthOf(false)
	case a.kind == textual:
		return truthOf(strings.Contains(a.text, b.text))
	case a.kind != list:
		return differ(at, "engines differ on whether "+kindNames[a.kind]+" contains a text")
	}
	found := truthOf(false)
	for _, item := range a.list {
		found = found.or(equal(item, b, at))
	}
	return found
}

// ordered compares two numbers, or two texts letter by letter.
func ordered(op liquid.Operator, a, b Value, at liquid.Span) truth {
	var cmp int
	switch {
	case a.kind == unknown, b.kind == unknown:
		return undecided(a, b, at)
	case a.kind == number && b.kind == number:
		m, _, ok := a.toNumber()
		n, _, ok2 := b.toNumber()
		if !ok || !ok2 {
			return differ(at, "engines hold these numbers differently")
		}
		cmp = m.rat.Cmp(n.rat)
	case a.kind == textual && b.kind == textual && words.IsASCII(a.text) && words.IsASCII(b.text):
		cmp = strings.Compare(a.text, b.text)
	default:
		return differ(at, "engines differ on the order of "+kindNames[a.kind]+" and "+kindNames[b.kind])
	}
	switch op {
	case liquid.Less:
		return truthOf(cmp < 0)
	case liquid.LessEqual:
		return truthOf(cmp <= 0)
	case liquid.Greater:
		return truthOf(cmp > 0)
	case liquid.GreaterEqual:
		return truthOf(cmp >= 0)
	}
	return differ(at, "engines know no such comparison")
}
