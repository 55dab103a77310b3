package lint

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"studiolint/lint/source"
)

// A yamlNode is one value of a YAML text, with the bytes it stands at. It is all
// that the rest of the program sees of YAML.
type yamlNode struct {
	kind   yamlKind
	text   string // of a scalar, decoded
	span   source.Span
	keys   []yamlNode // of a mapping, one for each child
	values []yamlNode // of a mapping or a list
}

type yamlKind uint8

const (
	yamlNull yamlKind = iota
	yamlBool
	yamlNumber
	yamlText
	yamlList
	yamlMapping
)

func (k yamlKind) String() string {
	return [...]string{"nothing", "a truth value", "a number", "a text", "a list", "a mapping"}[k]
}

// The YAML module takes time that grows with the square of these, and memory
// without bound; no configuration needs as much.
const (
	maxYAMLKeys  = 20_000
	maxYAMLDepth = 32
)

// A yamlError is why a text cannot be read, and where.
type yamlError struct {
	span    source.Span
	message string
}

// parseYAML reads one document of plain YAML: mappings, lists and scalars, without
// anchors, tags and what else a configuration does not need.
func parseYAML(f *source.File) (root yamlNode, err *yamlError) {
	defer func() {
		if cause := recover(); cause != nil { // in the YAML module
			err = &yamlError{message: fmt.Sprintf("this is not YAML that can be read (%v)", cause)}
		}
	}()
	y := yamlReader{f}
	text := string(f.Bytes[f.Line(1).Start:]) // without a byte order mark
	if i := invalidUTF8(text); i >= 0 {
		at := len(f.Bytes) - len(text) + i
		return root, &yamlError{source.Span{Start: at, End: at + 1}, "this byte is not UTF-8: save the file as UTF-8"}
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
			return root, &yamlError{n.span, "a second document begins here: a configuration is one document"}
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

type yamlReader struct{ file *source.File }

// guard refuses what the parser would choke on and what a configuration does not
// need: aliases, which can unfold without bound, tags, directives, complex keys.
func (y yamlReader) guard(tokens token.Tokens) *yamlError {
	depth, keys, line := 0, 0, 0
	for _, t := range tokens {
		refuse := func(format string, args ...any) *yamlError {
			return &yamlError{y.span(t), fmt.Sprintf(format, args...)}
		}
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			return refuse("a text that begins with %q needs quotes here; a configuration takes no anchors and aliases", t.Value)
		case token.TagType:
			return refuse("a text that begins with ! needs quotes; a configuration takes no tags")
		case token.DirectiveType:
			return refuse("a text that begins with %% needs quotes; a configuration takes no directives")
		case token.MappingKeyType:
			return refuse("a text that begins with ? needs quotes; a configuration takes no complex keys")
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.MappingValueType:
			if keys++; keys > maxYAMLKeys {
				return refuse("the configuration has more than %d keys", maxYAMLKeys)
			}
		case token.SequenceEntryType:
			if t.Position.Line == line {
				return refuse("a list begins directly within a list here, which no key takes")
			}
			line = t.Position.Line
		}
		if depth > maxYAMLDepth {
			return refuse("lists and mappings are nested too deeply")
		}
	}
	return nil
}

// explain turns the YAML module's error into one with a place.
func (y yamlReader) explain(err error) *yamlError {
	var at interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &at) {
		return &yamlError{message: "this is not valid YAML: " + err.Error()}
	}
	message := at.GetMessage()
	if strings.Contains(message, "tab character") || strings.Contains(message, "\t") {
		message = "a tab stands where only spaces may: indent with spaces"
	}
	return &yamlError{y.span(at.GetToken()), "this is not valid YAML: " + message}
}

func (y yamlReader) node(n ast.Node) yamlNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return y.mapping(y.span(n.Start), n.Values)
	case *ast.MappingValueNode:
		return y.mapping(source.Span{}, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		list := yamlNode{kind: yamlList, span: y.span(n.Start)}
		for _, v := range n.Values {
			list.values = append(list.values, y.node(v))
		}
		return list
	case *ast.LiteralNode:
		return yamlNode{kind: yamlText, text: n.Value.Value, span: y.span(n.Start)}
	case nil:
		return yamlNode{}
	}
	t := n.GetToken()
	scalar := yamlNode{span: y.span(t)}
	if t != nil {
		scalar.text = t.Value
	}
	switch n.(type) {
	case *ast.StringNode:
		scalar.kind = yamlText
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		scalar.kind = yamlNumber
	case *ast.BoolNode:
		scalar.kind = yamlBool
	}
	return scalar
}

func (y yamlReader) mapping(span source.Span, entries []*ast.MappingValueNode) yamlNode {
	m := yamlNode{kind: yamlMapping, span: span}
	for _, e := range entries {
		key, value := y.node(e.Key), y.node(e.Value)
		if value.kind == yamlNull {
			value.span = key.span // what is empty has no place of its own
		}
		m.keys = append(m.keys, key)
		m.values = append(m.values, value)
	}
	if len(m.keys) > 0 && y.file.Bytes[span.Start] != '{' {
		m.span = m.keys[0].span
	}
	return m
}

// span returns the bytes of a token. The module counts lines and letters; its
// offsets are not reliable.
func (y yamlReader) span(t *token.Token) source.Span {
	if t == nil || t.Position == nil {
		return source.Span{}
	}
	line := y.file.Line(t.Position.Line)
	rest := y.file.Bytes[line.Start:line.End]
	at := line.Start
	for i := 1; i < t.Position.Column && len(rest) > 0; i++ {
		_, n := utf8.DecodeRune(rest)
		rest, at = rest[n:], at+n
	}
	return source.Span{Start: at, End: at + tokenLen(t, string(rest))}
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
		if t.Value != "" && strings.HasPrefix(rest, t.Value) {
			return len(t.Value)
		}
	}
	return n
}
