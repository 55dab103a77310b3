package source

import (
	"bytes"
	"slices"
	"strings"
)

// A codeBlock is the content of a fenced code block: its lines without what the
// containers around the block, and its own indentation, put before each.
type codeBlock struct {
	lines  []Span
	prefix string // what a further line has to begin with
}

// ParseMarkdown reads a Markdown page. Its root is an array of the fenced code blocks
// that are JSON by their info string, each a string that Node.Parse reads.
//
// The fences are found as CommonMark does, within lists, quotes and wider fences too.
// The usual parser of Markdown in Go works all of a page out, in a time that grows
// with the square of its nesting, and would take 0.8 ms of every start.
func ParseMarkdown(path string, data []byte) *File {
	f := &File{Path: path, Bytes: data, Size: int64(len(data)), text: data, encoding: markdown, blocks: map[int32]*codeBlock{}}
	f.nodes = append(f.nodes, node{end: int32(len(data)), parent: -1, kind: Array})
	p := page{data: data}
	if f.HasBOM() {
		p.at = len(bom)
		f.nodes[0].start = int32(len(bom))
	}
	for p.next() {
		fence, ok := p.fence()
		if !ok {
			continue
		}
		if b, at := p.content(fence); fence.isJSON() {
			f.addBlock(b, at)
		}
	}
	return f
}

// IsMarkdown reports whether the text is a Markdown page.
func (f *File) IsMarkdown() bool { return f.encoding == markdown }

// Outside returns the text of a Markdown page without its blocks of JSON.
func (f *File) Outside() []byte {
	var out []byte
	done := 0
	for n := range f.Root().Children() {
		out = append(out, f.Bytes[done:n.Span().Start]...)
		done = n.Span().End
	}
	return append(out, f.Bytes[done:]...)
}

func (f *File) addBlock(b *codeBlock, at int) {
	end := at
	if n := len(b.lines); n > 0 {
		at, end = b.lines[0].Start, b.lines[n-1].End
	}
	i := int32(len(f.nodes))
	if i > 1 {
		f.nodes[i-1].next = i
	}
	f.nodes = append(f.nodes, node{start: int32(at), end: int32(end), index: f.nodes[0].count, kind: String})
	f.nodes[0].count++
	f.blocks[int32(at)] = b
}

// decodeMarkdown reads a block without what its lines begin with.
func (f *File) decodeMarkdown(span Span) Decoded {
	b := builder{start: span.Start}
	for _, line := range f.blocks[int32(span.Start)].lines {
		b.literal(f.Bytes[line.Start:line.End], line.Start)
	}
	return b.done(span.End)
}

// encodeMarkdown writes text into a block: further lines begin as those around them.
func (f *File) encodeMarkdown(n Node, text string) (string, bool) {
	return strings.ReplaceAll(text, "\n", "\n"+f.blocks[n.row().start].prefix), true
}

// A page is read line by line.
type page struct {
	data  []byte
	at    int // where the next line begins
	line  line
	lists []int // the columns at which the contents of the open list items begin
	quote int   // how many quotes the lists stand in
}

// A line is one line of a page.
type line struct {
	Span        // with its line end
	quote   int // how many > it begins with
	text    int // the byte at which its text begins, after quotes and white space
	column  int // that of the text, counted after the last quote
	isBlank bool
}

// next goes on to the next line, and to the one after a comment of HTML.
func (p *page) next() bool {
	if p.at >= len(p.data) {
		return false
	}
	p.line = p.read(p.at, 0, -1)
	p.at = p.line.End
	if rest := p.data[p.line.text:]; bytes.HasPrefix(rest, []byte("<!--")) {
		end := bytes.Index(rest, []byte("-->"))
		if end < 0 {
			return false
		}
		if after := p.line.text + end; after > p.at {
			p.at = p.read(after, 0, 0).End
		}
	}
	return true
}

// read reads the line that begins at a place and in a column. Quotes beyond a number are
// text; there is no limit for -1.
func (p *page) read(at, column, quotes int) line {
	l := line{Span: Span{at, len(p.data)}, text: at, column: column}
	if i := bytes.IndexByte(p.data[at:], '\n'); i >= 0 {
		l.End = at + i + 1
	}
	for l.text < l.End {
		switch c := p.data[l.text]; {
		case c == ' ':
			l.column++
		case c == '\t':
			l.column += 4 - l.column%4
		case c == '>' && l.quote != quotes && (quotes > 0 || l.column < p.list()+4):
			l.quote, l.column = l.quote+1, 0
			if l.text+1 < l.End && p.data[l.text+1] == ' ' {
				l.text++
			}
		default:
			l.isBlank = c == '\n' || c == '\r'
			return l
		}
		l.text++
	}
	l.isBlank = true
	return l
}

// A fence opens a code block.
type fence struct {
	sign   byte
	length int
	column int
	list   int // the column of the contents of the list item it stands in
	info   string
	line
}

// fence returns the fence that the line opens, if it does.
func (p *page) fence() (fence, bool) {
	l := p.line
	if l.quote != p.quote {
		p.lists, p.quote = p.lists[:0], l.quote
	}
	if l.isBlank {
		return fence{}, false
	}
	for n := len(p.lists); n > 0 && l.column < p.lists[n-1]; n = len(p.lists) {
		p.lists = p.lists[:n-1]
	}
	for l.column-p.list() < 4 { // more is an indented code block
		n := listMarker(p.data[l.text:l.End])
		if n == 0 {
			break
		}
		mark := l.column + n
		rest := p.read(l.text+n, mark, 0)
		if rest.text < l.End && p.data[rest.text] == '>' && rest.column <= mark+4 { // a quote in the list item
			quote := p.read(rest.text, 0, -1)
			l.quote += quote.quote
			p.lists, p.quote = p.lists[:0], l.quote
			if quote.isBlank {
				return fence{}, false
			}
			l.text, l.column = quote.text, quote.column
			continue
		}
		if rest.isBlank || rest.column > mark+4 { // nothing, or an indented code block
			p.lists = append(p.lists, mark+1)
			return fence{}, false
		}
		l.text, l.column = rest.text, rest.column
		if p.lists = append(p.lists, l.column); len(p.lists) > maxNesting {
			return fence{}, false
		}
	}
	text := bytes.TrimRight(p.data[l.text:l.End], " \t\r\n")
	if len(text) < 3 || text[0] != '`' && text[0] != '~' || l.column-p.list() > 3 {
		return fence{}, false
	}
	info := bytes.TrimLeft(text, string(text[:1]))
	f := fence{sign: text[0], length: len(text) - len(info), column: l.column, list: p.list(), info: string(bytes.TrimSpace(info)), line: l}
	return f, f.length >= 3 && (f.sign == '~' || !strings.Contains(f.info, "`"))
}

// list returns the column at which the contents of the innermost list item begin.
func (p *page) list() int {
	if n := len(p.lists); n > 0 {
		return p.lists[n-1]
	}
	return 0
}

// listMarker returns how long the mark of a list item is that a text begins with; 0 for
// none.
func listMarker(text []byte) int {
	n := 1
	if digits := len(text) - len(bytes.TrimLeft(text, "0123456789")); digits > 0 && digits < 10 {
		if n = digits + 1; n > len(text) || text[digits] != '.' && text[digits] != ')' {
			return 0
		}
	} else if len(text) == 0 || bytes.IndexByte([]byte("-*+"), text[0]) < 0 {
		return 0
	}
	if n < len(text) && bytes.IndexByte([]byte(" \t\r\n"), text[n]) < 0 {
		return 0
	}
	return n
}

// content reads the lines up to the fence that closes a block, or to the end of what
// the block stands in. It returns too where the lines begin.
func (p *page) content(open fence) (*codeBlock, int) {
	b, begin := &codeBlock{}, p.at
	for p.at < len(p.data) {
		l := p.read(p.at, 0, open.quote)
		if l.quote < open.quote || !l.isBlank && l.column < open.list {
			break // what the block stands in ends
		}
		p.at = l.End
		if !l.isBlank && open.closes(p.data[l.text:l.End]) && l.column-open.list < 4 {
			break
		}
		start := p.strip(l, open.column)
		b.lines = append(b.lines, Span{start, l.End})
		if prefix := string(p.data[l.Start:start]); len(b.lines) == 1 || len(prefix) > len(b.prefix) {
			b.prefix = prefix
		}
	}
	return b, begin
}

// closes reports whether a line ends the block.
func (f fence) closes(text []byte) bool {
	rest := bytes.TrimLeft(text, string(f.sign))
	return len(text)-len(rest) >= f.length && len(bytes.TrimSpace(rest)) == 0
}

// strip returns where a line begins without the white space up to a column.
func (p *page) strip(l line, column int) int {
	white := p.data[l.Start:l.text]
	start := l.Start
	if l.quote > 0 {
		start += bytes.LastIndexByte(white, '>') + 1
		if start < l.text && p.data[start] == ' ' {
			start++
		}
	}
	for at := 0; at < column && start < l.text; start++ {
		if p.data[start] == '\t' {
			at += 3 - at%4
		}
		at++
	}
	return start
}

// isJSON reports whether the info string names JSON: json, json title="x", {.json}.
func (f fence) isJSON() bool {
	word, _, _ := strings.Cut(strings.TrimLeft(f.info, "{. "), " ")
	if i := strings.IndexAny(word, "{},:;=\t"); i >= 0 {
		word = word[:i]
	}
	return slices.Contains([]string{"json", "application/json"}, strings.ToLower(word))
}
