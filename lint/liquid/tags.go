package liquid

import (
	"slices"
	"strings"
)

// tagForm tells how a tag takes part in blocks.
type tagForm uint8

const (
	plainTag tagForm = iota // stands alone
	openTag                 // opens a block
	clauseTag
	endTag
)

// tagSyntax is what the parser knows of a tag.
type tagSyntax struct {
	form  tagForm
	block blockKind   // what openTag opens and endTag ends
	of    []blockKind // the blocks a clauseTag may stand in
	args  func(*parser, Span)
}

var tagSyntaxes map[string]tagSyntax

func init() { // not a literal: the functions look up the map
	condition := (*parser).conditionArgs
	nothing := (*parser).noArgs
	loop := (*parser).loopArgs
	tagSyntaxes = map[string]tagSyntax{
		"assign":    {args: (*parser).assignArgs},
		"increment": {args: (*parser).counterArgs},
		"decrement": {args: (*parser).counterArgs},
		"cycle":     {args: (*parser).cycleArgs},
		"break":     {args: nothing},
		"continue":  {args: nothing},

		"if":        {form: openTag, block: ifBlock, args: condition},
		"unless":    {form: openTag, block: unlessBlock, args: condition},
		"case":      {form: openTag, block: caseBlock, args: (*parser).caseArgs},
		"for":       {form: openTag, block: forBlock, args: loop},
		"tablerow":  {form: openTag, block: tablerowBlock, args: loop},
		"capture":   {form: openTag, block: captureBlock, args: (*parser).captureArgs},
		"ifchanged": {form: openTag, block: ifchangedBlock, args: nothing},
		"comment":   {form: openTag, block: commentBlock, args: nothing},
		"raw":       {form: openTag, block: rawBlock, args: nothing},

		"elsif": {form: clauseTag, of: []blockKind{ifBlock, unlessBlock}, args: condition},
		"else":  {form: clauseTag, of: []blockKind{ifBlock, unlessBlock, caseBlock, forBlock}, args: (*parser).elseArgs},
		"when":  {form: clauseTag, of: []blockKind{caseBlock}, args: (*parser).whenArgs},
	}
	for name, syntax := range tagSyntaxes {
		if syntax.form == openTag {
			tagSyntaxes["end"+name] = tagSyntax{form: endTag, block: syntax.block, args: nothing}
		}
	}
}

// Tags returns the names of the tags whose syntax the parser knows, sorted:
// those of Shopify's Liquid without its file tags. A tag beyond them is no
// error of the parser.
func Tags() []string {
	names := make([]string, 0, len(tagSyntaxes))
	for name := range tagSyntaxes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// tag reads the {% at i and returns the place after it, or after the whole
// block for raw and comment.
func (p *parser) tag(i int) int {
	p.newPiece()
	p.text(i)
	p.linked = false
	name, end := p.delimitTag(i)
	n := len(p.tags)
	word := name.In(p.s)
	syntax, known := tagSyntaxes[word]
	p.markup = append(p.markup, Node{Span: Span{i, end.end}, Kind: TagNode, Index: n})
	p.tags = append(p.tags, Tag{
		Span: Span{i, end.end}, Name: word, NameAt: name, Args: p.inside(name.End, end), Known: known || word == "#",
	})
	first := len(p.errs)
	p.reportEnd(Span{i, i + 2}, end)

	args := p.tags[n].Args
	p.pos, p.end = args.Start, args.End
	base := len(p.args)
	p.tagArgs(n, syntax)
	if end.how == unclosed && word != "#" {
		// As in output: what follows may be plain text.
		to := max(name.End, p.pos)
		for to > name.End && spaceByte(p.s[to-1]) {
			to--
		}
		p.endLocals(n, to)
		p.tags[n].End, p.markup[len(p.markup)-1].End, p.errs[first].End = to, to, to
		p.tags[n].Args = Span{min(args.Start, to), to}
	}
	p.tags[n].Arguments = p.room.args.keep(p.args[base:])
	p.args = p.args[:base]
	p.endTag(n)
	if syntax.form == openTag && (syntax.block == rawBlock || syntax.block == commentBlock) {
		return p.verbatim(word, syntax.block)
	}
	return end.end
}

// delimitTag finds the name and the end of the tag at i.
func (p *parser) delimitTag(i int) (name Span, end piece) {
	from := i + 2
	if p.at(from) == '-' {
		from++
	}
	for spaceByte(p.at(from)) {
		from++
	}
	name = Span{from, from}
	if p.at(from) == '#' {
		name.End++
		return name, p.delimitComment(name.End)
	}
	for name.End < len(p.s) && (nameByte(p.s[name.End]) && p.s[name.End] != '-') {
		name.End++
	}
	return name, p.delimit(name.End, '%')
}

// tagArgs reads the arguments of tag n and does what it does to the blocks.
func (p *parser) tagArgs(n int, syntax tagSyntax) {
	switch t := p.tags[n]; {
	case t.Name == "#":
		return
	case syntax.args == nil:
		p.unknownTag(n)
		return
	case syntax.form == openTag:
		p.openBlock(n, syntax.block)
	case syntax.form == endTag:
		p.closeBlock(n, syntax.block)
	case syntax.form == clauseTag:
		p.clause(n, syntax)
	}
	syntax.args(p, p.tags[n].NameAt)
}

// endTag makes a leaf of tag n, unless it is one of a block's.
func (p *parser) endTag(n int) {
	at := p.tags[n].Span
	if !p.linked {
		p.leaf(TagNode, n, at)
		return
	}
	p.covered = at.End
	if last := len(p.nodes) - 1; last >= 0 && p.nodes[last].Kind == BlockNode && p.nodes[last].Block.End == n {
		p.nodes[last].End = at.End // an end tag that is not closed ends before what delimit found
	}
}

// delimitComment finds the end of an inline comment, where quotes and braces mean nothing.
func (p *parser) delimitComment(from int) piece {
	end := piece{body: len(p.s), end: len(p.s), how: unclosed, nested: -1}
	for i := from; i+1 < len(p.s); i++ {
		switch {
		case p.s[i] == '%' && p.s[i+1] == '}':
			return piece{body: i, end: i + 2, nested: -1}
		case p.s[i] == '{' && p.s[i+1] == '%':
			end.body, end.end = i, i
			return end
		}
	}
	return end
}

// verbatim reads what stands between {% raw %} or {% comment %} and its end
// tag, where nothing means anything.
func (p *parser) verbatim(name string, kind blockKind) int {
	from := p.covered
	end := len(p.s)
	for i := from; ; {
		n := strings.Index(p.s[i:], "{%")
		if n < 0 {
			break
		}
		i += n
		if p.isEndTag(i+2, name) {
			end = i
			break
		}
		i += 2
	}
	if kind == commentBlock && from < end {
		p.plain(CommentNode, end)
	}
	p.text(end)
	if end == len(p.s) {
		return end
	}
	return p.tag(end)
}

// isEndTag reports whether the tag whose content starts at i is end+name.
func (p *parser) isEndTag(i int, name string) bool {
	if p.at(i) == '-' {
		i++
	}
	for spaceByte(p.at(i)) {
		i++
	}
	rest, ok := strings.CutPrefix(p.s[i:], "end")
	if !ok {
		return false
	}
	rest, ok = strings.CutPrefix(rest, name)
	return ok && (rest == "" || rest[0] == '-' || !nameByte(rest[0]))
}

// gluedOpening finds the opening tag that word starts with when one of the roots
// follows without space, as in ifflow.
func (p *parser) gluedOpening(word string) (name string, found bool) {
	for _, root := range p.roots {
		if name, found := strings.CutSuffix(word, root); found && tagSyntaxes[name].form == openTag {
			return name, true
		}
	}
	return "", false
}

// unknownTag reads the arguments of a tag nobody knows: what parses is taken,
// anything else is its own affair.
func (p *parser) unknownTag(n int) {
	t := &p.tags[n]
	drop := func(kind ErrorKind, at Span, message string) {
		p.fail(kind, at, message)
		t.Name = ""
	}
	whole := t.NameAt
	if t.Args.Start < t.Args.End {
		whole.End = t.Args.End
	}
	switch next := p.at(t.NameAt.End); {
	case t.Name == "" && t.Args.Start == t.Args.End:
		p.fail(emptyMarkup, t.Span, `"{% %}" does nothing: write a tag between the braces`)
		return
	case t.Name == "":
		p.fail(badTag, t.Args, `a tag starts with its name, as in {% if … %}`)
		return
	case t.Args.Start < t.Args.End && (next == '.' || next == '['):
		if name, glued := p.gluedOpening(t.Name); glued {
			p.lost = true
			drop(badTag, whole, `"`+name+`" must be followed by a space`)
			return
		}
		drop(badTag, whole, `a variable is printed with {{ … }}; {% … %} is for tags`)
	case strings.HasPrefix(t.Args.In(p.s), "=") && !strings.HasPrefix(t.Args.In(p.s), "=="):
		drop(badTag, whole, `write {% assign `+clip(t.Name)+` = … %}`)
	case t.Name == "end" && len(p.blocks) == 0:
		drop(strayEnd, whole, `"end" ends nothing: there is no open block before it`)
		return
	case t.Name == "end":
		b := p.blocks[len(p.blocks)-1]
		drop(badTag, whole, `write {% end`+blockNames[b.kind]+` %}`)
		if last := len(p.errs) - 1; last >= 0 && p.errs[last].Span == whole {
			p.errs[last].instead = "end" + blockNames[b.kind]
		}
		p.closeBlock(n, b.kind)
		return
	}
	if p.pos == p.end {
		return
	}
	refs, errs, failed := len(p.refs), len(p.errs), p.failed
	p.use, p.failed = UseUnknown, false
	if e := p.expression(false); !p.failed {
		p.argument(Span{}, e)
	} else {
		p.latest = -1
		p.refs, p.errs = p.refs[:refs], p.errs[:errs]
	}
	p.failed = failed
}
