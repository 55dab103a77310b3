package source

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// ParseTerraform reads a Terraform configuration (.tf). Its root is an object
// whose members are the values that may hold a definition: what is given to
// jsonencode, objects with states, and texts in which the names of a definition
// stand. Each goes by the path of its block and attribute.
//
// Expressions that Terraform works out are unknown values; see Node.Unknown.
func ParseTerraform(path string, data []byte) *File {
	f, text, start := newTerraform(path, data, hclsyntax.LexConfig)
	if f.Syntax != nil {
		return f
	}
	config, diagnostics := hclsyntax.ParseConfig(text, path, start)
	if f.failTerraform(diagnostics) {
		return f
	}
	b := terraformBuilder{File: f}
	root := b.add(node{start: int32(start.Byte), end: int32(len(data)), kind: Object}, -1)
	b.body(config.Body.(*hclsyntax.Body), root, "")
	return f
}

// ParseTerraformTemplate reads a Terraform template (.tftpl). One that is a single
// jsonencode expression has the object as its root. Of any other one the root is a
// string that is the whole text: Node.Parse reads it as JSON.
func ParseTerraformTemplate(path string, data []byte) *File {
	f, text, start := newTerraform(path, data, hclsyntax.LexTemplate)
	if f.Syntax != nil {
		return f
	}
	e, diagnostics := hclsyntax.ParseTemplate(text, path, start)
	if f.failTerraform(diagnostics) {
		return f
	}
	b := terraformBuilder{File: f}
	if object := encoded(onlyExpression(e)); object != nil {
		b.value(object, -1, Span{})
		return f
	}
	root := b.add(node{start: int32(start.Byte), end: int32(len(data)), kind: String}, -1)
	var parts []hclsyntax.Expression
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		parts = e.Parts
	case *hclsyntax.TemplateWrapExpr:
		parts = []hclsyntax.Expression{e.Wrapped}
	}
	b.template(f.nodes[root].start, Span{start.Byte, len(data)}, parts)
	return f
}

// IsTerraform reports whether the text is a Terraform configuration or template.
func (f *File) IsTerraform() bool { return f.encoding == terraform }

func newTerraform(path string, data []byte, lex lexer) (f *File, text []byte, start hcl.Pos) {
	f = &File{Path: path, Bytes: data, Size: int64(len(data)), encoding: terraform, templates: map[int32][]part{}}
	start = hcl.InitialPos
	text = data
	if f.HasBOM() {
		start.Byte = len(bom)
		text = data[len(bom):]
	}
	if f.Syntax = notText(data); f.Syntax == nil {
		f.Syntax = tooDeep(text, start, lex)
	}
	if f.Syntax != nil {
		f.Syntax.Terraform = true
	}
	return f, text, start
}

// failTerraform turns the parser's first error into a SyntaxError.
func (f *File) failTerraform(diagnostics hcl.Diagnostics) bool {
	i := slices.IndexFunc(diagnostics, func(d *hcl.Diagnostic) bool { return d.Severity == hcl.DiagError })
	if i < 0 {
		return false
	}
	d := diagnostics[i]
	e := &SyntaxError{Terraform: true, Cause: lower(d.Summary), Hint: firstSentences(d.Detail)}
	if d.Subject != nil {
		e.Span.Start = min(max(d.Subject.Start.Byte, 0), len(f.Bytes))
		e.Span.End = min(max(d.Subject.End.Byte, e.Span.Start), len(f.Bytes))
	}
	if c := badTerraformEscape(f.Bytes[e.Span.Start:e.Span.End]); c != "" {
		e.Hint = c
	}
	f.Syntax = e
	f.nodes, f.Duplicates = f.nodes[:0], nil
	return true
}

// badTerraformEscape says what to write for an escape that JSON knows and HCL does
// not.
func badTerraformEscape(text []byte) string {
	switch string(text) {
	case `\/`:
		return "write / without a backslash: HCL does not know this escape of JSON"
	case `\b`:
		return `write \u0008: HCL does not know this escape of JSON`
	case `\f`:
		return `write \u000c: HCL does not know this escape of JSON`
	}
	if len(text) == 6 && bytes.HasPrefix(bytes.ToLower(text), []byte(`\ud`)) {
		return "write the character itself: HCL does not know the surrogate pairs of JSON"
	}
	return ""
}

// lower writes the first letter small, as the clause of a message.
func lower(s string) string {
	if len(s) > 1 && 'A' <= s[0] && s[0] <= 'Z' && 'a' <= s[1] && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// firstSentences shortens what the parser says to one line without a full stop.
func firstSentences(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	const most = 160
	for len(s) > most {
		i := strings.LastIndex(s[:most], ". ")
		if i < 0 {
			break
		}
		s = s[:i]
	}
	return strings.TrimSuffix(lower(s), ".")
}

// onlyExpression returns the expression that a template is, with nothing but white
// space around it; nil for any other template.
func onlyExpression(e hclsyntax.Expression) hclsyntax.Expression {
	switch e := e.(type) {
	case *hclsyntax.TemplateWrapExpr:
		return e.Wrapped
	case *hclsyntax.TemplateExpr:
		var only hclsyntax.Expression
		for _, p := range e.Parts {
			if l, ok := p.(*hclsyntax.LiteralValueExpr); ok && isBlank(l) {
				continue
			}
			if only != nil {
				return nil
			}
			only = p
		}
		return only
	}
	return nil
}

// isBlank reports whether a literal part of a template is white space.
func isBlank(l *hclsyntax.LiteralValueExpr) bool {
	v := l.Val
	return v.Type().FriendlyName() == "string" && strings.TrimSpace(v.AsString()) == ""
}

// encoded returns the object that an expression gives to jsonencode, nil for
// another one.
func encoded(e hclsyntax.Expression) *hclsyntax.ObjectConsExpr {
	call, ok := unwrap(e).(*hclsyntax.FunctionCallExpr)
	if !ok || call.Name != "jsonencode" || len(call.Args) != 1 {
		return nil
	}
	object, _ := unwrap(call.Args[0]).(*hclsyntax.ObjectConsExpr)
	return object
}

// unwrap takes off parentheses.
func unwrap(e hclsyntax.Expression) hclsyntax.Expression {
	for {
		p, ok := e.(*hclsyntax.ParenthesesExpr)
		if !ok {
			return e
		}
		e = p.Expression
	}
}
