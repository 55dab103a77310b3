// Package yaml reads what people write for the linter: one document of plain YAML,
// each value with the bytes it stands at.
package yaml

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// A Node is one value of a YAML text.
type Node struct {
	Kind   Kind
	Text   string // of a scalar, decoded
	Span   Span
	Keys   []Node // of a mapping, one for each value
	Values []Node // of a mapping or a list
}

// First returns the index in Keys at which each key of a mapping stands first; nil for what
// is none. twice is called for a key that stands there again, with the first.
func (n Node) First(twice func(key, first Node)) map[string]int {
	if n.Kind != Mapping {
		return nil
	}
	first := make(map[string]int, len(n.Keys))
	for i, key := range n.Keys {
		if at, again := first[key.Text]; again {
			twice(key, n.Keys[at])
			continue
		}
		first[key.Text] = i
	}
	return first
}

// A Span is a half-open range of bytes of a text.
type Span struct{ Start, End int }

// Kind is the kind of a value.
type Kind uint8

// The kinds: of scalars, then of what holds other values.
const (
	Null Kind = iota
	Bool
	Number
	Text
	List
	Mapping
)

// String returns a name for people, with its article.
func (k Kind) String() string {
	return [...]string{"nothing", "a truth value", "a number", "a text", "a list", "a mapping"}[k]
}

// The YAML module takes time that grows with the square of these, and memory
// without bound; no configuration needs as much.
const (
	maxKeys  = 20_000
	maxDepth = 32
)

// An Error is why a text cannot be read, and where.
type Error struct {
	Span    Span
	Message string
}

// Error is the message alone, since the text's name and lines are its reader's.
func (e *Error) Error() string { return e.Message }

// Parse reads one document of plain YAML: mappings, lists and scalars, without
// anchors, tags and what else a configuration does not need. The zero Node is an
// empty document.
func Parse(data []byte) (root Node, err *Error) {
	defer func() {
		if cause := recover(); cause != nil { // in the YAML module
			err = &Error{Message: fmt.Sprintf("this is not YAML that can be read (%v)", cause)}
		}
	}()
	y := newReader(data)
	text := string(data[y.lines[0]:])
	if i := invalidUTF8(text); i >= 0 {
		at := y.lines[0] + i
		return root, &Error{Span{Start: at, End: at + 1}, "this byte is not UTF-8: save the file as UTF-8"}
	}
	// The module counts a line twice where a comment ends in \r\n.
	tokens := lexer.Tokenize(strings.ReplaceAll(text, "\r\n", "\n"))
	if err := y.guard(tokens); err != nil {
		return root, err
	}
	file, failure := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if failure != nil {
		return root, y.explain(failure)
	}
	read := false
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		n := y.node(doc.Body)
		if read {
			return root, &Error{n.Span, "a second document begins here: this file is one document"}
		}
		root, read = n, true
	}
	return root, nil
}

func invalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}

type reader struct {
	data  []byte
	text  string // the same
	lines []int  // where each begins, the first after a byte order mark
	last  *cursor
}

// A cursor is the place that was asked for last: the next one mostly stands after it on
// the same line, which may be as long as the text.
type cursor struct{ line, column, offset int }

func newReader(data []byte) reader {
	y := reader{data: data, text: string(data), lines: []int{0}, last: &cursor{}}
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		y.lines[0] = 3
	}
	for i, c := range data {
		if c == '\n' || c == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			y.lines = append(y.lines, i+1)
		}
	}
	return y
}

// line returns the span of line i, counted from 1, without its line ending.
func (y reader) line(i int) Span {
	if i < 1 || i > len(y.lines) {
		return Span{len(y.data), len(y.data)}
	}
	start, end := y.lines[i-1], len(y.data)
	if i < len(y.lines) {
		end = y.lines[i]
	}
	return Span{start, start + len(bytes.TrimRight(y.data[start:end], "\r\n"))}
}

// guard refuses what the parser would choke on and what a configuration does not
// need: aliases, which can unfold without bound, tags, directives, complex keys.
func (y reader) guard(tokens token.Tokens) *Error {
	depth, keys, line := 0, 0, 0
	for _, t := range tokens {
		refuse := func(format string, args ...any) *Error {
			return &Error{y.span(t), fmt.Sprintf(format, args...)}
		}
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			return refuse("a text that begins with %q needs quotes here; this file takes no anchors and aliases", t.Value)
		case token.TagType:
			return refuse("a text that begins with ! needs quotes; this file takes no tags")
		case token.DirectiveType:
			return refuse("a text that begins with %% needs quotes; this file takes no directives")
		case token.MappingKeyType:
			return refuse("a text that begins with ? needs quotes; this file takes no complex keys")
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.MappingValueType:
			if keys++; keys > maxKeys {
				return refuse("it has more than %d keys", maxKeys)
			}
		case token.SequenceEntryType:
			if t.Position.Line == line {
				return refuse("a list begins directly within a list here, which no key takes")
			}
			line = t.Position.Line
		}
		if depth > maxDepth {
			return refuse("lists and mappings are nested too deeply")
		}
	}
	return nil
}

// explain turns the YAML module's error into one with a place.
func (y reader) explain(err error) *Error {
	var at interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &at) {
		return &Error{Message: "this is not valid YAML: " + err.Error()}
	}
	message := at.GetMessage()
	if strings.Contains(message, "tab character") || strings.Contains(message, "\t") {
		message = "a tab stands where only spaces may: indent with spaces"
	}
	return &Error{y.span(at.GetToken()), "this is not valid YAML: " + message}
}

func (y reader) node(n ast.Node) Node {
	switch n := n.(type) {
	case *ast.MappingNode:
		return y.mapping(y.span(n.Start), n.Values)
	case *ast.MappingValueNode:
		return y.mapping(Span{}, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		list := Node{Kind: List, Span: y.span(n.Start)}
		for _, v := range n.Values {
			list.Values = append(list.Values, y.node(v))
		}
		return list
	case *ast.LiteralNode:
		return Node{Kind: Text, Text: n.Value.Value, Span: y.span(n.Start)}
	case nil:
		return Node{}
	}
	t := n.GetToken()
	scalar := Node{Span: y.span(t)}
	if t != nil {
		scalar.Text = t.Value
	}
	switch n.(type) {
	case *ast.StringNode:
		scalar.Kind = Text
		if t.Type == token.StringType && isNumber(t.Value) {
			scalar.Kind = Number
		}
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		scalar.Kind = Number
	case *ast.BoolNode:
		scalar.Kind = Bool
	}
	if text, inside := tabs(t); inside {
		scalar.Kind, scalar.Text = Text, text
	}
	return scalar
}

// isNumber reports whether a scalar without quotes that is a text to the module is a number
// of JSON's, which all are numbers of YAML: it knows no exponent without a dot before it,
// and none that is too large for an integer.
func isNumber(text string) bool {
	return text != "" && (text[0] == '-' || '0' <= text[0] && text[0] <= '9') && json.Valid([]byte(text))
}

// tabs returns the text of a scalar without quotes that has tabs inside. The module drops
// them from its value, and takes what is left for a number if it looks like one.
func tabs(t *token.Token) (text string, inside bool) {
	if t == nil || t.Type == token.DoubleQuoteType || t.Type == token.SingleQuoteType {
		return "", false
	}
	var b strings.Builder
	blank := 0 // lines since the last word
	for line := range strings.SplitSeq(strings.Trim(t.Origin, " \t\r\n"), "\n") {
		switch line = strings.Trim(line, " \t\r"); {
		case line == "":
			blank++
			continue
		case blank > 0:
			b.WriteString(strings.Repeat("\n", blank))
		case b.Len() > 0:
			b.WriteByte(' ')
		}
		b.WriteString(line)
		blank, inside = 0, inside || strings.Contains(line, "\t")
	}
	return b.String(), inside
}

func (y reader) mapping(span Span, entries []*ast.MappingValueNode) Node {
	m := Node{Kind: Mapping, Span: span}
	for _, e := range entries {
		key, value := y.node(e.Key), y.node(e.Value)
		if value.Kind == Null {
			value.Span = key.Span // what is empty has no place of its own
		}
		m.Keys = append(m.Keys, key)
		m.Values = append(m.Values, value)
	}
	if len(m.Keys) > 0 && y.data[span.Start] != '{' {
		m.Span = m.Keys[0].Span
	}
	return m
}

// span returns the bytes of a token. The module counts lines and letters; its
// offsets are not reliable.
func (y reader) span(t *token.Token) Span {
	if t == nil || t.Position == nil {
		return Span{}
	}
	line := y.line(t.Position.Line)
	c := y.last
	if c.line != t.Position.Line || c.column > t.Position.Column {
		*c = cursor{t.Position.Line, 1, line.Start}
	}
	for ; c.column < t.Position.Column && c.offset < line.End; c.column++ {
		_, n := utf8.DecodeRuneInString(y.text[c.offset:line.End])
		c.offset += n
	}
	return Span{Start: c.offset, End: c.offset + tokenLen(t, y.text[c.offset:line.End])}
}

// tokenLen is how many bytes of its first line a token takes.
func tokenLen(t *token.Token, rest string) int {
	n := len(strings.TrimRight(rest, " \t"))
	switch t.Type {
	case token.DoubleQuoteType:
		for i := 1; i < n; i++ {
			switch rest[i] {
			case '\\':
				i++
			case '"':
				return i + 1
			}
		}
	case token.SingleQuoteType:
		for i := 1; i < n; i++ {
			if rest[i] != '\'' {
				continue
			}
			if i+1 == n || rest[i+1] != '\'' {
				return i + 1
			}
			i++
		}
	default:
		text, inside := tabs(t)
		if !inside {
			text = t.Value
		}
		if text != "" && strings.HasPrefix(rest, text) {
			return len(text)
		}
	}
	return n
}
