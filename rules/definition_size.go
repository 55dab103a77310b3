package rules

import (
	"bytes"
	"encoding/json"
	"fmt"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "definition-size", Title: "The definition is too large for the API",
		Group: finding.Text, Severity: finding.Error, Varies: "warning for what only some clients make too large, and from 900,000 bytes", Rejected: true, Scope: finding.PerFile,
		Doc: `Twilio takes no request larger than 1 MB, so a definition must stay below it. The
request is form-encoded: quotes, braces, colons and line breaks take three bytes
each there, so that a definition of half the size can already be too large.

How large it becomes depends on who sends it. Given a text, clients send it as it
stands, and npm twilio and twilio-cli make three bytes of every blank: twice the file
and more. Given an object, all of them send it without white space.

An error is what is too large whoever sends it; a warning what is too large as one of
them sends it, and what comes to 900,000 bytes. A form-encoded request in a file is
measured as it stands, a definition in Terraform as its provider sends it.

Files over 16 MiB are not read.

Send the definition as an object, or without white space; move a part of the flow into
a subflow, or text into a function.`,
	},
	Check: func(p *lint.Pass) {
		f := p.File.Source
		if f.Size > input.MaxSize {
			p.Reportf(f.Place(source.Span{}), "the file is %s, and Twilio takes no request over %s; it was not read",
				bytesText(int(f.Size)), bytesText(schemas.Flow().Limit("request-size").Max)).Identify("file")
			return
		}
		if f.Syntax != nil && f.Syntax.Terraform {
			return
		}
		if !f.Readable() {
			checkSize(p, f.Place(source.Span{}), bytes.TrimPrefix(f.Bytes, []byte("\ufeff")), nil)
			return
		}
		for _, d := range p.File.Documents {
			if n := carried(d); n.Exists() && !isSmallObject(n) {
				checkSize(p, opening(d, n), sentText(n), d)
			}
		}
	},
})

// carried returns the node that holds a document's definition, as an object or
// as text.
func carried(d *input.Document) source.Node {
	switch d.Kind {
	case input.Definition:
		return d.Definition
	case input.FlowRequest, input.FlowResource:
		for _, key := range []string{"Definition", "definition"} {
			if n := d.Node.Get(key); n.IsObject() || n.IsString() {
				return n
			}
		}
	}
	return source.Node{}
}

// isSmallObject reports whether an object of HCL is so small that its text need not be
// written to know that it is, too: jsonencode makes six bytes of one at most (\u003c), and
// names that only merge gives take less than a thousand.
func isSmallObject(n source.Node) bool {
	return n.IsObject() && n.File().IsTerraform() && 7*n.Span().Len() < smallText()
}

// smallText is so much text that no request with it is near the limit: clients make eight
// bytes of one at most.
func smallText() int { return schemas.Flow().Limit("request-size").Warn / 8 }

// sentText returns a definition as it is sent: as it stands, or, from HCL, as
// jsonencode of Terraform writes it, which is what Go makes of it.
func sentText(n source.Node) []byte {
	if n.IsString() {
		return []byte(n.Text())
	}
	if n.File().IsTerraform() {
		if text, err := json.Marshal(n.Any(func(number string) any { return json.Number(number) })); err == nil {
			return text
		}
	}
	return n.Raw()
}

func opening(d *input.Document, n source.Node) source.Place {
	if d.Definition.Exists() {
		return d.Definition.Opening()
	}
	return n.Part(0, 1)
}

func checkSize(p *lint.Pass, at source.Place, text []byte, d *input.Document) {
	if len(text) >= smallText() {
		checkLarge(p, at, text, d)
	}
}

// checkLarge is a function of its own: it takes so much stack that this would grow.
func checkLarge(p *lint.Pass, at source.Place, text []byte, d *input.Document) {
	alone, sent := schemas.Flow().Limit("definition-size"), schemas.Flow().Limit("request-size")
	whole := source.BytesOf(text)
	request, compact := requestSize(whole, d), whole.Compact()
	least := requestSize(compact, d)
	sizes := fmt.Sprintf("%s (%s without white space, %s as a request)", bytesText(len(text)), bytesText(compact.Len()), bytesText(request))
	worst, size := worstClient(whole, compact, request-whole.FormEncodedLen(), d)
	hint := "split it into subflows"
	if least < request/10*9 {
		hint = "send it without white space"
	}
	switch {
	case least > sent.Max:
		p.Reportf(at, "too large for the API, which takes %s: the definition has %s; split it into subflows", bytesText(sent.Max), sizes).Identify("request")
	case size > sent.Max && worst.Object:
		p.Reportf(at, "%s send %s, and the API takes %s; send the definition as text without white space, or split it into subflows", worst.Name, bytesText(size), bytesText(sent.Max)).
			Identify("client").As(finding.Warning)
	case size > sent.Max:
		p.Reportf(at, "%s send %s, and the API takes %s; send the definition as an object, or without white space", worst.Name, bytesText(size), bytesText(sent.Max)).
			Identify("client").As(finding.Warning)
	case len(text) >= alone.Warn, request >= sent.Warn:
		p.Reportf(at, "the definition comes near the API's limit of %s: it has %s; %s", bytesText(sent.Max), sizes, hint).
			Identify("near").As(finding.Warning)
	}
}

// worstClient returns the client that makes most of a definition, and how large its
// request is. What stands around the definition takes some bytes. A form is sent as it
// stands, and Terraform's provider sends the text as curl does.
func worstClient(text, compact *source.Bytes, around int, d *input.Document) (worst source.Client, size int) {
	if d != nil && (d.Node.File().IsForm() || d.Definition.File().HasExpressions()) {
		return source.Client{Name: "Terraform's providers"}, requestSize(text, d)
	}
	for _, c := range source.Clients {
		if n := around + c.Size(text, compact); n > size {
			worst, size = c, n
		}
	}
	return worst, size
}

// requestSize is how many bytes the form-encoded request has that carries a
// definition.
func requestSize(text *source.Bytes, d *input.Document) int {
	n := len("Definition=") + text.FormEncodedLen()
	if d == nil || d.Kind != input.FlowRequest {
		return n + len("Status=draft&")
	}
	if d.Node.File().IsForm() {
		return d.Node.Span().Len() // it stands there as it is sent
	}
	for key, value := range d.Node.Members() {
		if key != "Definition" && key != "definition" && value.IsString() {
			n += len(key) + len("=&") + source.FormEncodedLen([]byte(value.Text()))
		}
	}
	return n
}

// bytesText writes a number of bytes with its thousands separated.
func bytesText(n int) string {
	return words.Grouped(n) + " bytes"
}
