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
	if fault == nil || isFilledOutside(p, n) {
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

// isFilledOutside reports whether a deployment fills in what a text of JSON holds outside its strings.
func isFilledOutside(p *lint.Pass, n source.Node) bool {
	text := n.Text()
	return shape.IsPlaceholder(p, n) && !jsontext.FilledInStrings(text) || jsontext.FilledOutside(text)
}

// checkJSONItems finds variables and parameters that are to be read as JSON, and are none.
func checkJSONItems(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.Format != schemas.FormatPairs {
				continue
			}
			for _, item := range w.Property(f.Name).Elements() {
				if n := item.Get("value"); n.IsString() && jsontext.IsItem(n) && strings.TrimSpace(n.Text()) != "" {
					checkJSONItem(p, w, n)
				}
			}
		}
	}
}

// checkJSONItem looks at a value that is to be read as JSON.
func checkJSONItem(p *lint.Pass, w *flow.Widget, n source.Node) {
	t := jsontext.At(p.Flow, w, n)
	j := jsontext.Of(p, t)
	if j == nil {
		return // liquid-syntax
	}
	fault := j.Fault(false)
	if fault == nil || isFilledOutside(p, n) {
		return
	}
	why := fault.Message
	if !jsontext.Meant(t) {
		why = "write \"string\" for the type of a text"
	}
	p.Reportf(t.Place(fault.Span), "%s of %s is to be read as JSON, by its type, and is none (81027), so it has no members: %s",
		words.Quote(n.Parent().Get("key").Text()), w.Label(), why).Relate(n.Parent().Get("type"), "the type")
}
