package sim

import (
	"errors"

	"studiolint/lint/liquid"
	"studiolint/lint/liquid/eval"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// render returns what a string becomes, and why that is not determined.
func (x *Execution) render(v *Visit, n source.Node) (text, why string) {
	r := x.evaluate(v, n)
	if r.why == "" {
		v.Blanks = append(v.Blanks, r.blanks...)
	}
	return r.text, r.why
}

// A rendered string.
type rendered struct {
	text, why string
	blanks    []Blank
	missing   bool // it read something that has no value
	object    bool // it prints an object, in whatever notation
}

// evaluate returns what a string becomes. Its own text stands for what is not determined.
func (x *Execution) evaluate(v *Visit, n source.Node) rendered {
	text := n.Text()
	switch {
	case n.Unknown() || n.Filled():
		return rendered{text: text, why: "an expression of Terraform is a part of it"}
	case !n.IsString():
		return rendered{text: string(n.Raw())}
	}
	t := v.Program.Flow.TemplateAt(n)
	if t == nil || t.Literal {
		return rendered{text: text}
	}
	r := rendered{text: t.Text}
	env := eval.Env{
		Lookup: func(path []string) eval.Value {
			found := x.lookup(path)
			r.missing = r.missing || !found.Exists()
			r.object = found.IsObject() && len(t.Liquid.Markup) == 1 && len(t.Liquid.Outputs) == 1 && len(t.Liquid.Outputs[0].Filters()) == 0
			return found
		},
		Now:    x.now,
		Rounds: limitOf("for-iterations"),
		Bytes:  limitOf("rendered-size"),
		Blank: func(at liquid.Span) {
			r.blanks = append(r.blanks, Blank{v.Name, at.In(t.Text), t.Place(at)})
		},
	}
	out, err := eval.Render(t.Liquid, t.Text, env)
	var why *eval.Undetermined
	if errors.As(err, &why) {
		r.why = why.Reason
		return r
	}
	r.text = out
	return r
}

// limitOf returns a limit of Liquid in Studio.
func limitOf(name string) int {
	if l := schemas.LiquidFacts().Limit(name); l != nil {
		return l.Max
	}
	return 0
}
