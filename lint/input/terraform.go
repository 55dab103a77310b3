package input

import (
	"bytes"
	"path"
	"strings"

	"studiolint/lint/source"
)

// A language is what a file is written in.
type language uint8

const (
	jsonText language = iota
	formBody
	terraformConfig   // .tf
	terraformTemplate // .tftpl, and what begins as one expression of Terraform
	terraformJSON     // .tf.json
	markdownPage
)

// languageOf tells the language of a text: Terraform and Markdown by the name, a form by
// the content. A text that begins with ${ is one expression, whatever its name.
func languageOf(name string, text []byte) language {
	name = strings.ToLower(path.Base(name))
	switch {
	case strings.HasSuffix(name, ".tf"):
		return terraformConfig
	case strings.HasSuffix(name, ".tf.json"):
		return terraformJSON
	case isMarkdown(name):
		return markdownPage
	case strings.HasSuffix(name, ".tftpl"), bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(text, bom)), []byte("${")):
		return terraformTemplate
	case isForm(text):
		return formBody
	}
	return jsonText
}

// language tells the language of the file: by its name and text, unless it is known what
// fills it in.
func (c Candidate) language(text []byte) language {
	l := languageOf(c.Path, text)
	switch {
	case c.Engine == nil || l == terraformConfig || l == terraformJSON:
		return l
	case c.Engine.IsTerraform():
		return terraformTemplate
	case l == terraformTemplate || l == markdownPage:
		return jsonText
	}
	return l
}

func (l language) isTerraform() bool { return l >= terraformConfig && l <= terraformJSON }

// parse reads a text in its language.
func (l language) parse(name string, text []byte) *source.File {
	switch l {
	case terraformConfig:
		return source.ParseTerraform(name, text)
	case terraformTemplate:
		return source.ParseTerraformTemplate(name, text)
	case markdownPage:
		return source.ParseMarkdown(name, text)
	case formBody:
		return source.ParseForm(name, text)
	}
	return source.Parse(name, text)
}

// terraformInstead reads a text that is no JSON, of a file whose name only tells that something
// fills it in (.json.tpl), as a template of Terraform, which many call so. It returns nil
// unless that makes JSON of it.
func terraformInstead(name string, text []byte) *source.File {
	if !bytes.Contains(text, []byte("${")) && !bytes.Contains(text, []byte("%{")) || !mayHoldDefinition(text) {
		return nil
	}
	f := source.ParseTerraformTemplate(name, text)
	if f.Syntax != nil || f.Root().IsString() && !f.Root().Parse().Readable() {
		return nil
	}
	return f
}

// mayHoldDefinition reports whether the names of a definition stand in a text of
// Terraform, with or without quotes: most configurations are about something else,
// and are not to be parsed.
func mayHoldDefinition(text []byte) bool {
	return bytes.Contains(text, []byte("states")) &&
		(bytes.Contains(text, []byte("initial_state")) || bytes.Contains(text, []byte("transitions")) && bytes.Contains(text, []byte("event")))
}

// terraform adds the documents of a Terraform file.
func (c *classifier) terraform(l language) {
	root := c.file.Source.Root()
	if l == terraformTemplate {
		c.look(c.json(root), 0)
		return
	}
	if l == terraformJSON {
		c.terraformJSON()
		return
	}
	for value := range root.Children() {
		c.look(c.json(value), 1)
	}
}

// terraformJSON adds the definitions in Terraform's JSON: objects, and strings, each of
// which is a template.
func (c *classifier) terraformJSON() {
	f, end := c.file.Source, 0
	for i := 0; f.Node(i).Exists(); i++ {
		switch n := f.Node(i); {
		case n.Span().Start < end: // within a definition
		case n.IsObject() && isDefinition(n, true):
			c.definition(n)
			end = n.Span().End
		case n.IsString() && mayHoldDefinition(n.Raw()):
			c.template(n)
		}
	}
}

// template adds the definition in a string that is a template.
func (c *classifier) template(n source.Node) {
	template := n.ParseTerraform()
	texts, documents := len(c.file.Texts), len(c.file.Documents)
	if c.file.Texts = append(c.file.Texts, template); template.Syntax != nil {
		return // for a rule to report
	}
	c.look(c.json(template.Root()), 1)
	if len(c.file.Documents) == documents && len(c.file.Texts) == texts+1 {
		c.file.Texts = c.file.Texts[:texts]
	}
}

// json returns the value that a string of Terraform becomes as JSON, and other
// values as they are. A text that is no JSON is kept, for a rule to report, when it
// was meant to be a definition and does not depend on conditions.
func (c *classifier) json(n source.Node) source.Node {
	if !n.IsString() {
		return n
	}
	inner := n.Parse()
	if !inner.Readable() && (inner.Partial() || !looksLikeDefinition(n.Raw())) {
		return source.Node{}
	}
	c.file.Texts = append(c.file.Texts, inner)
	return inner.Root()
}

// isPlan reports whether an object is what terraform show -json prints, of a plan or
// of a state.
func isPlan(n source.Node) bool {
	return has(n, "format_version", "terraform_version") && hasAny(n, "planned_values", "values", "resource_changes")
}

// plan adds the definitions of a plan or state: those that will be there, or are.
// Those of the state before are not looked at.
func (c *classifier) plan(n source.Node) {
	before := len(c.file.Documents)
	modules := []source.Node{n.Get("planned_values").Get("root_module"), n.Get("values").Get("root_module")}
	for len(modules) > 0 {
		m := modules[0]
		modules = modules[1:]
		for _, r := range m.Get("resources").Elements() {
			c.look(r.Get("values"), 1)
		}
		for _, child := range m.Get("child_modules").Elements() {
			modules = append(modules, child)
		}
	}
	if len(c.file.Documents) > before {
		return
	}
	for _, r := range n.Get("resource_changes").Elements() {
		c.look(r.Get("change").Get("after"), 1)
	}
}

// describeTerraform says what a Terraform file is that holds nothing of ours.
func describeTerraform(l language) string {
	if l != terraformTemplate {
		return "it is a Terraform configuration, but no argument, attribute or local in it is a flow definition as jsonencode({…}) or as text; name the template or the JSON that it reads"
	}
	return "it is a Terraform template, but no flow definition as jsonencode({…}) or JSON that can be read without rendering it; render it first, then check the JSON that comes out"
}
