package liquid_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	osteele "github.com/osteele/liquid"

	"studiolint/lint/liquid"
)

// exception is a reason why this parser and github.com/osteele/liquid may judge
// one template differently, with a template that differs for no other.
type exception struct {
	reason   string
	example  string
	explains func(text string, tmpl *liquid.Template) bool
}

// osteeleRejects are the exceptions for templates without error here.
var osteeleRejects = []exception{
	{"osteele has no increment, decrement, ifchanged and no tag it was not told of", "{% new x %}",
		func(_ string, t *liquid.Template) bool {
			return slices.ContainsFunc(t.Tags, func(tag liquid.Tag) bool {
				return !tag.Known || strings.HasSuffix(tag.Name, "crement") || strings.HasSuffix(tag.Name, "ifchanged")
			})
		}},
	{"live flows have white space after a dot; osteele takes it before the dot only", "{{ flow. sid }}", inMarkup(`\.\s`)},
	{"osteele wants the colon directly after the filter or option", "{{ x | plus : 1 }}", inMarkup(`\s:`)},
	{"osteele has no named arguments in filters", "{{ x | date: format: y }}", inFilters(`(^|,)\s*[\w-]+\??:`)},
	{"Shopify takes a path that starts with a bracket", "{{ ['flow'].sid }}", inMarkup(`(^|[^\w\])?-])\s*\[`)},
	{"<> is an old way to write !=, which osteele lacks", "{% if x <> 1 %}{% endif %}", inMarkup(`<>`)},
	{"osteele separates the values of when with commas only", "{% case x %}{% when 1 or 2 %}{% endcase %}", inTag("when", `\bor\b`)},
	{"osteele takes nothing but strings in cycle", "{% cycle a, 'b' %}", inTag("cycle", "")},
	{"osteele has no commas between the options of loops", "{% for x in y, limit:1 %}{% endfor %}", inTag("for|tablerow", `,`)},
	{"osteele knows nothing of Terraform's ${…} and %{…}", "{{ ${x} }}", contains("${", "%{")},
	{"osteele ends markup at the first closing braces, also within a string", "{{ x | f: '}}' }}", inMarkup(`["'][^"']*[}%]\}`)},
	{"osteele takes 1. for no number", "{{ 1. }}", inMarkup(`\d\.`)},
	{"osteele reads an inline comment as text, and the markup in it as markup", "{% # {{ a b }} %}", inTag("#", "")},
	{"osteele takes a tag whose arguments follow without white space for text", "{%if(x)%}{% endif %}", glued},
	{"Shopify has elsif in unless, osteele in if only", "{% unless x %}{% elsif y %}{% endunless %}", func(_ string, t *liquid.Template) bool {
		return elsifInUnless(t, t.Nodes)
	}},
	{"vertical tabs are white space to osteele's expressions but not to its tags", "{%\vif x %}{% endif %}", contains("\v")},
}

// unread are the tags whose arguments osteele does not look at.
var unread = regexp.MustCompile(`^(else|capture|comment|raw|break|continue|include|end.*)$`)

// osteeleAccepts are the exceptions for templates with an error here.
var osteeleAccepts = []exception{
	{"osteele takes markup that is not closed for text", "{{ x", kinds("unclosed-output", "unclosed-tag", "empty-markup", "stray-braces")},
	{"osteele does not miss the end of raw and comment", "{% raw %}", func(text string, t *liquid.Template) bool {
		return slices.ContainsFunc(t.Errors, func(e liquid.Error) bool {
			return e.Kind.String() == "unclosed-block" && regexp.MustCompile(`^\{%-?\s*(raw|comment)`).MatchString(e.In(text))
		})
	}},
	{"osteele accepts what Shopify does not: filters and comparisons in more places, text after endif", "{{ x == 1 }}",
		kinds("misplaced-filter", "misplaced-compare", "extra-arguments")},
	{"osteele takes a second else, and elsif after it", "{% if x %}{% else %}{% else %}{% endif %}", kinds("misplaced-clause")},
	{"osteele does not look at what stands after else, capture and the like", "{% if x %}{% else y %}{% endif %}",
		func(_ string, t *liquid.Template) bool {
			return slices.ContainsFunc(t.Tags, func(tag liquid.Tag) bool {
				return unread.MatchString(tag.Name) && slices.ContainsFunc(t.Errors, func(e liquid.Error) bool {
					return e.Start >= tag.Start && e.End <= tag.End && (e.End > tag.NameAt.End && e.End <= tag.Args.End || e.Kind.String() == "bad-tag")
				})
			})
		}},
	{"markup may span the end of raw and comment for osteele", "{% raw %}{{{% endraw %}{{ a b }}", func(text string, t *liquid.Template) bool {
		return verbatim(t, t.Nodes, func(n liquid.Node) bool {
			return regexp.MustCompile(`\{[{%]`).MatchString(text[n.Start:min(len(text), n.End+1)])
		})
	}},
	{"osteele nests without limit", "{{ a" + strings.Repeat("[a", 60) + strings.Repeat("]", 60) + " }}", kinds("too-deep")},
	{"nested markup within a string is a string to osteele", "{% if x == '{{y}}' %}{% endif %}", kinds("nested-markup")},
	{"osteele gives properties to strings, numbers and ranges", "{{ 'a'.size }}", either(
		errorBetween(`["')\d]\s*$`, `^[.\[]`), errorBetween(``, `^\d+\s*[.\[]`))},
	{"%assign and its like are words of osteele's own", "{{ %assign x = 1 }}", contains("%assign", "%loop", "{%cycle", "{%when")},
	{"osteele reads an output of several lines as text", "{{ a\nb }}", inMarkup(`\n`)},
	{"if, endif and the like are variables to osteele", "{{ endif }}", func(_ string, t *liquid.Template) bool {
		return slices.ContainsFunc(t.Errors, func(e liquid.Error) bool { return strings.Contains(e.Message, "is a tag: write") })
	}},
	{"osteele takes a tag whose arguments follow without white space for text", "{%if(%}", glued},
	{"osteele ends a number where a word begins", "{% if 1contains 2 %}{% endif %}", errorBetween(``, `^\d+[a-z]`)},
	{"a semicolon and NUL end an expression to osteele", "{{ x;\x00 }}", contains(";")},
	{"osteele takes a tag with a vertical tab for text", "{%\vif %}", contains("\v")},
	{"osteele does not see the end of a tag after another %", "{% if x %%}", inTag(".*", `%$`)},
}

// verbatim reports whether something holds for what stands within a raw or comment.
func verbatim(t *liquid.Template, nodes []liquid.Node, holds func(liquid.Node) bool) bool {
	for _, n := range nodes {
		if n.Kind != liquid.BlockNode {
			continue
		}
		name := t.Tags[n.Index].Name
		for _, b := range n.Block.Branches {
			if (name == "raw" || name == "comment") && slices.ContainsFunc(b.Nodes, holds) || verbatim(t, b.Nodes, holds) {
				return true
			}
		}
	}
	return false
}

func elsifInUnless(t *liquid.Template, nodes []liquid.Node) bool {
	for _, n := range nodes {
		if n.Kind != liquid.BlockNode {
			continue
		}
		for _, b := range n.Block.Branches {
			if t.Tags[n.Index].Name == "unless" && t.Tags[b.Tag].Name == "elsif" || elsifInUnless(t, b.Nodes) {
				return true
			}
		}
	}
	return false
}

// inMarkup explains by what stands in any markup.
func inMarkup(pattern string) func(string, *liquid.Template) bool {
	re := regexp.MustCompile(pattern)
	return func(text string, t *liquid.Template) bool {
		for _, m := range t.Markup {
			switch m.Kind {
			case liquid.OutputNode:
				if re.MatchString(t.Outputs[m.Index].Expr.In(text)) {
					return true
				}
			case liquid.TagNode:
				if re.MatchString(t.Tags[m.Index].Args.In(text)) {
					return true
				}
			}
		}
		return false
	}
}

// inFilters explains by the arguments of any filter.
func inFilters(pattern string) func(string, *liquid.Template) bool {
	re := regexp.MustCompile(pattern)
	return func(text string, t *liquid.Template) bool {
		for f := range t.Filters() {
			if re.MatchString(f.Args.In(text)) {
				return true
			}
		}
		return false
	}
}

// inTag explains by the arguments of tags of these names.
func inTag(names, pattern string) func(string, *liquid.Template) bool {
	name, re := regexp.MustCompile("^("+names+")$"), regexp.MustCompile(pattern)
	return func(text string, t *liquid.Template) bool {
		return slices.ContainsFunc(t.Tags, func(tag liquid.Tag) bool {
			return name.MatchString(tag.Name) && re.MatchString(tag.Args.In(text))
		})
	}
}

func contains(list ...string) func(string, *liquid.Template) bool {
	return func(text string, _ *liquid.Template) bool {
		return slices.ContainsFunc(list, func(s string) bool { return strings.Contains(text, s) })
	}
}

func either(a, b func(string, *liquid.Template) bool) func(string, *liquid.Template) bool {
	return func(text string, t *liquid.Template) bool { return a(text, t) || b(text, t) }
}

func kinds(list ...string) func(string, *liquid.Template) bool {
	return func(_ string, t *liquid.Template) bool {
		return slices.ContainsFunc(t.Errors, func(e liquid.Error) bool { return slices.Contains(list, e.Kind.String()) })
	}
}

// errorBetween explains by what stands on both sides of an error's beginning.
func errorBetween(before, after string) func(string, *liquid.Template) bool {
	b, h := regexp.MustCompile(before), regexp.MustCompile(after)
	return func(text string, t *liquid.Template) bool {
		return slices.ContainsFunc(t.Errors, func(e liquid.Error) bool {
			return b.MatchString(text[:e.Start]) && h.MatchString(text[e.Start:])
		})
	}
}

func glued(text string, t *liquid.Template) bool {
	return slices.ContainsFunc(t.Tags, func(tag liquid.Tag) bool {
		return tag.Args.Start == tag.NameAt.End && tag.Args.End > tag.Args.Start || tag.Name == ""
	})
}

// accepts reports whether osteele takes the template; ok is false when it panics.
func accepts(engine *osteele.Engine, text string) (accepted, ok bool) {
	defer func() { recover() }()
	_, err := engine.ParseString(text)
	return err == nil, true
}

// judge compares the two judgements and returns the exceptions that explain a
// difference.
func judge(t *testing.T, engine *osteele.Engine, text string) (differ bool, why []exception) {
	t.Helper()
	tmpl := liquid.Parse(text, roots...)
	accepted, ok := accepts(engine, text)
	if !ok || accepted == (len(tmpl.Errors) == 0) {
		return false, nil
	}
	list := osteeleRejects
	if accepted {
		list = osteeleAccepts
	}
	for _, e := range list {
		if e.explains(text, tmpl) {
			why = append(why, e)
		}
	}
	if len(why) == 0 {
		_, err := engine.ParseString(text)
		t.Errorf("%q: osteele says %v, here the errors are %v, and no exception explains it", text, err, tmpl.Errors)
	}
	return true, why
}

func TestAgainstOsteele(t *testing.T) {
	engine := osteele.NewEngine()
	for _, text := range sound {
		judge(t, engine, text)
	}
	for _, test := range broken {
		judge(t, engine, test.text)
	}
	for _, text := range templates(100) {
		if differ, _ := judge(t, engine, text); differ {
			t.Errorf("%q is judged differently", text)
		}
	}
	for _, e := range slices.Concat(osteeleRejects, osteeleAccepts) {
		if _, why := judge(t, engine, e.example); len(why) != 1 || why[0].reason != e.reason {
			t.Errorf("%q should differ because %s, but %d exceptions explain it", e.example, e.reason, len(why))
		}
	}
}

// FuzzAgainstOsteele holds this parser against an independent one: where their
// judgements differ, a named exception must explain it.
func FuzzAgainstOsteele(f *testing.F) {
	seed(f)
	engine := osteele.NewEngine()
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 {
			t.Skip()
		}
		judge(t, engine, text)
	})
}
