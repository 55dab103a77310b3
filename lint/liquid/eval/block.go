package eval

import (
	"strings"

	"studiolint/lint/liquid"
)

func (r *renderer) block(n liquid.Node, out *strings.Builder) {
	tag := &r.t.Tags[n.Index]
	if r.blanks[n.Block] {
		r.undetermined(n.Span, "some engines print nothing for a block of white space alone")
		return
	}
	r.before(tag.Span, out)
	r.after(tag.Span)
	switch tag.Name {
	case "if", "unless":
		r.conditional(n.Block, out)
	case "case":
		r.choose(n.Block, out)
	case "for":
		r.loop(tag, n.Block, out)
	case "capture":
		var b strings.Builder
		pending := r.pending
		if r.branch(n.Block, 0, &b); r.jump != noJump {
			r.undetermined(tag.Span, "engines differ on leaving a round within {%% capture %%}")
		}
		r.pending = r.pending || pending // what was captured is not printed
		r.assign(tag.Target.In(r.text), Text(b.String()), tag.Span)
	case "comment":
		r.branch(n.Block, 0, &strings.Builder{})
	case "raw":
		r.branch(n.Block, 0, out)
	default:
		r.undetermined(tag.Span, "engines differ on {%% %s %%}", tag.Name)
	}
	r.after(r.t.Tags[n.Block.End].Span)
}

// branch runs a branch of a block.
func (r *renderer) branch(b *liquid.Block, i int, out *strings.Builder) {
	r.after(r.t.Tags[b.Branches[i].Tag].Span)
	r.nodes(b.Branches[i].Nodes, out)
	next := b.End
	if i+1 < len(b.Branches) {
		next = b.Branches[i+1].Tag
	}
	r.before(r.t.Tags[next].Span, out)
}

// conditional runs the first branch whose condition holds.
func (r *renderer) conditional(b *liquid.Block, out *strings.Builder) {
	for i, branch := range b.Branches {
		tag := &r.t.Tags[branch.Tag]
		if tag.Name == "else" {
			r.branch(b, i, out)
			return
		}
		holds := r.condition(&tag.Arguments[0].Expr)
		if tag.Name == "unless" {
			holds = holds.not()
		}
		if holds.is == maybe {
			r.stops(holds.why)
			return
		}
		if holds.is == yes {
			r.branch(b, i, out)
			return
		}
	}
}

// choose runs the when that has the value of a case.
func (r *renderer) choose(b *liquid.Block, out *strings.Builder) {
	tag := &r.t.Tags[b.Branches[0].Tag]
	v := r.expr(&tag.Arguments[0].Expr)
	chosen, otherwise := -1, -1
	for n := 1; n < len(b.Branches); n++ {
		when := &r.t.Tags[b.Branches[n].Tag]
		if when.Name == "else" {
			otherwise = n
			continue
		}
		matches := 0
		for i := range when.Arguments {
			a := &when.Arguments[i]
			w := r.expr(&a.Expr)
			if v.kind == nothing && w.kind == nothing {
				r.undetermined(when.Span, "engines differ on a {%% when %%} with nothing in a {%% case %%} of nothing")
			}
			holds := equal(v, w, a.Span)
			switch holds.is {
			case maybe:
				r.stops(holds.why)
			case yes:
				matches++
			}
		}
		if matches > 1 || matches > 0 && chosen >= 0 {
			r.undetermined(when.Span, "engines differ on a {%% case %%} of which several values match")
		}
		if matches > 0 {
			chosen = n
		}
	}
	if chosen < 0 {
		chosen = otherwise
	}
	if chosen >= 0 && r.stop == nil {
		r.branch(b, chosen, out)
	}
}
