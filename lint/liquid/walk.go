package liquid

import (
	"iter"
	"slices"
)

// Leaves yields the texts, outputs and tags of the tree in order, the tags of blocks
// as TagNode. Every byte of the template belongs to exactly one of them.
func (t *Template) Leaves() iter.Seq[Node] {
	return func(yield func(Node) bool) { t.leaves(t.Nodes, yield) }
}

func (t *Template) leaves(nodes []Node, yield func(Node) bool) bool {
	for _, n := range nodes {
		if n.Kind != BlockNode {
			if !yield(n) {
				return false
			}
			continue
		}
		for _, b := range n.Block.Branches {
			if !yield(t.tagLeaf(b.Tag)) || !t.leaves(b.Nodes, yield) {
				return false
			}
		}
		if n.Block.End >= 0 && !yield(t.tagLeaf(n.Block.End)) {
			return false
		}
	}
	return true
}

func (t *Template) tagLeaf(tag int) Node {
	return Node{Span: t.Tags[tag].Span, Kind: TagNode, Index: tag}
}

// A walker visits what expressions hold, each thing before what stands within it.
type walker struct {
	t      *Template
	term   func(*Term) bool   // false ends the walk
	filter func(*Filter) bool // as well
}

func (w walker) leaf(n Node) bool {
	switch n.Kind {
	case OutputNode:
		return w.expr(&w.t.Outputs[n.Index].Expr)
	case TagNode:
		return w.arguments(w.t.Tags[n.Index].Arguments)
	}
	return true
}

func (w walker) arguments(list []Argument) bool {
	for i := range list {
		if !w.expr(&list[i].Expr) {
			return false
		}
	}
	return true
}

func (w walker) expr(e *Expr) bool {
	for i := range e.Terms {
		term := &e.Terms[i]
		if w.term != nil && !w.term(term) || !w.operand(&term.Operand) {
			return false
		}
		for i := range term.Filters {
			f := &term.Filters[i]
			if w.filter != nil && !w.filter(f) || !w.arguments(f.Arguments) {
				return false
			}
		}
	}
	return true
}

func (w walker) operand(o *Operand) bool {
	if o.Ref >= 0 {
		for _, s := range w.t.References[o.Ref].Segments {
			if s.Index != nil && !w.expr(s.Index) {
				return false
			}
		}
	}
	return o.Inner == nil || w.expr(o.Inner)
}

// Terms yields every operand of the template in order: those of outputs and tags,
// of filters' arguments, of groups and of the brackets in paths.
func (t *Template) Terms() iter.Seq[*Term] {
	return func(yield func(*Term) bool) {
		w := walker{t: t, term: yield}
		for n := range t.Leaves() {
			if !w.leaf(n) {
				return
			}
		}
	}
}

// Filters yields the filters of the template in order.
func (t *Template) Filters() iter.Seq[*Filter] {
	return func(yield func(*Filter) bool) {
		if !t.filtered { // as most
			return
		}
		w := walker{t: t, filter: yield}
		for n := range t.Leaves() {
			if !w.leaf(n) {
				return
			}
		}
	}
}

// FiltersAt yields the filters within one output or tag, an index of Markup.
func (t *Template) FiltersAt(markup int) iter.Seq[*Filter] {
	return func(yield func(*Filter) bool) {
		w := walker{t: t, filter: yield}
		w.leaf(t.Markup[markup])
	}
}

// HasFilter reports whether the template holds a filter of one of the names, or any
// filter when none is given.
func (t *Template) HasFilter(names ...string) bool {
	for f := range t.Filters() {
		if len(names) == 0 || slices.Contains(names, f.Name) {
			return true
		}
	}
	return false
}

// HasTag reports whether the template holds a tag of one of the names, or any tag when none is
// given.
func (t *Template) HasTag(names ...string) bool {
	return slices.ContainsFunc(t.Tags, func(tag Tag) bool { return len(names) == 0 || slices.Contains(names, tag.Name) })
}

// Reference returns the index of the reference whose value the output prints, with
// filters or without, or -1.
func (o *Output) Reference() int {
	if len(o.Expr.Terms) == 0 {
		return -1
	}
	return o.Expr.Terms[0].Ref
}

// Filters returns the filters that what the output prints goes through.
func (o *Output) Filters() []Filter {
	if len(o.Expr.Terms) == 0 {
		return nil
	}
	return o.Expr.Terms[len(o.Expr.Terms)-1].Filters
}
