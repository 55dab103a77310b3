package rules

import (
	"studiolint/lint"
	"studiolint/lint/engine"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "template-engine", Title: "Liquid that the file's template engine takes for its own",
		Group: finding.Liquid, Severity: finding.Warning,
		Doc: `Finds Liquid that never reaches Studio, because the engine that fills in the file has
the same braces: Jinja (.j2, .jinja, .jinja2), Go's text/template (.tmpl, .gotmpl),
mustache (.mustache) and Handlebars (.hbs).

Mustache replaces {{flow.variables.name}} by nothing, without an error; so does
Handlebars, which stops at a filter. Jinja decides {% if %} when the file is filled
in, not when the flow runs. Go stops with an error.

Escape it. Jinja: {% raw %}{{flow.variables.name}}{% endraw %}, or {{ "{{" }}. Go:
` + "{{`{{flow.variables.name}}`}}" + `. Mustache: other braces, {{=<% %>=}} before it. Handlebars:
\{{flow.variables.name}}; the file is no JSON then before it is filled in, and is not
read.

What the engine fills in is no finding. In a flow it is reported once, at the first
place. What Terraform does is reported by template-syntax.`,
	},
	Check: func(p *lint.Pass) {
		e := engine.Of(p.File.Source.Path)
		if e == nil {
			return
		}
		var d *finding.Diagnostic
		for _, t := range p.Flow.Templates() {
			for _, at := range t.Eaten {
				place := t.Place(liquid.Span{Start: at[0], End: at[1]})
				if d == nil {
					d = p.Reportf(place, "%s takes this Liquid for its own and %s; escape it: %s", e.Name, e.Does, e.Escape).Identify("engine")
				} else if len(d.Related) < lint.MaxRelated {
					d.Relate(place, "this Liquid too")
				}
			}
		}
	},
})
