package loops

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/split"
)

// keepsItself reports whether the value of a write is what the variable holds, and, where it holds nothing, a number
// at most: {% if flow.variables.tries %}{{flow.variables.tries}}{% else %}1{% endif %}. It returns those numbers.
func keepsItself(f *flow.Flow, write flow.Write) (numbers []string, ok bool) {
	if setsToItself(f, write) {
		return nil, true
	}
	t := f.TemplateAt(write.Value)
	if t == nil || len(t.Refs()) == 0 || len(t.Liquid.Errors) > 0 {
		return nil, false
	}
	for _, r := range t.Refs() {
		if key, ok := r.Variable(); !ok || key != write.Key.Text() {
			return nil, false
		}
	}
	k := keeping{t: t}
	ok = k.walk(t.Liquid.Nodes) && k.itself
	return k.numbers, ok
}

// keeping is what is found in the template of a value that may keep what a variable holds.
type keeping struct {
	t       *flow.Template
	numbers []string // that it holds where it holds nothing
	itself  bool
}

// walk reports whether nodes print one thing at most on each way: the variable itself, or a number.
func (k *keeping) walk(nodes []liquid.Node) bool {
	printed := 0
	for _, n := range nodes {
		text := strings.TrimSpace(n.In(k.t.Text))
		switch {
		case n.Kind == liquid.CommentNode || n.Kind == liquid.TextNode && text == "":
			continue
		case n.Kind == liquid.TextNode && split.IsNumber(text):
			k.numbers = append(k.numbers, text)
		case n.Kind == liquid.OutputNode && k.prints(k.t.Liquid.Outputs[n.Index].Expr):
			k.itself = true
		case n.Kind == liquid.BlockNode && k.branches(n.Block):
		default:
			return false
		}
		printed++
	}
	return printed <= 1
}

// prints reports whether an output prints the variable, and nothing but a number in its stead.
func (k *keeping) prints(e liquid.Expr) bool {
	if len(e.Terms) != 1 || split.IsNumber(e.In(k.t.Text)) {
		return false
	}
	for _, filter := range e.Terms[0].Filters {
		number := strings.TrimSpace(filter.Args.In(k.t.Text))
		if number == "0" && (filter.Name == liquid.FilterPlus || filter.Name == liquid.FilterMinus) {
			continue // which changes nothing
		}
		if filter.Name != liquid.FilterDefault || !split.IsNumber(number) {
			return false
		}
		k.numbers = append(k.numbers, number)
	}
	return true
}

// branches reports whether a block asks whether there is something, and keeps it on each way.
func (k *keeping) branches(b *liquid.Block) bool {
	if name := k.t.Liquid.Tags[b.Branches[0].Tag].Name; name != "if" && name != "unless" {
		return false
	}
	for _, branch := range b.Branches {
		if !k.walk(branch.Nodes) {
			return false
		}
	}
	return true
}
