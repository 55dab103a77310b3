package source

import (
	"bytes"
	"sort"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A part is a stretch of a string of Terraform: text as it stands, or what
// Terraform fills in.
type part struct {
	start, end int32
	kind       partKind
	text       string // of a named part, and of a mark
}

type partKind uint8

const (
	quotedLiteral  partKind = iota // text with the escapes of quoted strings
	bareLiteral                    // text in a heredoc or a template, where only ${ and %{ are escaped
	encodedLiteral                 // a quoted literal that jsonencode makes JSON text of
	encodedMark                    // what jsonencode writes around the values it is given
	hole                           // an expression
	named                          // no part of a string: a name for what has none
	ifBranch                       // %{ if }
	elseBranch                     // %{ else }
	forLoop                        // %{ for }
	endBranch                      // %{ endif } and %{ endfor }
)

func (k partKind) isLiteral() bool { return k <= encodedLiteral }

// isFilled reports whether nobody but Terraform knows what the part becomes.
func (k partKind) isFilled() bool { return k > encodedMark }

// partsAt returns the parts of a string of Terraform that stand in some bytes of the file.
func (n Node) partsAt(at Span) []part {
	parts := n.f.templates[n.row().start]
	from := sort.Search(len(parts), func(i int) bool { return at.Start < int(parts[i].end) })
	to := from
	for to < len(parts) && int(parts[to].start) < at.End {
		to++
	}
	return parts[from:to]
}

// partsOf collects the parts of one string from the syntax tree. The tree has the
// places of literals and expressions; what stands between are the marks around
// expressions.
type partsOf struct {
	data    []byte
	literal partKind
	at      int // where the part begins that comes next
	list    []part
	cuts    []cut // what the parser has not seen
}

func (p *partsOf) add(kind partKind, end int) {
	p.list = append(p.list, part{start: int32(p.at), end: int32(end), kind: kind})
	p.at = end
}

// all adds the parts of a template.
func (p *partsOf) all(parts []hclsyntax.Expression) {
	for _, e := range parts {
		rest := p.data[p.at:]
		switch e := e.(type) {
		case *hclsyntax.ConditionalExpr:
			if bytes.HasPrefix(rest, []byte("%{")) {
				p.conditional(e)
				continue
			}
		case *hclsyntax.TemplateJoinExpr:
			if loop, ok := e.Tuple.(*hclsyntax.ForExpr); ok {
				p.loop(loop)
				continue
			}
		case *hclsyntax.LiteralValueExpr:
			if s := spanOf(e.Range(), p.cuts); !bytes.HasPrefix(rest, []byte("${")) {
				// The indentation that a heredoc takes off belongs to the text.
				if len(bytes.Trim(p.data[p.at:max(s.Start, p.at)], " \t")) > 0 {
					p.hole(s.Start)
				}
				if s.End > p.at {
					p.add(p.literal, s.End)
				}
				continue
			}
		}
		p.add(hole, p.closing(e))
	}
	p.trim()
}

// hole adds what the tree does not name up to a place.
func (p *partsOf) hole(end int) {
	if end > p.at {
		p.add(hole, end)
	}
}

// closing returns the end of the brace that closes what an expression stands in.
func (p *partsOf) closing(e hclsyntax.Expression) int {
	return p.brace(original(p.cuts, e.Range().End.Byte))
}

func (p *partsOf) brace(from int) int {
	from = min(max(from, p.at), len(p.data))
	if i := bytes.IndexByte(p.data[from:], '}'); i >= 0 {
		return from + i + 1
	}
	return len(p.data)
}

// conditional adds a %{ if } with both its branches.
func (p *partsOf) conditional(e *hclsyntax.ConditionalExpr) {
	p.add(ifBranch, p.closing(e.Condition))
	if t, ok := e.TrueResult.(*hclsyntax.TemplateExpr); ok {
		p.all(t.Parts)
	}
	if p.keyword("else") {
		p.add(elseBranch, p.brace(p.at))
		if t, ok := e.FalseResult.(*hclsyntax.TemplateExpr); ok {
			p.all(t.Parts)
		}
	}
	p.add(endBranch, p.brace(p.at))
}

// loop adds a %{ for } with what it repeats.
func (p *partsOf) loop(e *hclsyntax.ForExpr) {
	p.add(forLoop, p.closing(e.CollExpr))
	if t, ok := e.ValExpr.(*hclsyntax.TemplateExpr); ok {
		p.all(t.Parts)
	}
	p.add(endBranch, p.brace(p.at))
}

// keyword reports whether a directive comes next that begins with a word.
func (p *partsOf) keyword(word string) bool {
	rest := bytes.TrimLeft(bytes.TrimPrefix(p.data[p.at:], []byte("%{")), "~ \t\r\n")
	return bytes.HasPrefix(rest, []byte(word))
}

// trim takes off what ~ takes off: white space up to the end of the line in a bare
// text, all of it in a quoted string. It may run more than once over a part.
func (p *partsOf) trim() {
	for i := range p.list {
		q := &p.list[i]
		if q.kind.isLiteral() || q.end-q.start < 4 {
			continue
		}
		if i > 0 && p.list[i-1].kind.isLiteral() && p.data[q.start+2] == '~' {
			before := &p.list[i-1]
			for before.end > before.start && isSpace(p.data[before.end-1]) && (before.kind == quotedLiteral || p.data[before.end-1] != '\n') {
				before.end--
			}
		}
		if i+1 < len(p.list) && p.list[i+1].kind.isLiteral() && p.data[q.end-2] == '~' {
			p.trimLeft(&p.list[i+1], q.end)
		}
	}
}

// trimLeft takes off the white space that a literal begins with, unless that was
// done before.
func (p *partsOf) trimLeft(literal *part, from int32) {
	if literal.start != from {
		return
	}
	for literal.start < literal.end && isSpace(p.data[literal.start]) {
		literal.start++
		if literal.kind == bareLiteral && p.data[literal.start-1] == '\n' {
			return
		}
	}
}

// unindent splits the text of a heredoc at its lines and takes off the white space
// that the least indented one begins with.
func unindent(data []byte, parts []part) []part {
	least := -1
	var lines []part // the literals line by line
	var begins []bool
	newline := true
	for _, p := range parts {
		if !p.kind.isLiteral() {
			if newline {
				least = 0
			}
			newline = false
			lines, begins = append(lines, p), append(begins, false)
			continue
		}
		for at := p.start; at < p.end; {
			end := p.end
			if i := bytes.IndexByte(data[at:p.end], '\n'); i >= 0 {
				end = at + int32(i) + 1
			}
			line := data[at:end]
			blank := len(bytes.TrimSpace(line)) == 0 && line[len(line)-1] == '\n'
			if newline && !blank {
				if n := indent(line); least < 0 || n < least {
					least = n
				}
			}
			lines, begins = append(lines, part{start: at, end: end, kind: p.kind}), append(begins, newline && !blank)
			newline = line[len(line)-1] == '\n'
			at = end
		}
	}
	for i := range lines {
		if begins[i] && least > 0 {
			lines[i].start += int32(least)
		}
	}
	return lines
}

// indent returns how many blanks and tabs a line begins with.
func indent(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " \t")) }
