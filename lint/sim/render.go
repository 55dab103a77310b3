package sim

import (
	"errors"

	"studiolint/lint/liquid"
	"studiolint/lint/liquid/eval"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// render returns what a string becomes, and notes what comes out blank in it.
func (x *Execution) render(v *Visit, n source.Node) rendered {
	r := x.evaluate(v, n)
	if r.why == "" {
		v.Blanks = append(v.Blanks, r.blanks...)
	}
	return r
}

// A rendered string.
type rendered struct {
	text, why string
	lack      any // what it would have to know: a *Lack, or nothing
	blanks    []Blank
	missing   bool // it read something that has no value
	object    bool // it prints an object, in whatever notation
}

// doubt returns why it is not determined.
func (r rendered) doubt() doubt {
	l, _ := r.lack.(*Lack)
	return doubt{r.why, l}
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
	t, seen := v.Program.Flow.TemplateAt(n), v.Program.seen[n]
	if seen != nil {
		text = seen.Text
	}
	switch {
	case seen != nil && seen.Why != "":
		return rendered{text: text, why: seen.Why}
	case t == nil || t.Literal || seen != nil && seen.Liquid == nil:
		return rendered{text: text}
	case seen == nil:
		return x.template(v, t.Text, t.Liquid, t.Place)
	}
	return x.template(v, text, seen.Liquid, seen.Place)
}

// template returns what a text with markup becomes.
func (x *Execution) template(v *Visit, text string, parsed *liquid.Template, place func(liquid.Span) source.Place) rendered {
	r := rendered{text: text}
	env := eval.Env{
		Lookup: func(path []string) eval.Value {
			found := x.lookup(path)
			r.missing = r.missing || !found.Exists()
			r.object = found.IsObject() && len(parsed.Markup) == 1 && len(parsed.Outputs) == 1 && len(parsed.Outputs[0].Filters()) == 0
			return found
		},
		Now:    x.now,
		Rounds: limitOf("for-iterations"),
		Bytes:  limitOf("rendered-size"),
		Blank: func(at liquid.Span) {
			r.blanks = append(r.blanks, Blank{v.Name, at.In(text), place(at)})
		},
	}
	out, err := eval.Render(parsed, text, env)
	var why *eval.Undetermined
	if errors.As(err, &why) {
		r.why, r.lack = why.Reason, why.Lack
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
