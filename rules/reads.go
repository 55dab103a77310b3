package rules

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/placeholder"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A once reports each mistake of a widget once. A split repeats its input in
// every condition, and a counter reads its variable twice: the places behind the
// first one become related places.
type once struct {
	*lint.Pass
	seen map[onceKey]*finding.Diagnostic

	node source.Node // the string that was pointed into last
	text source.Decoded
}

type onceKey struct {
	widget  *flow.Widget
	message string
}

func newOnce(p *lint.Pass) *once { return &once{Pass: p, seen: map[onceKey]*finding.Diagnostic{}} }

// maxAgain is how many places of one mistake are kept besides the first.
const maxAgain = 50

// maxWitnesses is for how many findings of a rule more is worked out than the
// message.
const maxWitnesses = 1000

// reportf is Pass.Reportf for a mistake of a widget. It reports whether the
// finding is new; what else belongs to it is added only then.
func (o *once) reportf(w *flow.Widget, at finding.Placer, format string, args ...any) (d *finding.Diagnostic, first bool) {
	key := onceKey{w, fmt.Sprintf(format, args...)}
	if d := o.seen[key]; d != nil {
		if len(d.Related) < maxAgain {
			d.Relate(at, "here too")
		}
		return d, false
	}
	d = o.Reportf(at, format, args...)
	o.seen[key] = d
	return d, len(o.seen) <= maxWitnesses
}

// at is Template.Place. A string in which many places are pointed at is decoded
// only once.
func (o *once) at(t *flow.Template, s liquid.Span) source.Place {
	if o.node != t.Node {
		o.node, o.text = t.Node, t.Node.Decoded()
	}
	return source.Place{File: t.Node.File(), Node: t.Node, Span: o.text.Span(s.Start, s.End)}
}

// segment is the place of one step of a path.
func (o *once) segment(r flow.Ref, i int) source.Place { return o.at(r.Template, r.Segments[i].Span) }

// pathTo writes a path up to and with the segment i for a message.
func pathTo(r flow.Ref, i int) string {
	return words.Shorten(liquid.Reference{Segments: r.Segments[:i+1]}.String())
}

// wholePath writes a path for a message.
func wholePath(r flow.Ref) string { return pathTo(r, len(r.Segments)-1) }

// shorten cuts a text that is too long for a message.
func shorten(s string) string {
	q := words.Quote(s)
	return q[1 : len(q)-1]
}

// leftover reports whether a reference is a name that a deployment step should
// have filled in: {{LAMBDA_URL}}. The rule placeholder reports those, and no
// other does.
func leftover(t *flow.Template, r *liquid.Reference) bool {
	m := t.Liquid.Markup[r.Markup]
	if len(r.Segments) > 1 || r.Local >= 0 || m.Kind != liquid.OutputNode {
		return false
	}
	if strings.TrimSpace(t.Text) == m.In(t.Text) {
		return placeholder.Left(t.Text)
	}
	return placeholder.Left("in " + m.In(t.Text) + " text") // not as a whole
}

// opaqueName reports whether a name in a path is for a deployment step to fill
// in, so that nothing can be said of it.
func opaqueName(p *lint.Pass, name string) bool { return name == "" || shape.HoldsPlaceholder(p, name) }

// widgetRead returns the widget whose outputs a reference reads, when it is
// certain which one: a name that one widget has. The names of all widgets that
// have several of them are counted in shared.
func widgetRead(p *lint.Pass, r flow.Ref, shared map[string]bool) *flow.Widget {
	name, _, ok := r.Output()
	if !ok || name == "" || r.Broken || shared[name] {
		return nil
	}
	return p.Flow.Widget(name)
}

// sharedNames returns the names that several widgets have.
func sharedNames(f *flow.Flow) map[string]bool {
	shared := map[string]bool{}
	for _, w := range f.Widgets {
		if w.Name != "" && f.Widget(w.Name) != w {
			shared[w.Name] = true
		}
	}
	return shared
}

// member returns what the catalogue knows about a name below a value: the known
// name, also of a numbered one (MediaUrl0 is a MediaUrl), or nil.
func member(keys []schemas.Variable, name string) *schemas.Variable {
	for i := range keys {
		k := &keys[i]
		if k.Name == name {
			return k
		}
		if rest, ok := strings.CutPrefix(name, k.Name); ok && k.Numbered && rest != "" && strings.Trim(rest, "0123456789") == "" {
			return k
		}
	}
	return nil
}

// keyNames lists names for a suggestion.
func keyNames(keys []schemas.Variable) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.Name
	}
	return names
}

// ofAnyList reports whether a name is one that Liquid gives to every list and
// text.
func ofAnyList(name string) bool { return name == "size" || name == "first" || name == "last" }

// valueOf returns what the catalogue knows about the value that a reference
// reads, nil when it does not know the path.
func valueOf(p *lint.Pass, r flow.Ref, shared map[string]bool) *schemas.Variable {
	var v *schemas.Variable
	i := 1
	if r.Root() == "widgets" {
		w := widgetRead(p, r, shared)
		if w == nil || len(r.Segments) < 3 {
			return nil
		}
		v, i = member(w.Facts.Outputs.Keys, r.Name(2)), 3
	} else if !r.Broken {
		v = schemas.LiquidFacts().Root(r.Root())
	}
	for ; v != nil && i < len(r.Segments); i++ {
		v = member(v.Keys, r.Name(i))
	}
	return v
}

// filtersOf returns the filters behind the output that a reference is the value
// of, and whether it is the value of one.
func filtersOf(r flow.Ref) ([]liquid.Filter, bool) {
	if r.Use != liquid.UseOutput || r.Markup >= len(r.Liquid.Markup) {
		return nil, false
	}
	m := r.Liquid.Markup[r.Markup]
	if m.Kind != liquid.OutputNode {
		return nil, false
	}
	o := r.Liquid.Outputs[m.Index]
	if value := o.Reference(); value < 0 || r.Liquid.References[value].Start != r.Reference.Start {
		return nil, false
	}
	return o.Filters(), true
}

// hasFilter reports whether one of the filters has one of the names.
func hasFilter(filters []liquid.Filter, names ...string) bool {
	return slices.ContainsFunc(filters, func(f liquid.Filter) bool { return slices.Contains(names, f.Name) })
}

// A nearest finds the name that was most likely meant. Each name is compared with
// all others, so only so many different ones are looked at.
type nearest struct {
	names []string
	known map[string]near
}

// A near is a name that was probably meant, "" when there is none.
type near struct {
	name     string
	caseOnly bool // it is written in another case, and the only such name
}

func (n *nearest) to(name string) near {
	const most = 200
	found, ok := n.known[name]
	if !ok && len(n.known) < most {
		if n.known == nil {
			n.known = map[string]near{}
		}
		found.name = words.Nearest(name, n.names)
		same := 0
		for _, other := range n.names {
			if strings.EqualFold(other, name) {
				same++
			}
		}
		found.caseOnly = same == 1 && strings.EqualFold(found.name, name)
		n.known[name] = found
	}
	return found
}

// fixName offers to write a near name at a place of a finding.
func (o *once) fixName(d *finding.Diagnostic, at source.Place, right near) {
	if !pathName().MatchString(right.name) {
		return
	}
	if len(d.Fixes) == 0 {
		d.Fixes = []finding.Fix{{Title: "Write " + words.Quote(right.name), Safe: right.caseOnly}}
	}
	d.Fixes[0].Changes = append(d.Fixes[0].Changes, at.Replace(right.name))
}
