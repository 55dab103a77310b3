package liquid

// NodeKind tells what a Node is.
type NodeKind uint8

// The kinds of Node.
const (
	TextNode    NodeKind = iota // printed as it stands, also what stands within raw
	CommentNode                 // the text within comment, never printed
	OutputNode                  // {{ … }}; Index counts in Template.Outputs
	TagNode                     // {% … %}; Index counts in Template.Tags. In Nodes, one of no block
	BlockNode                   // from an opening tag, which Index names, to its end tag
)

// Node is one part of a template: a leaf, or a block that holds others. The nodes
// of a Template cover its text without gap, and so do those of a branch, between
// the tags around it.
type Node struct {
	Span
	Kind  NodeKind
	Index int    // in Outputs or Tags, -1 for text
	Block *Block // of a BlockNode
}

// Block is what stands between an opening tag and its end tag. Each branch begins
// with a tag: the opening one, or an else, elsif or when. What stands before the
// first when of a case, in the branch of the case tag, is never printed.
type Block struct {
	Branches []Branch // at least one
	End      int      // the end tag in Template.Tags, -1 where it is missing
}

// Branch is one branch of a Block.
type Branch struct {
	Tag   int // in Template.Tags
	Nodes []Node
}

// Expr is an expression as it is written: operands, each with its filters, and the
// operators between them. Which of several "and" and "or" binds stronger is not
// decided here, since engines differ.
type Expr struct {
	Span
	Terms []Term // empty only where nothing stands
}

// Term is an operand of an Expr with its filters and the operator before it.
type Term struct {
	Op   Operator // NoOperator for the first
	OpAt int      // where the operator starts
	Operand
	Filters []Filter
}

// Operator joins a Term to the one before it.
type Operator uint8

// The operators. OtherOperator is one that Liquid does not have, such as + or ||,
// and has an Error.
const (
	NoOperator Operator = iota
	Equal
	NotEqual // != and <>
	Less
	Greater
	LessEqual
	GreaterEqual
	Contains
	And
	Or
	To // the dots of a range
	OtherOperator
)

var operators = map[string]Operator{
	"==": Equal, "!=": NotEqual, "<>": NotEqual, "<": Less, ">": Greater, "<=": LessEqual, ">=": GreaterEqual,
	"contains": Contains, "and": And, "or": Or,
}

var operatorNames = [...]string{"", "==", "!=", "<", ">", "<=", ">=", "contains", "and", "or", "..", "?"}

// String returns the operator as it is written, != also for <>, and ? for an
// OtherOperator.
func (o Operator) String() string { return operatorNames[o] }

// Argument is a value that a filter or a tag is given: those of a filter, the
// values of when and cycle, and for a loop what it runs over and its options.
// reversed is an argument with that name and without a value, and the value of
// offset: continue is a NoOperand.
type Argument struct {
	NameAt Span // as in limit: 5; empty when it has no name
	Expr
}

// text makes a node of the plain text from the last leaf up to to.
func (p *parser) text(to int) {
	if p.covered < to {
		p.plain(TextNode, to)
	}
}

func (p *parser) plain(kind NodeKind, to int) {
	p.nodes = append(p.nodes, Node{Span: Span{p.covered, to}, Kind: kind, Index: -1})
	p.covered = to
}

// leaf makes a node of an output, or of a tag that takes part in no block.
func (p *parser) leaf(kind NodeKind, index int, at Span) {
	p.nodes = append(p.nodes, Node{Span: at, Kind: kind, Index: index})
	p.covered = at.End
}

// endBranch gathers the nodes of a block's latest branch.
func (p *parser) endBranch(b *block) {
	p.branches = append(p.branches, Branch{Tag: b.last, Nodes: p.room.nodes.keep(p.nodes[b.nodes:])})
	p.nodes = p.nodes[:b.nodes]
}

// endBlock makes a node of a block, which end, if it is not -1, closes.
func (p *parser) endBlock(b *block, end, at int) {
	p.endBranch(b)
	list := [1]Block{{Branches: p.room.branches.keep(p.branches[b.branches:]), End: end}}
	p.branches = p.branches[:b.branches]
	p.nodes = append(p.nodes, Node{
		Span: Span{p.tags[b.tag].Start, at}, Kind: BlockNode, Index: b.tag, Block: &p.room.blocks.keep(list[:])[0],
	})
}

// push adds a term to the expression that is being read.
func (p *parser) push(op Operator, at int, o Operand) {
	p.terms = append(p.terms, Term{Op: op, OpAt: at, Operand: o})
}

// take makes an expression of the terms from base on.
func (p *parser) take(base, start int) Expr {
	e := Expr{Span: Span{start, max(start, start+len(trimRight(p.s[start:max(start, p.pos)])))}}
	e.Terms = p.room.terms.keep(p.terms[base:])
	p.terms = p.terms[:base]
	return e
}

// keepExpr returns where an expression stays.
func (p *parser) keepExpr(e Expr) *Expr {
	list := [1]Expr{e}
	return &p.room.exprs.keep(list[:])[0]
}

// value reads an operand, and the arithmetic after it that people try.
func (p *parser) value() Expr {
	p.space()
	base, start := len(p.terms), p.pos
	p.push(NoOperator, 0, p.operand())
	p.arithmetic(NoOperand)
	return p.take(base, start)
}

// argument adds an argument to those of the present tag or filter.
func (p *parser) argument(name Span, e Expr) {
	p.args = append(p.args, Argument{NameAt: name, Expr: e})
}
