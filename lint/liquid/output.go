package liquid

import "strings"

// output reads the {{ at i and returns the place after it.
func (p *parser) output(i int) int {
	p.newPiece()
	p.text(i)
	from := i + 2
	if p.at(from) == '-' {
		from++
	}
	end := p.delimit(from, '}')
	n := len(p.outputs)
	p.markup = append(p.markup, Node{Span: Span{i, end.end}, Kind: OutputNode, Index: n})
	p.outputs = append(p.outputs, Output{})
	first := len(p.errs)
	p.reportEnd(Span{i, i + 2}, end)

	body := p.inside(from, end)
	p.pos, p.end, p.use = body.Start, body.End, UseOutput
	o := Output{Span: Span{i, end.end}}
	switch {
	case body.Start == body.End:
		p.fail(emptyMarkup, o.Span, `"{{ }}" prints nothing: write what it should print between the braces`)
	case p.s[i+2] == '{' && p.at(i+3) != '{':
		p.fail(badExpression, Span{i, i + 3}, `three braces: Liquid prints with two; put a space before them when the first belongs to the text`)
		p.pos++
		o.Expr = p.expression(false)
	case p.tagWord():
		o.Expr = p.expression(true)
	default:
		o.Expr = p.expression(false)
	}
	o.Expr.Span = body
	if end.how == unclosed {
		// Plain text may follow directly, so the output ends where its expression does.
		o.Expr.End = max(body.Start, p.pos)
		for o.Expr.End > body.Start && spaceByte(p.s[o.Expr.End-1]) {
			o.Expr.End--
		}
		o.End = max(o.Expr.End, i+2)
		p.markup[len(p.markup)-1].End = o.End
		p.errs[first].End = o.End
	}
	p.outputs[n] = o
	p.leaf(OutputNode, n, o.Span)
	return end.end
}

// tagWord tells people who write {{ if x }} or {{ endif }} about {% %}, and
// steps over the word.
func (p *parser) tagWord() bool {
	word := p.word()
	at := Span{p.pos, p.pos + len(word)}
	rest := trimLeft(p.s[at.End:p.end])
	if rest != "" && strings.IndexByte(".[|", rest[0]) >= 0 {
		return false // a variable of that name
	}
	syntax, ok := tagSyntaxes[word]
	if !ok || syntax.form == plainTag && word != "assign" {
		return false
	}
	if _, local := p.scope[word]; local {
		return false
	}
	p.failf(badExpression, at, `%q is a tag: write {%% %s … %%} instead of {{ %s … }}`, word, word, word)
	p.pos = at.End
	return true
}
