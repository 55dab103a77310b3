package source

import "bytes"

// EncodedTwice reports whether Terraform makes JSON text of a node once too often: of an object that jsonencode is given
// twice, or of a text that it is given, in the argument definition or as all of a template. In the body of a request a
// definition is to be encoded twice.
func (n Node) EncodedTwice() bool {
	if n.f == nil || !n.f.IsTerraform() {
		return false
	}
	before := n.f.Bytes[:n.Span().Start]
	calls := 2
	if n.IsString() {
		before, calls = withoutQuote(before), 1
	}
	for range calls {
		call, ok := bytes.CutSuffix(bytes.TrimRight(before, " \t\r\n"), []byte("jsonencode("))
		if !ok {
			return false
		}
		before = call
	}
	before = bytes.TrimSpace(bytes.TrimPrefix(before, bom))
	if string(before) == "${" {
		return true
	}
	name, ok := bytes.CutSuffix(before, []byte("="))
	name = bytes.TrimRight(name, " \t")
	const argument = "definition"
	rest, named := bytes.CutSuffix(name, []byte(argument))
	return ok && named && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n{"), rest[len(rest)-1]) >= 0)
}

// withoutQuote takes away what begins a quoted string or a heredoc.
func withoutQuote(before []byte) []byte {
	before = bytes.TrimRight(before, " \t")
	if rest, ok := bytes.CutSuffix(before, []byte(`"`)); ok {
		return rest
	}
	line := bytes.TrimRight(before, "\r\n")
	if i := bytes.LastIndex(line, []byte("<<")); i >= 0 && bytes.IndexByte(line[i:], '\n') < 0 {
		return line[:i]
	}
	return before
}
