package values

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
)

// UnknownPart stands in an Assembled text for a part that may be anything.
const UnknownPart = "\x00"

// maxAssembled is how many forms of a text are looked at.
const maxAssembled = 20

// Assembled is a text that a template becomes, with one constant for each variable.
type Assembled struct {
	Text   string
	Writes []*flow.Write // what set the constants
}

// Assembled returns what a template becomes, with each constant of each variable once;
// none when no variable is constant, or when it has blocks.
func (h *Holding) Assembled(t *flow.Template) []Assembled {
	if !h.readsVariable(t) {
		return nil
	}
	var parts [][]string // of each node: what it can be
	var all []Assembled
	var writes []*flow.Write
	most := 0
	for _, n := range t.Liquid.Nodes {
		switch n.Kind {
		case liquid.TextNode:
			parts = append(parts, []string{n.In(t.Text)})
		case liquid.OutputNode:
			constants, set := h.constantsOf(t, &t.Liquid.Outputs[n.Index])
			parts = append(parts, constants)
			writes = append(writes, set...)
			if len(set) > 0 {
				most = max(most, len(constants))
			}
		default:
			return nil // what a block prints is another matter
		}
	}
	for i := range min(most, maxAssembled) {
		var text strings.Builder
		for _, p := range parts {
			text.WriteString(p[min(i, len(p)-1)])
		}
		all = append(all, Assembled{text.String(), writes})
	}
	return all
}

// readsVariable reports whether a template reads a variable at all.
func (h *Holding) readsVariable(t *flow.Template) bool {
	for i := range t.Liquid.References {
		if _, ok := reads.VariableOf(h.document.Flow, flow.Ref{Template: t, Reference: &t.Liquid.References[i]}); ok {
			return true
		}
	}
	return false
}

// constantsOf returns the fixed texts that an output prints, and what set them; an
// unknown part when it may print anything else.
func (h *Holding) constantsOf(t *flow.Template, o *liquid.Output) ([]string, []*flow.Write) {
	unknown := []string{UnknownPart}
	i := o.Reference()
	if i < 0 || len(o.Expr.Terms) != 1 || len(o.Filters()) > 0 {
		return unknown, nil
	}
	r := flow.Ref{Template: t, Reference: &t.Liquid.References[i]}
	if _, ok := reads.VariableOf(h.document.Flow, r); !ok {
		return unknown, nil
	}
	v := h.At(r)
	if !v.Known || v.Text || len(v.Constants) == 0 {
		return unknown, nil
	}
	return v.Constants, v.Writes
}
