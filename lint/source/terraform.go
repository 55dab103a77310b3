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
	f, start := newTerraform(path, data)
	if f.Syntax != nil {
		return f
	}
	if !f.parseConfiguration(start, true) {
		f.again()
		f.parseConfiguration(start, false)
	}
	return f
}

// parseConfiguration reads a configuration, with the objects that can be read directly. It
// reports false where that is not to be done.
func (f *File) parseConfiguration(start hcl.Pos, direct bool) bool {
	data := f.Bytes
	text, cuts, found := shorten(f, Span{start.Byte, len(data)}, direct)
	body, diagnostics := f.parseConfig(text, start, cuts)
	if diagnostics.HasErrors() && cuts != nil && joinable(data) {
		cuts, found = nil, nil
		body, diagnostics = f.parseConfig(data[start.Byte:], start, nil)
	}
	if f.Syntax != nil || f.failTerraform(diagnostics, cuts) {
		return true
	}
	b := terraformBuilder{File: f, cuts: cuts, objects: found}
	root := b.add(node{start: int32(start.Byte), end: int32(len(data)), kind: Object}, -1)
	if b.body(body, root, ""); b.failed {
		return false
	}
	b.finish()
	return true
}

func (f *File) parseConfig(text []byte, start hcl.Pos, cuts []cut) (*hclsyntax.Body, hcl.Diagnostics) {
	if body, ok := parsePieces(text, start); ok {
		return body, nil
	}
	if e := tooDeep(text, start, hclsyntax.LexConfig); e != nil {
		e.Span = Span{original(cuts, e.Span.Start), original(cuts, e.Span.End)}
		f.refuse(e)
		return nil, nil
	}
	config, diagnostics := hclsyntax.ParseConfig(text, "", start)
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	return config.Body.(*hclsyntax.Body), nil
}

// ParseTerraformTemplate reads a Terraform template (.tftpl). One that is a single
// jsonencode expression has the object as its root. Of any other one the root is a
// string that is the whole text: Node.Parse reads it as JSON.
func ParseTerraformTemplate(path string, data []byte) *File {
	f, start := newTerraform(path, data)
	f.parseTemplate(start)
	return f
}

// ParseTerraform reads the decoded value of a string as a Terraform template, which
// strings of Terraform's JSON are. Its places lead back to the bytes of this node's file.
func (n Node) ParseTerraform() *File {
	text := n.Decoded()
	f, start := newTerraform(n.f.Path, []byte(text.Text))
	f.outer, f.decoded = n, text
	f.parseTemplate(start)
	return f
}

func (f *File) parseTemplate(start hcl.Pos) {
	if f.Syntax == nil && !f.parseTemplateIn(start, true) {
		f.again()
		f.parseTemplateIn(start, false)
	}
}

// parseTemplateIn reads a template, with the object that can be read directly. It reports
// false where that is not to be done.
func (f *File) parseTemplateIn(start hcl.Pos, direct bool) bool {
	b := terraformBuilder{File: f}
	whole := Span{start.Byte, len(f.Bytes)}
	scan, ok := scanTemplate(f, whole, direct)
	if !ok {
		b.wholeTemplate(start, scan)
		return true
	}
	if object := encoded(scan.onlyExpression()); object != nil {
		b.cuts, b.objects = scan.cuts, scan.objects
		if b.definition(object, -1, Span{}); b.failed {
			return false
		}
		b.finish()
		return true
	}
	b.add(node{start: int32(whole.Start), end: int32(whole.End), kind: String}, -1)
	f.templates[int32(whole.Start)] = scan.list
	return true
}

// wholeTemplate has the parser read all of a template that could not be read in
// parts, and say what is wrong with it.
func (b *terraformBuilder) wholeTemplate(start hcl.Pos, scan *templateScan) {
	f := b.File
	if !joinable(f.Bytes) {
		f.refuse(&SyntaxError{Span: Span{scan.failed, min(scan.failed+2, len(f.Bytes))},
			Cause: "an expression or a directive that begins here is not closed, or is none"})
		return
	}
	text := f.Bytes[start.Byte:]
	if f.refuse(tooDeep(text, start, hclsyntax.LexTemplate)) {
		return
	}
	e, diagnostics := hclsyntax.ParseTemplate(text, "", start)
	if f.failTerraform(diagnostics, nil) {
		return
	}
	if object := encoded(onlyExpression(e)); object != nil {
		b.definition(object, -1, Span{})
		b.finish()
		return
	}
	root := b.add(node{start: int32(start.Byte), end: int32(len(f.Bytes)), kind: String}, -1)
	p := partsOf{data: f.Bytes, literal: bareLiteral, at: start.Byte}
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		p.all(e.Parts)
	case *hclsyntax.TemplateWrapExpr:
		p.all([]hclsyntax.Expression{e.Wrapped})
	}
	p.hole(len(f.Bytes))
	f.templates[f.nodes[root].start] = p.list
}

// joinable reports whether the parser can be asked about all of a text: it joins the
// lines of a template one by one, so that its time grows with their square.
func joinable(data []byte) bool {
	return len(data)*bytes.Count(data, []byte("\n")) < 1<<31
}

// refuse keeps why a text cannot be read.
func (f *File) refuse(e *SyntaxError) bool {
	if e == nil {
		return false
	}
	e.Terraform = true
	f.Syntax = e
	f.nodes, f.Duplicates = f.nodes[:0], nil
	return true
}

// IsTerraform reports whether the text is a Terraform configuration or template.
func (f *File) IsTerraform() bool { return f.encoding == terraform }

// HasExpressions reports whether the text may hold expressions of Terraform: it is one
// of Terraform's, or stands in one.
func (f *File) HasExpressions() bool {
	for ; f != nil; f = f.outer.f {
		if f.IsTerraform() {
			return true
		}
	}
	return false
}

func newTerraform(path string, data []byte) (f *File, start hcl.Pos) {
	f = &File{Path: path, Bytes: data, Size: int64(len(data)), text: data, encoding: terraform, templates: map[int32][]part{}}
	start = hcl.InitialPos
	if f.HasBOM() {
		start.Byte = len(bom)
	}
	f.refuse(notText(data))
	return f, start
}

// failTerraform turns the parser's first error into a SyntaxError.
func (f *File) failTerraform(diagnostics hcl.Diagnostics, cuts []cut) bool {
	i := slices.IndexFunc(diagnostics, func(d *hcl.Diagnostic) bool { return d.Severity == hcl.DiagError })
	if i < 0 {
		return false
	}
	d := diagnostics[i]
	e := &SyntaxError{Cause: lower(d.Summary), Hint: firstSentences(d.Detail)}
	if d.Subject != nil {
		e.Span.Start = min(max(original(cuts, d.Subject.Start.Byte), 0), len(f.Bytes))
		e.Span.End = min(max(original(cuts, d.Subject.End.Byte), e.Span.Start), len(f.Bytes))
	}
	f.byAccident(e)
	if c := badTerraformEscape(f.Bytes[e.Span.Start:e.Span.End]); c != "" {
		e.Hint = c
		if right := map[string]string{`\/`: "/", `\b`: `\u0008`, `\f`: `\u000c`}[string(f.Bytes[e.Span.Start:e.Span.End])]; right != "" {
			e.Cures = []Edit{f.Place(e.Span).Replace(right)}
		}
	}
	return f.refuse(e)
}

// byAccident tells a mistake that is Liquid, or a regular expression, in which ${ or
// %{ begins an expression or a directive that nobody meant.
func (f *File) byAccident(e *SyntaxError) {
	line := bytes.LastIndexByte(f.Bytes[:e.Span.Start], '\n') + 1
	near := f.Bytes[line:min(e.Span.Start+2, len(f.Bytes))]
	at := max(bytes.LastIndex(near, []byte("${")), bytes.LastIndex(near, []byte("%{")))
	if at < 0 {
		return
	}
	at += line
	if rest := bytes.TrimLeft(f.Bytes[at+2:], "~"); len(rest) == 0 || bytes.IndexByte([]byte("{%0123456789"), rest[0]) < 0 {
		return
	}
	sign := string(f.Bytes[at : at+1])
	e.Span = Span{at, at + 2}
	e.Cause = sign + "{ begins an expression of Terraform"
	if sign == "%" {
		e.Cause = "%{ begins a directive of Terraform"
	}
	e.Hint = "write " + sign + sign + "{ for the characters themselves, or put a blank between"
	e.Cures = f.doubled(f.Bytes[at : at+3])
}

// doubled returns the edits that double the sign wherever these characters stand: in one
// file they are the same mistake. Where they are doubled nothing is to be done.
func (f *File) doubled(accident []byte) []Edit {
	var edits []Edit
	for from := 0; ; {
		i := bytes.Index(f.Bytes[from:], accident)
		if i < 0 {
			return edits
		}
		at := from + i
		if at == 0 || f.Bytes[at-1] != accident[0] {
			edits = append(edits, f.Place(Span{at, at}).Replace(string(accident[:1])))
		}
		from = at + len(accident)
	}
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
	if len(s) > 1 && 'A' <= s[0] && s[0] <= 'Z' && ('a' <= s[1] && s[1] <= 'z' || s[1] == ' ') {
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
	if w, ok := e.(*hclsyntax.TemplateWrapExpr); ok {
		return w.Wrapped
	}
	var only hclsyntax.Expression
	if t, ok := e.(*hclsyntax.TemplateExpr); ok {
		for _, p := range t.Parts {
			l, ok := p.(*hclsyntax.LiteralValueExpr)
			switch {
			case ok && l.Val.Type().FriendlyName() == "string" && strings.TrimSpace(l.Val.AsString()) == "":
			case only != nil:
				return nil
			default:
				only = p
			}
		}
	}
	return only
}

// encoded returns the object, or the merge of objects, that an expression gives to
// jsonencode, nil for another one.
func encoded(e hclsyntax.Expression) hclsyntax.Expression {
	args := arguments(e, "jsonencode")
	if len(args) != 1 {
		return nil
	}
	object := unwrap(args[0])
	if again := encoded(object); again != nil {
		return again // see Node.EncodedTwice
	}
	if _, ok := object.(*hclsyntax.ObjectConsExpr); ok || slices.ContainsFunc(arguments(object, "merge"), isObject) {
		return object
	}
	return nil
}

func isObject(e hclsyntax.Expression) bool {
	_, ok := unwrap(e).(*hclsyntax.ObjectConsExpr)
	return ok
}

// arguments returns what an expression gives to a function, nothing when it is no call
// of that function, or spreads a list into it.
func arguments(e hclsyntax.Expression, function string) []hclsyntax.Expression {
	if call, ok := unwrap(e).(*hclsyntax.FunctionCallExpr); ok && call.Name == function && !call.ExpandFinal {
		return call.Args
	}
	return nil
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
