package source

import (
	"bytes"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// handsOn are the functions of Terraform that put together what they are given, or hand it
// on, and choose nothing by it.
var handsOn = []string{"format", "join", "concat", "compact", "coalesce", "try", "tostring", "lower", "upper", "trimspace", "urlencode", "jsonencode", "sensitive", "nonsensitive"}

// Literals returns what stands between quotes in the expressions of Terraform that are a
// value or parts of it, letter for letter, where it only becomes a part of the value: in an
// expression that chooses, compares or looks something up, none is returned.
func (n Node) Literals() (list []Span) {
	if n.f == nil || n.f.encoding != terraform || !n.IsString() {
		return nil
	}
	for _, p := range n.f.templates[n.row().start] {
		at := Span{int(p.start), int(p.end)}
		if whole := n.Span(); p.kind != hole || at.Start < whole.Start || at.End > whole.End {
			continue
		}
		if raw := n.f.Bytes[at.Start:at.End]; bytes.HasPrefix(raw, []byte("${")) && bytes.HasSuffix(raw, []byte("}")) {
			inner := bytes.TrimSuffix(bytes.TrimPrefix(raw[2:len(raw)-1], []byte("~")), []byte("~"))
			at.Start += bytes.Index(raw, inner)
			at.End = at.Start + len(inner)
		}
		start := hcl.Pos{Byte: at.Start, Line: 1, Column: 1}
		text := bytes.Clone(n.f.Bytes[at.Start:at.End])
		if !joinable(text) || tooDeep(text, start, hclsyntax.LexExpression) != nil {
			continue
		}
		if e, diagnostics := hclsyntax.ParseExpression(text, "", start); !diagnostics.HasErrors() {
			if found, ok := n.f.handedOn(e); ok {
				list = append(list, found...)
			}
		}
	}
	return list
}

// handedOn returns the literals of an expression; ok is false when something else than
// putting together is done with them.
func (f *File) handedOn(e hclsyntax.Expression) (list []Span, ok bool) {
	var inner []hclsyntax.Expression
	switch e := unwrap(e).(type) {
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.LiteralValueExpr:
		return nil, true
	case *hclsyntax.TemplateWrapExpr:
		inner = []hclsyntax.Expression{e.Wrapped}
	case *hclsyntax.TupleConsExpr:
		inner = e.Exprs
	case *hclsyntax.FunctionCallExpr:
		if !slices.Contains(handsOn, e.Name) {
			return nil, false
		}
		inner = e.Args
	case *hclsyntax.TemplateExpr:
		if f.Bytes[e.Range().Start.Byte] != '"' {
			return nil, false
		}
		for _, part := range e.Parts {
			s := Span{part.Range().Start.Byte, part.Range().End.Byte}
			if _, literal := part.(*hclsyntax.LiteralValueExpr); !literal {
				inner = append(inner, part)
			} else if isPlainString(f.Bytes[s.Start:s.End]) {
				list = append(list, s)
			}
		}
	default:
		return nil, false
	}
	for _, part := range inner {
		found, ok := f.handedOn(part)
		if !ok {
			return nil, false
		}
		list = append(list, found...)
	}
	return list, true
}

// TakesLetters reports whether a text stands in quotes of Terraform as it is.
func TakesLetters(text string) bool {
	return isPlainString([]byte(text)) && !bytes.ContainsAny([]byte(text), "\"\n\r")
}
