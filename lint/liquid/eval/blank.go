package eval

import (
	"strings"

	"studiolint/lint/liquid"
)

// findBlanks notes the blocks that hold white space and nothing else that is printed:
// Shopify's engine prints nothing for them. It reports whether the nodes are blank in
// that sense, and whether they hold white space.
func (r *renderer) findBlanks(nodes []liquid.Node) (blank, spaced bool) {
	blank = true
	for _, n := range nodes {
		switch n.Kind {
		case liquid.TextNode:
			blank = blank && strings.Trim(n.In(r.text), " \t\r\n\v\f") == ""
			spaced = true
		case liquid.OutputNode:
			blank = false
		case liquid.TagNode:
			name := r.t.Tags[n.Index].Name
			blank = blank && (name == "assign" || name == "break" || name == "continue")
		case liquid.BlockNode:
			b, s := r.blankBlock(n)
			blank, spaced = blank && b, spaced || s
		}
	}
	return blank, spaced
}

func (r *renderer) blankBlock(n liquid.Node) (blank, spaced bool) {
	blank = true
	for _, branch := range n.Block.Branches {
		b, s := r.findBlanks(branch.Nodes)
		blank, spaced = blank && b, spaced || s
	}
	switch r.t.Tags[n.Index].Name {
	case "capture", "comment":
		return true, false
	case "raw":
		return false, spaced
	}
	if blank && spaced {
		if r.blanks == nil {
			r.blanks = map[*liquid.Block]bool{}
		}
		r.blanks[n.Block] = true
	}
	return blank, spaced
}
