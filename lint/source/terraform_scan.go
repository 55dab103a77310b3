package source

import (
	"bytes"
	"sort"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A templateScan finds the parts of a template or heredoc. The literal text, nearly
// all of it, is read here: Terraform's parser takes a token for each line, and then
// joins the lines one by one, so that its time grows with their square. What stands
// in braces is left to the parser.
type templateScan struct {
	partsOf
	file    *File
	start   int // where the data begin in the file
	end     int
	open    []partKind // the directives that are open
	only    hclsyntax.Expression
	direct  bool    // objects are left out for the parser and read directly
	objects objects // those in the only expression
	failed  int     // where it was given up
	tries   int     // marks of heredocs that were none
	refused int     // objects that cannot be read directly
}

// scanTemplate returns the parts of a span, or reports false where the parser must
// tell what is wrong, or how the braces are meant. When one expression is all there
// is, but for white space, it is kept.
func scanTemplate(f *File, s Span, direct bool) (*templateScan, bool) {
	t := &templateScan{partsOf: partsOf{data: f.Bytes, literal: bareLiteral, at: s.Start}, file: f, end: s.End, direct: direct}
	for at := s.Start; ; {
		mark := t.mark(at)
		if mark < 0 {
			break
		}
		t.failed = mark
		end := t.closing(mark+2, '{')
		if end < 0 || !t.marked(mark, end) {
			return t, false
		}
		at = end
	}
	if t.end > t.at {
		t.add(t.literal, t.end)
	}
	t.trim()
	return t, len(t.open) == 0
}

// mark returns where the next ${ or %{ begins that is not escaped, -1 for none.
func (t *templateScan) mark(from int) int {
	for at := from; at < t.end; {
		i := bytes.IndexByte(t.data[at:t.end], '{')
		if i < 0 {
			return -1
		}
		at += i
		run := 0
		for at-run > from && (t.data[at-1] == '$' || t.data[at-1] == '%') && t.data[at-run-1] == t.data[at-1] {
			run++
		}
		if run == 1 {
			return at - 1
		}
		at++
	}
	return -1
}

// closing returns the place after the brace or quote that closes the one that was
// opened before a place, -1 when that cannot be told.
func (t *templateScan) closing(at int, opening byte) int {
	inside := []byte{opening} // what is open: braces and quotes
	for at < t.end {
		rest := t.data[at:t.end]
		last := inside[len(inside)-1]
		var opened byte
		skip := 1
		switch c := rest[0]; {
		case last == '"' && c == '"', last == '{' && c == '}':
			inside = inside[:len(inside)-1]
			if len(inside) == 0 {
				return at + 1
			}
		case last == '"':
			skip, opened = quotedStep(rest)
		case c == '"':
			if n := plainLen(rest[1:]); n >= 0 {
				skip = n + 2
			} else {
				opened = c
			}
		case c == '{':
			opened = c
		case c == '#', c == '/':
			skip = commentLen(rest)
		case c == '<':
			skip = t.heredocLen(at)
		}
		if opened != 0 {
			inside = append(inside, opened)
		}
		if len(inside) > maxNesting {
			return -1
		}
		at += skip
	}
	return -1
}

// quotedStep returns how many bytes to go on within quotes, and the brace that opens
// an expression there.
func quotedStep(rest []byte) (skip int, opened byte) {
	c := rest[0]
	if c == '\\' {
		return 2, 0
	}
	if c != '$' && c != '%' {
		return 1, 0
	}
	run := len(rest) - len(bytes.TrimLeft(rest, string(c)))
	switch {
	case run == len(rest) || rest[run] != '{':
		return run, 0
	case run > 1:
		return run + 1, 0 // escaped
	}
	return 2, '{'
}

// heredocLen returns how many bytes there are to the end of a heredoc, 1 when none
// begins at a place.
func (t *templateScan) heredocLen(at int) int {
	if h, ok := t.heredoc(at); ok {
		return h.End - at
	}
	return 1
}

// heredoc returns the lines between the marks of a heredoc that begins at a place.
func (t *templateScan) heredoc(at int) (body Span, ok bool) {
	if t.tries < maxHeredocs && bytes.HasPrefix(t.data[at:t.end], []byte("<<")) {
		if body, ok = heredocAt(t.data[:t.end], at); !ok {
			t.tries++
		}
	}
	return body, ok
}

// commentLen returns how long the comment is that a text begins with; a slash alone is
// none, and has one byte.
func commentLen(rest []byte) int {
	end, from := []byte("\n"), 0
	switch {
	case bytes.HasPrefix(rest, []byte("/*")):
		end, from = []byte("*/"), 2
	case rest[0] == '/' && !bytes.HasPrefix(rest, []byte("//")):
		return 1
	}
	if i := bytes.Index(rest[from:], end); i >= 0 {
		return from + i + len(end)
	}
	return len(rest)
}

// marked adds the literal before an expression or directive, and that itself.
func (t *templateScan) marked(mark, end int) bool {
	if mark > t.at {
		t.add(t.literal, mark)
	}
	kind := hole
	if t.data[mark] == '%' {
		var ok bool
		if kind, ok = t.directive(mark, end); !ok {
			return false
		}
	} else if e, cuts, objects, ok := parsePart(t.file, Span{mark, end}, "", t.direct); ok {
		t.only, t.cuts, t.objects = e, cuts, objects
	} else {
		return false
	}
	t.add(kind, end)
	return true
}

// directive reads a directive and keeps which are open.
func (t *templateScan) directive(mark, end int) (partKind, bool) {
	inner := bytes.TrimSpace(bytes.Trim(t.data[mark+2:end-1], "~"))
	word, rest, _ := bytes.Cut(inner, []byte(" "))
	last := partKind(hole)
	if n := len(t.open); n > 0 {
		last = t.open[n-1]
	}
	if len(rest) > 0 && string(word) != "if" && string(word) != "for" {
		return 0, false
	}
	switch string(word) {
	case "if":
		t.open = append(t.open, ifBranch)
		_, _, _, ok := parsePart(t.file, Span{mark, end}, "%{endif}", false)
		return ifBranch, ok && len(t.open) < maxNesting
	case "for":
		t.open = append(t.open, forLoop)
		_, _, _, ok := parsePart(t.file, Span{mark, end}, "%{endfor}", false)
		return forLoop, ok && len(t.open) < maxNesting
	case "else":
		if last != ifBranch {
			return 0, false
		}
		t.open[len(t.open)-1] = elseBranch
		return elseBranch, true
	case "endif", "endfor":
		if (last == forLoop) != (string(word) == "endfor") || last == hole {
			return 0, false
		}
		t.open = t.open[:len(t.open)-1]
		return endBranch, true
	}
	return 0, false
}

// onlyExpression returns the expression that the template is, with nothing but white
// space around it.
func (t *templateScan) onlyExpression() hclsyntax.Expression {
	holes := 0
	for _, p := range t.list {
		switch {
		case p.kind == hole:
			holes++
		case !p.kind.isLiteral() || len(bytes.TrimSpace(t.data[p.start:p.end])) > 0:
			return nil
		}
	}
	if w, ok := t.only.(*hclsyntax.TemplateWrapExpr); ok && holes == 1 {
		return w.Wrapped
	}
	return nil
}

// parsePart has the parser read an expression or a directive with its braces, and
// what is to follow it. See shorten for direct.
func parsePart(f *File, s Span, closing string, direct bool) (e hclsyntax.Expression, cuts []cut, found objects, ok bool) {
	text, cuts, found := shorten(f, s, direct)
	if closing != "" {
		text = append(bytes.Clone(text), closing...)
	}
	start := hcl.InitialPos
	start.Byte = s.Start
	if tooDeep(text, start, hclsyntax.LexTemplate) != nil {
		return nil, nil, nil, false
	}
	e, diagnostics := hclsyntax.ParseTemplate(text, "", start)
	return e, cuts, found, !diagnostics.HasErrors()
}

// maxHeredocs is how many marks that look like the beginning of a heredoc and have no
// end are looked into: for each of them the rest of the text is read.
const maxHeredocs = 50

// A cut is text that the parser is not shown.
type cut struct{ at, before int } // a byte of the text without the cuts, and how much was cut up to there

// shorten leaves out of a text what the parser would take long for and can say nothing
// of: what stands in heredocs, and in strings without escapes and expressions. Where this is
// mistaken about what a string or a heredoc is, the parser finds a mistake, and is shown all.
// With direct, what stands in the objects that are given to jsonencode is left out too.
func shorten(f *File, s Span, direct bool) (short []byte, cuts []cut, found objects) {
	text := f.Bytes[s.Start:s.End]
	t := &templateScan{partsOf: partsOf{data: text}, file: f, start: s.Start, end: len(text)}
	done, removed := 0, 0
	leave := func(s Span) {
		short = append(short, text[done:s.Start]...)
		removed += s.Len()
		cuts = append(cuts, cut{t.start + len(short), removed})
		done = s.End
	}
	for at := 0; at < len(text); {
		switch text[at] {
		case '"':
			n := plainLen(text[at+1:])
			if n < 0 {
				end := t.closing(at+1, '"')
				if end < 0 {
					return text, nil, nil
				}
				at = end
				continue
			}
			if n > 0 {
				leave(Span{at + 1, at + 1 + n})
			}
			at += n + 2
		case '#', '/':
			at += commentLen(text[at:])
		case '<':
			body, ok := t.heredoc(at)
			switch {
			case !ok:
				at++
				continue
			case body.Len() > 0:
				leave(body)
			}
			at = body.End
		case '{':
			if direct {
				if o := t.object(at, found == nil); o != nil {
					if found == nil {
						found = objects{}
					}
					found[s.Start+at] = o
					leave(Span{at + 1, o.at - s.Start - 1})
					at = o.at - s.Start - 1
				}
			}
			at++
		default:
			at++
		}
	}
	if done == 0 {
		return text, nil, nil
	}
	return append(short, text[done:]...), cuts, found
}

// plainLen returns how many bytes there are to the quote that closes a string, -1 when
// it holds escapes, expressions, or what is no ASCII.
func plainLen(rest []byte) int {
	for i, c := range rest {
		switch {
		case c == '"':
			return i
		case c == '\\', c == '$', c == '%', c < ' ', c >= 0x7f:
			return -1
		}
	}
	return -1
}

// heredocAt returns the lines between the marks of a heredoc that begins at a place.
func heredocAt(text []byte, at int) (body Span, ok bool) {
	line, _, more := bytes.Cut(text[at:], []byte("\n"))
	marker := bytes.TrimRight(bytes.TrimPrefix(line[min(2, len(line)):], []byte("-")), "\r")
	before := text[bytes.LastIndexByte(text[:at], '\n')+1 : at]
	if !more || !hclsyntax.ValidIdentifier(string(marker)) || bytes.HasPrefix(bytes.TrimSpace(before), []byte("#")) ||
		bytes.HasPrefix(bytes.TrimSpace(before), []byte("//")) || bytes.Count(before, []byte(`"`))%2 == 1 {
		return Span{}, false
	}
	body = Span{at + len(line) + 1, at + len(line) + 1}
	for body.End < len(text) {
		line, _, _ := bytes.Cut(text[body.End:], []byte("\n"))
		if bytes.Equal(bytes.TrimSpace(line), marker) {
			return body, true
		}
		body.End += len(line) + 1
	}
	return Span{}, false
}

// original returns the byte of the file that stands at a byte of the text without
// the cuts.
func original(cuts []cut, at int) int {
	i := sort.Search(len(cuts), func(i int) bool { return cuts[i].at > at })
	if i == 0 {
		return at
	}
	return at + cuts[i-1].before
}
