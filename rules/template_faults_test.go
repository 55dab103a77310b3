package rules

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A templateFault is one mistake planted in a template by changing a part of it.
type templateFault struct {
	kind string
	rule string // that must find it
	fault
}

// TestTemplateFaults plants one mistake at a time in the templates of real flows:
// a name that is misspelt, a brace that is gone, a comma too many. The right rule
// must find it, at its place.
func TestTemplateFaults(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	type count struct{ planted, found, extra int }
	counts := map[string]*count{}
	var missed []string
	var mu sync.Mutex
	each(mutationTexts(t), func(text flowText) {
		f := flowOf(text)
		before := lintText(text.path, text.text)
		for _, m := range templateFaults(f, before.Diagnostics, text.most) {
			after := lintText(text.path, m.apply(text.text))
			v := m.judge(before.Diagnostics, after.Diagnostics)
			mu.Lock()
			c := counts[m.kind]
			if c == nil {
				c = &count{}
				counts[m.kind] = c
			}
			c.planted++
			byRule := slices.ContainsFunc(v.all, func(d *finding.Diagnostic) bool { return d.Rule.ID == m.rule })
			if v.placed && byRule {
				c.found++
			}
			if len(v.extra) > 0 {
				c.extra++
			}
			if !v.placed || !byRule || len(v.extra) > 0 {
				var list []string
				for _, d := range v.all {
					list = append(list, fmt.Sprintf("%d: %s [%s]", d.Range.Start.Offset, d.Message, d.Rule.ID))
				}
				missed = append(missed, fmt.Sprintf("%s in %s at %d: %q\n\t%s", m.kind, text.path, m.edits[0].at.Start, m.edits[0].text, strings.Join(list, "\n\t")))
			}
			mu.Unlock()
		}
	})
	planted, found, extra := 0, 0, 0
	for kind, c := range counts {
		t.Logf("%-30s %5d planted %5d found %5d with more than one finding", kind, c.planted, c.found, c.extra)
		planted, found, extra = planted+c.planted, found+c.found, extra+c.extra
	}
	t.Logf("%-30s %5d planted %5d found %5d with more than one finding", "all", planted, found, extra)
	if planted < 300 {
		t.Errorf("only %d were planted", planted)
	}
	slices.Sort(missed)
	if len(missed) > 0 {
		t.Errorf("%d of %d are not found by their rule, at their place and by it alone:\n%s", len(missed), planted, strings.Join(missed[:min(len(missed), 40)], "\n"))
	}
}

// templateFaults lists what can be planted in the templates of a flow in which nothing was
// found before, so many of each kind.
func templateFaults(f *flow.Flow, before []*finding.Diagnostic, most int) []templateFault {
	p := templatePlanter{flow: f, before: before, most: most, done: map[string]int{}}
	for _, t := range f.Templates() {
		if t.Literal || !t.Liquid.Readable() {
			continue
		}
		p.filters(t)
		p.markup(t)
	}
	for _, r := range f.Refs() {
		if r.Broken {
			continue
		}
		p.reference(r)
	}
	for _, w := range f.Widgets {
		p.json(w)
	}
	return p.list
}

type templatePlanter struct {
	flow   *flow.Flow
	before []*finding.Diagnostic
	most   int
	done   map[string]int
	list   []templateFault
}

func (p *templatePlanter) plant(kind, rule string, t *flow.Template, at liquid.Span, text string) {
	if p.done[kind] >= p.most || p.shared(t) || !p.clean(t.Node.Span()) {
		return
	}
	p.done[kind]++
	place := t.Place(at)
	if text == t.Text[at.Start:at.End] {
		return
	}
	m := templateFault{kind: kind, rule: rule}
	m.edits = []edit{{at: place.Span, text: strings.Trim(quoteJSON(text), `"`)}}
	if text == "" {
		m.places = []source.Span{t.Node.Span()}
	}
	p.list = append(p.list, m)
}

// clean reports whether nothing was found in a template.
func (p *templatePlanter) clean(text source.Span) bool {
	return !slices.ContainsFunc(p.before, func(d *finding.Diagnostic) bool {
		return text.Start <= d.Range.Start.Offset && d.Range.Start.Offset < text.End
	})
}

// shared reports whether the same text stands in another place of the widget: to
// change one of them is another mistake as well.
func (p *templatePlanter) shared(t *flow.Template) bool {
	return t.Widget.Facts.Split
}

func (p *templatePlanter) filters(t *flow.Template) {
	known := func(name string) bool { return schemas.LiquidFacts().Filter(name) != nil }
	for f := range t.Liquid.Filters() {
		if known(f.Name) {
			p.plant("filter misspelt", "liquid-filter", t, f.Span, misspell(f.Name, known))
		}
	}
	for _, tag := range t.Liquid.Tags {
		if tag.Name == "elsif" || tag.Name == "assign" {
			p.plant("tag misspelt", "liquid-tag", t, tag.NameAt, misspell(tag.Name, func(string) bool { return false }))
		}
	}
}

func (p *templatePlanter) markup(t *flow.Template) {
	for i, m := range t.Liquid.Markup {
		if m.Kind == liquid.OutputNode && i == len(t.Liquid.Markup)-1 && !strings.HasPrefix(t.Text[m.End:], "}") {
			p.plant("brace missing", "liquid-syntax", t, liquid.Span{Start: m.End - 1, End: m.End}, "")
			p.plant("braces missing", "liquid-syntax", t, liquid.Span{Start: m.End - 2, End: m.End}, "")
		}
		if m.Kind == liquid.TagNode && strings.HasPrefix(t.Liquid.Tags[m.Index].Name, "end") {
			p.plant("end missing", "liquid-syntax", t, m.Span, "")
		}
	}
	for _, o := range t.Liquid.Outputs {
		if o.Reference() >= 0 && len(o.Filters()) == 0 {
			p.plant("arithmetic", "liquid-syntax", t, o.Expr.Span, o.Expr.In(t.Text)+" + 1")
		}
	}
}

func (p *templatePlanter) reference(r flow.Ref) {
	never := func(string) bool { return false }
	change := func(kind, rule string, i int, taken func(string) bool) {
		p.plant(kind+" misspelt", rule, r.Template, r.Segments[i].Span, misspell(r.Name(i), taken))
		p.plant(kind+" in another case", rule, r.Template, r.Segments[i].Span, swapCase(r.Name(i)))
	}
	isName := func(name string) bool { return p.flow.Widget(name) != nil }
	switch r.Root() {
	case "widgets":
		w := p.flow.Widget(r.Name(1))
		if w == nil {
			return
		}
		change("widget", "unknown-widget", 1, isName)
		facts := schemas.Lookup(w.Type)
		if key := r.Name(2); facts != nil && facts.Outputs.Closed && key != "" && reads.Member(facts.Outputs.Keys, key) != nil {
			change("output", "unknown-output", 2, never)
		}
	case "flow":
		if key, ok := r.Variable(); ok && key != "" {
			if v := p.flow.Variable(key); len(v.Writes) > 0 && len(v.Reads) > 1 {
				change("variable", "unknown-variable", 2, func(name string) bool { return p.flow.Variable(name) != nil })
			}
		}
	case "contact":
		if r.Name(2) == "address" {
			change("member of contact", "unknown-variable", 2, never)
		}
	}
	if _, ok := reads.Printed(r); ok && schemas.LiquidFacts().Root(r.Root()) != nil {
		p.plant("root misspelt", "unknown-variable", r.Template, r.Segments[0].Span, misspell(r.Root(), never))
	}
}

// json breaks the JSON of tasks and requests.
func (p *templatePlanter) json(w *flow.Widget) {
	property, rule := "attributes", "flex-attributes"
	switch w.Type {
	case "send-to-flex":
	case "make-http-request":
		property, rule = "body", "json-output"
	default:
		return
	}
	t := jsontext.At(p.flow, w, w.Property(property))
	t.Property = property
	if !w.Property(property).IsString() || !jsontext.Declared(t) {
		return
	}
	if j := jsontext.Parse(t); j == nil || j.Fault(true) != nil || strings.TrimSpace(liquid.Plain(t.Text)) == "" || strings.Contains(t.Text, "${") {
		return
	}
	end := strings.LastIndexByte(t.Text, '}')
	p.plant(property+" with a comma too many", rule, t, liquid.Span{Start: end, End: end + 1}, ",}")
	p.plant(property+" without its end", rule, t, liquid.Span{Start: end, End: end + 1}, "")
	if quote := strings.IndexByte(t.Text, '"'); quote >= 0 {
		p.plant(property+" without a quote", rule, t, liquid.Span{Start: quote, End: quote + 1}, "")
	}
	for _, r := range t.Refs() {
		if filters, ok := reads.Printed(r); !ok || len(filters) > 0 {
			continue
		}
		m := r.Liquid.Markup[r.Markup]
		if v := reads.Value(p.flow, r); v == nil || !v.Text || !strings.HasSuffix(t.Text[:m.Start], `: "`) && !strings.HasSuffix(t.Text[:m.Start], `:"`) || !strings.HasPrefix(t.Text[m.End:], `"`) {
			continue
		}
		p.plant(property+" with text unquoted", "json-output", t, liquid.Span{Start: m.Start - 1, End: m.End + 1}, m.In(t.Text))
	}
}

// swapCase changes the case of the first letter.
func swapCase(s string) string {
	if upper := strings.ToUpper(s[:1]); upper != s[:1] {
		return upper + s[1:]
	}
	return strings.ToLower(s[:1]) + s[1:]
}
