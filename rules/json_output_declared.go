package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkJSONBodies finds texts that another property says to be JSON, and are not.
func checkJSONBodies(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		facts := w.Facts
		for i := range facts.Properties {
			f := &facts.Properties[i]
			if !jsontext.Sent(w, f) {
				continue
			}
			if n := w.Property(f.Name); n.IsString() {
				checkJSONBody(p, w, f, n)
			}
		}
	}
}

// checkJSONBody looks at a text that another property says to be JSON.
func checkJSONBody(p *lint.Pass, w *flow.Widget, f *schemas.Property, n source.Node) {
	if strings.TrimSpace(n.Text()) == "" {
		return
	}
	t := jsontext.At(p.Flow, w, n)
	j := jsontext.Of(p, t)
	if j == nil {
		return // liquid-syntax
	}
	fault := j.Fault(false)
	if fault == nil || shape.IsPlaceholder(p, n) && !jsontext.FilledInStrings(n.Text()) {
		return
	}
	if jsontext.IsForm(p.Flow.Plain(n)) {
		p.Reportf(n, "%s of %s is a form (name=value), but its %s says JSON; write the type of a form, or JSON",
			words.Quote(f.Name), w.Label(), f.JSONBy)
		return
	}
	branch := ""
	if fault.Branch != "" {
		branch = " with " + words.Quote(fault.Branch)
	}
	p.Reportf(t.Place(fault.Span), "%s of %s is not JSON once the Liquid is filled in%s, as its %s says it is: %s",
		words.Quote(f.Name), w.Label(), branch, f.JSONBy, fault.Message)
}
