package liquid

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Parse reads a template. It never fails, and its time is proportional to the
// length of text. The roots are the names that paths of the flow begin with; by them
// it knows a variable where the braces before it or the space are missing.
func Parse(text string, roots ...string) *Template {
	p := parsers.Get().(*parser)
	t := p.parse(text, roots)
	parsers.Put(p)
	return t
}

// parse reads a template, and makes the parser ready for the next.
func (p *parser) parse(text string, roots []string) *Template {
	if text == "" {
		return &Template{}
	}
	if !HasMarkup(text) && !strings.Contains(text, "}}") {
		return &Template{Nodes: []Node{{Span: Span{0, len(text)}, Index: -1}}}
	}
	p.s, p.roots = text, roots
	p.budget = 4*len(text) + 1024
	if len(text) > largeText {
		p.makeRoom()
	}
	p.scan()
	p.endOfText()
	p.strayBraces()
	t := p.template()
	if len(text) > largeText {
		*p = parser{}
		return t
	}
	p.reset()
	if p.kept += len(text) + leastKept; p.kept > mostKept {
		p.room, p.kept = room{}, 0
	}
	return t
}

// The lists of a parser's templates lie side by side, and who keeps one of them keeps
// alive what lies beside it, and the texts of that. So the parser begins anew after this
// many bytes of texts; of a short one that many count at least.
const (
	mostKept  = 1 << 15
	leastKept = 1 << 6
)

// A parser holds the lists of a template while they grow. Parse copies them and
// keeps the parser for the next template, unless the present one was large.
var parsers = sync.Pool{New: func() any { return new(parser) }}

const largeText = 1 << 16

// parser reads one template. pos and end bound the expression being read.
type parser struct {
	s        string
	roots    []string
	pos, end int

	markup  []Node
	outputs []Output
	tags    []Tag
	refs    []Reference
	open    []Segment // of the references that are being read
	filters []Filter
	locals  []Local
	errs    []Error

	// Of the tree, the nodes, branches and terms whose parents are being read, and
	// the filters and arguments.
	nodes    []Node
	branches []Branch
	terms    []Term
	args     []Argument
	covered  int  // where the last leaf ends
	linked   bool // the present tag is one of a block's

	blocks  []block
	depths  [blockKinds]int // how many blocks of each kind are open
	crossed [blockKinds]int // how many of each kind were closed by force: their end tag may yet come
	lost    bool            // a block whose opening tag is missing was reported and has not ended
	scope   map[string]int  // the local each name stands for here

	use      Use
	depth    int  // of brackets
	latest   int  // the reference read last
	failed   bool // this piece of markup has its error
	mistakes int  // calls of fail so far
	loose    bool // this piece has no proper end: what follows its expression may be plain text
	nests    bool // this piece holds {{ … }}

	filtered bool // there is a filter
	odd      bool // there is a term that engines may read differently, see Differences

	room room // of the finished lists
	kept int  // bytes of the texts whose lists lie in the room

	noPlaceholder int // no placeholder ends between the last failure and here
	budget        int // bytes that may still be read in vain, see delimit
}

// reset empties the parser. Behind the lists, parts of the text stay in memory
// until they are overwritten, which is why large texts take no part in the pool.
func (p *parser) reset() {
	clear(p.scope)
	*p = parser{
		markup: p.markup[:0], outputs: p.outputs[:0], tags: p.tags[:0],
		refs: p.refs[:0], open: p.open[:0],
		filters: p.filters[:0], locals: p.locals[:0],
		errs: p.errs[:0], blocks: p.blocks[:0], scope: p.scope, room: p.room, kept: p.kept,
		nodes: p.nodes[:0], branches: p.branches[:0], terms: p.terms[:0], args: p.args[:0],
	}
}

// makeRoom gives the lists of a large text the room that they need, or at least much of it:
// they become those of the template, and are not copied.
func (p *parser) makeRoom() {
	outputs, tags := strings.Count(p.s, "{{"), strings.Count(p.s, "{%")
	*p = parser{
		s: p.s, roots: p.roots, budget: p.budget,
		markup: make([]Node, 0, outputs+tags), outputs: make([]Output, 0, outputs), tags: make([]Tag, 0, tags),
		refs: make([]Reference, 0, outputs), nodes: make([]Node, 0, outputs),
	}
}

// template copies what was found and ties the lists together.
func (p *parser) template() *Template {
	t := &Template{Locals: exact(p.locals), Errors: exact(p.errs), roots: p.roots, filtered: p.filtered, odd: p.odd}
	if len(p.s) > largeText {
		t.Nodes, t.Markup, t.Outputs, t.Tags, t.References = p.nodes, p.markup, p.outputs, p.tags, p.refs
	} else {
		t.Nodes, t.Markup = p.room.nodes.keep(p.nodes), p.room.nodes.keep(p.markup)
		t.Outputs, t.Tags = p.room.outputs.keep(p.outputs), p.room.tags.keep(p.tags)
		t.References = p.room.refs.keep(p.refs)
	}
	if len(t.Errors) > 1 {
		slices.SortStableFunc(t.Errors, func(a, b Error) int { return cmp.Compare(a.Start, b.Start) })
	}
	return t
}
