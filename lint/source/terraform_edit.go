package source

import (
	"bytes"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// name writes the name of a member: in HCL without quotes, where it can be.
func (w *writer) name(name string) string {
	if w.encoding == terraform && hclsyntax.ValidIdentifier(name) {
		return name
	}
	return w.encoding.quoted(name)
}

// writeName writes the name of a member as another one is written.
func (f *File) writeName(like Node, name string) string {
	w := writer{encoding: f.encoding}
	if s := like.KeySpan(); s.Len() > 0 && f.Bytes[s.Start] == '"' {
		return f.encoding.quoted(name)
	}
	return w.name(name)
}

// isHeredoc reports whether a value is one.
func (f *File) isHeredoc(n Node) bool {
	return f.encoding == terraform && bytes.HasPrefix(n.Raw(), []byte("<<"))
}

// removeLines works out how a member or element of HCL is taken out: the lines that
// it has for itself, or, where several stand on one line, the member with a comma.
// It is left alone where a comment makes that hard to tell.
func (n Node) removeLines() (at Span, text string, ok bool) {
	data := n.f.Bytes
	begin, end := n.begin(), n.Span().End
	line := bytes.LastIndexByte(data[:begin], '\n') + 1
	after := end
	for after < len(data) && (data[after] == ' ' || data[after] == '\t' || data[after] == ',' || data[after] == '\r') {
		after++
	}
	ownStart := indent(data[line:begin]) == begin-line
	comment := after < len(data) && (data[after] == '#' || bytes.HasPrefix(data[after:], []byte("//")))
	if comment {
		if i := bytes.IndexByte(data[after:], '\n'); i >= 0 {
			after += i
		}
	}
	switch {
	case ownStart && after < len(data) && data[after] == '\n':
		return Span{line, after + 1}, "", true
	case comment || n.f.isHeredoc(n):
		return Span{}, "", false
	}
	if next := n.Next(); next.f != nil {
		return Span{begin, next.begin()}, "", isPlain(data[end:next.begin()])
	}
	if before := n.before(); before.f != nil {
		return Span{before.Span().End, end}, "", isPlain(data[before.Span().End:begin]) && !n.f.isHeredoc(before)
	}
	p := n.Parent().Span()
	return Span{p.Start + 1, p.End - 1}, "", isPlain(data[p.Start+1:begin]) && isPlain(data[end:p.End-1])
}

// isPlain reports whether nothing but white space and a comma stands between two
// members.
func isPlain(gap []byte) bool { return len(bytes.Trim(gap, " \t\r\n,")) == 0 }
