package rules

import (
	"path"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "template-engine", Title: "Liquid that the file's template engine takes for its own",
		Group: finding.Liquid, Severity: finding.Warning,
		Varies: "note where nothing tells the engine of the file",
		Doc: `Finds Liquid that never reaches Studio, because the engine that fills in the file has
the same braces: Jinja (.j2, .jinja, .jinja2), Go's text/template (.tmpl, .gotmpl),
mustache (.mustache) and Handlebars (.hbs).

Mustache replaces {{flow.variables.name}} by nothing, without an error; so does
Handlebars, which stops at a filter. Jinja decides {% if %} when the file is filled
in, not when the flow runs. Go stops with an error.

Escape it. Jinja: {% raw %}{{flow.variables.name}}{% endraw %}, or {{ '{{' }}. Go:
` + "{{`{{flow.variables.name}}`}}" + `. Mustache: other braces, {{=<% %>=}} before it. Handlebars:
\{{flow.variables.name}}; the file is no JSON then before it is filled in, and is not
read.

A text in an expression of the engine's own is not written in \" either, for the engine
knows nothing of JSON: {{ \"x\" }} is an error, and {{ 'x' }} is right.

What the engine fills in is no finding: what reads nothing of Studio's, and is not
written as only Liquid is. In a flow it is reported once, at the first place. What
Terraform does is reported by template-syntax.

Names that end with .tpl, .template or .erb tell that some engine fills in the file,
but not which. What looks like such an engine's own is then not checked as Liquid, and
a note says so. Name the engine in the configuration, none where it leaves Liquid as
it is, as envsubst does:

    templates:
      - {files: "*.json.tpl", engine: jinja}`,
	},
	Check: func(p *lint.Pass) {
		if p.File.Filled == nil {
			return
		}
		reportStops(p)
		e := p.File.Filled.Engine()
		var d *finding.Diagnostic
		also := "this Liquid too"
		if !e.IsKnown() {
			also = "this too"
		}
		for _, t := range p.Flow.Templates() {
			for _, at := range t.Eaten() {
				place := t.Place(liquid.Span{Start: at[0], End: at[1]})
				switch {
				case d != nil:
					d.Also(place, also)
				case e.IsKnown():
					d = p.Reportf(place, "%s takes this Liquid for its own and %s; escape it: %s", e.Name, e.Does, e.Escape).Identify("engine")
				default:
					d = p.Reportf(place, "this seems to be for what fills in the file, and is not checked as Liquid; name the engine of %s files under \"templates\" in .studiolint.yaml",
						words.Quote(path.Ext(p.File.Source.Path))).Identify("engine").As(finding.Note)
				}
			}
		}
	},
})

// reportStops reports where the engine stops at its own expressions, once in a flow.
func reportStops(p *lint.Pass) {
	var d *finding.Diagnostic
	e := p.File.Filled.Engine()
	for _, t := range p.Flow.Templates() {
		for _, at := range t.Stops() {
			place := t.Place(liquid.Span{Start: at[0], End: at[1]})
			if d == nil {
				d = p.Reportf(place, `%s fills in the file before its JSON is read, and to it \" is a backslash and a quote here: it stops with an error, or makes what is no JSON; write %s instead`, e.Name, e.Quotes()).Identify("escape")
			} else {
				d.Also(place, "here too")
			}
		}
	}
}
