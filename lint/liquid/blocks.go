package liquid

import "slices"

// blockKind numbers the blocks.
type blockKind uint8

const (
	ifBlock blockKind = iota
	unlessBlock
	caseBlock
	forBlock
	tablerowBlock
	captureBlock
	ifchangedBlock
	commentBlock
	rawBlock
	blockKinds
)

var blockNames = [blockKinds]string{"if", "unless", "case", "for", "tablerow", "capture", "ifchanged", "comment", "raw"}

// block is a block that is not closed yet.
type block struct {
	kind   blockKind
	tag    int  // the tag that opens it
	last   int  // its latest clause
	isElse bool // that is an else
	quiet  bool // its tag has an error that explains a missing end
	name   Span // what a capture names
	local  int  // the variable of a loop, the first of its two locals, or -1
	hides  [2]hidden

	nodes, branches int // where its own begin on the stacks of the parser
}

// openBlock pushes the block that tag n opens.
func (p *parser) openBlock(n int, kind blockKind) {
	p.blocks = append(p.blocks, block{
		kind: kind, tag: n, last: n, quiet: p.failed && p.loose, local: -1, hides: [2]hidden{{local: -1}, {local: -1}},
		nodes: len(p.nodes), branches: len(p.branches),
	})
	p.linked = true
	p.depths[kind]++
}

// closeBlock ends the block that tag n closes, and those inside it that miss
// their own end.
func (p *parser) closeBlock(n int, kind blockKind) {
	if p.depths[kind] == 0 {
		if p.crossed[kind] > 0 {
			p.crossed[kind]-- // the block was reported when another end tag crossed it
			return
		}
		if p.lost {
			p.lost = false // as was the clause before this end
			return
		}
		t := p.tags[n]
		p.failf(strayEnd, t.NameAt, `%q ends nothing: there is no open {%% %s %%} before it`, t.Name, t.Name[len("end"):])
		return
	}
	for p.blocks[len(p.blocks)-1].kind != kind {
		p.force(n)
	}
	b := p.pop(p.tags[n].Start, n)
	p.linked = true
	if kind == captureBlock {
		p.nameCapture(b, p.tags[n].End)
	}
}

// clause adds an else, elsif or when to the innermost block that can have it.
func (p *parser) clause(n int, syntax tagSyntax) {
	open := 0
	for _, kind := range syntax.of {
		open += p.depths[kind]
	}
	t := p.tags[n]
	if open == 0 {
		if p.lost {
			return
		}
		p.lost = true
		p.failf(misplacedClause, t.NameAt, `%q stands in no block that can have it: it belongs between {%% %s %%} and {%% end%s %%}`,
			t.Name, blockNames[syntax.of[0]], blockNames[syntax.of[0]])
		return
	}
	for !slices.Contains(syntax.of, p.blocks[len(p.blocks)-1].kind) {
		p.force(n)
	}
	b := &p.blocks[len(p.blocks)-1]
	p.endBranch(b)
	p.linked = true
	if b.isElse {
		p.failf(misplacedClause, t.NameAt, `%q stands after {%% else %%}, where it is never reached: move it before, or end the block first`, t.Name)
	}
	b.last, b.isElse = n, t.Name == "else"
	if b.kind == forBlock {
		p.leaveLoop(b, t.Start) // the else of a for runs without its variable
	}
}

// force closes the innermost block because tag n, which belongs to an outer one, follows.
func (p *parser) force(n int) {
	b := p.pop(p.tags[n].Start, -1)
	p.crossed[b.kind]++
	p.missingEnd(b, `before {% `+p.tags[n].Name+` %}`)
	if b.kind == captureBlock {
		p.nameCapture(b, p.tags[n].Start)
	}
}

// pop takes the innermost block from the stack. It ends at a place, with an end tag
// or, when that is -1, without.
func (p *parser) pop(at, end int) block {
	b := p.blocks[len(p.blocks)-1]
	p.blocks = p.blocks[:len(p.blocks)-1]
	p.depths[b.kind]--
	p.leaveLoop(&b, at)
	if end >= 0 {
		at = p.tags[end].End
	}
	p.endBlock(&b, end, at)
	return b
}

// missingEnd reports a block without end tag. It is a mistake of its own,
// whatever else the present tag has.
func (p *parser) missingEnd(b block, where string) {
	if b.quiet {
		return
	}
	name := blockNames[b.kind]
	t := p.tags[b.tag]
	p.errs = append(p.errs, Error{Span: t.Span, Kind: unclosedBlock, Message: "{% " + name + " %} is never closed: write {% end" + name + " %} " + where})
}

// endOfText reports the blocks that are still open.
func (p *parser) endOfText() {
	p.text(len(p.s))
	for len(p.blocks) > 0 {
		b := p.pop(len(p.s), -1)
		p.missingEnd(b, "after it")
		if b.kind == captureBlock {
			p.nameCapture(b, len(p.s))
		}
	}
}
