package rules

import (
	"strings"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "flex-attributes", Title: "Attributes that are not a JSON object",
		Group: finding.Flex, Severity: finding.Error, Varies: "warning for the attributes of messages and conversations",
		Doc: `The "attributes" of Send to Flex and the "task_attributes" of Enqueue Call are JSON
text with Liquid in it. Finds those that cannot be a JSON object once the Liquid is
filled in, at the character where the JSON breaks: a comma too many or too few,
single quotes, a bracket that is never closed, a list instead of an object. Also
those with more than 1,024 characters, Liquid not counted.

No task is created then (81015), and the customer waits for nobody. The attributes of
messages and conversations are JSON too; wrong ones are a warning.

Liquid within quotes counts as text, and Liquid outside of them as any value. Of if
and else each side is read; a mistake counts when it is there whichever way the rest
goes. What is Liquid as a whole is not known, and passes.

Write a JSON object: { "name": {{trigger.call.From | to_json}} }.`,
	},
	Check: func(p *lint.Pass) {
		o := newOnce(p)
		for _, w := range p.Flow.Widgets {
			facts := w.Facts
			for i := range facts.Properties {
				f := &facts.Properties[i]
				if n := w.Property(f.Name); f.Format == jsonObject && n.IsString() && strings.TrimSpace(n.Text()) != "" {
					checkAttributes(o, w, f, templateAt(p.Flow, w, n))
				}
			}
		}
	},
})

// jsonObject is the format of a text that is a JSON object.
const jsonObject = "json-object"

// templateAt returns the template of a string, also of one without Liquid.
func templateAt(f *flow.Flow, w *flow.Widget, n source.Node) *flow.Template {
	for _, t := range f.TemplatesOf(w) {
		if t.Node == n {
			return t
		}
	}
	text := liquid.Node{Kind: liquid.TextNode, Span: liquid.Span{End: len(n.Text())}, Index: -1}
	return &flow.Template{Widget: w, Node: n, Text: n.Text(), Liquid: &liquid.Template{Nodes: []liquid.Node{text}}}
}

func checkAttributes(o *once, w *flow.Widget, f *schemas.Property, t *flow.Template) {
	j := newJSONTemplate(t)
	if j == nil {
		return // liquid-syntax
	}
	task := f.MaxLength != nil
	what := words.Quote(f.Name) + " of " + w.Label()
	if fault := j.fault(); fault != nil && !shape.IsPlaceholder(o.Pass, t.Node) {
		effect := ""
		if task {
			effect = ", so no task is created (81015)"
		}
		branch := ""
		if fault.branch != "" {
			branch = " with " + words.Quote(fault.branch)
		}
		d := o.Reportf(o.at(t, liquid.Span{Start: fault.start, End: fault.end}), "%s is no JSON object once the Liquid is filled in%s%s: %s", what, branch, effect, fault.message)
		if !task {
			d.As(finding.Warning)
		}
	}
	if task {
		if n := j.shortest(utf8.RuneCountInString); n > f.MaxLength.Max {
			o.Reportf(t.Node, "%s has %s characters besides Liquid, but at most %s are allowed (81015); leave something out", what, words.Grouped(n), words.Grouped(f.MaxLength.Max)).Identify("length")
		}
	}
}

// shortest returns how long the text of its own is that a template prints at least.
func (j *jsonTemplate) shortest(length func(string) int) int {
	own := func(last bool) int {
		n := 0
		for _, s := range j.stretches(j.sides(last)) {
			if s.output < 0 {
				n += length(s.In(j.Text))
			}
		}
		return n
	}
	return min(own(false), own(true))
}

// sides takes the first side of each choice, or the last.
func (j *jsonTemplate) sides(last bool) map[*choice]int {
	sides := make(map[*choice]int, len(j.choices))
	for _, c := range j.choices {
		sides[c] = 0
		if last {
			sides[c] = c.sides - 1
		}
	}
	return sides
}
