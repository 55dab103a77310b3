package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unused-variable", Title: "A variable that nothing reads",
		Group: finding.Liquid, Severity: finding.Note, Fix: finding.UnsafeFix, AcrossFiles: true, Unnecessary: true,
		Doc: `Finds a key of Set Variables that no template of the flow reads, neither as
flow.variables.KEY nor as widgets.NAME.KEY. Often the reader was removed, or reads
another key.

Nothing is reported in a flow that can be run as a subflow, since its variables are
what it returns; in one that runs subflows; in one that prints all of its variables;
and where a template reads a name nearly alike, {{orderNumber}} among them, which
unknown-variable reports.

Remove the variable, or read it.`,
	},
	Check: func(p *lint.Pass) {
		if start := p.Flow.Start(); start == nil || !start.Facts.Starts || returnsVariables(p) || readsAll(p.Flow) {
			return
		}
		var unset reads.Nearest // read, and set by nothing
		for _, v := range p.Flow.Variables() {
			if len(v.Writes) == 0 {
				unset.Names = append(unset.Names, v.Key)
			}
		}
		for _, r := range p.Flow.Refs() {
			if schemas.LiquidFacts().Root(r.Root()) == nil { // unknown-variable: perhaps a variable is meant
				for i := range r.Segments {
					unset.Names = append(unset.Names, r.Name(i))
				}
			}
		}
		checked := false // the shape, which takes a walk over everything
		for _, v := range p.Flow.Variables() {
			if len(v.Reads) > 0 || len(v.Writes) == 0 || reads.Opaque(p, v.Key) || liquid.HasMarkup(v.Key) || unset.To(v.Key).Name != "" || slices.Contains(unset.Names, v.Key) {
				continue
			}
			if !checked && !wellFormed(p) {
				return
			}
			checked = true
			first := v.Writes[0]
			d := p.Reportf(first.Key, "%s sets %s, but no template reads it; remove it, or read {{flow.variables.%s}}", first.Widget.Label(), words.Quote(v.Key), words.Shorten(v.Key))
			for _, w := range v.Writes[1:min(len(v.Writes), lint.MaxRelated)] {
				d.Relate(w.Key, w.Widget.Label()+" sets it too")
			}
			d.SuggestMore(false, "Remove it", withoutWrites(v)...)
		}
	},
})

// withoutWrites returns the edits that take the items out by which a variable is set; none
// where one of them is all that a widget does.
func withoutWrites(v *flow.Variable) []source.Edit {
	var edits []source.Edit
	for _, w := range v.Writes {
		item := w.Key.Parent()
		if list := item.Parent(); !item.IsObject() || !list.IsArray() || list.Len() < 2 {
			return nil
		}
		edits = append(edits, item.Remove())
	}
	return edits
}

// returnsVariables reports whether others may read what the flow sets: a parent, or
// a subflow. A parent may start it also where the way from there dangles.
func returnsVariables(p *lint.Pass) bool {
	for t := range p.Flow.Transitions() {
		if t.Event == flow.ParentEvent && t.Dangling() {
			return true
		}
	}
	return p.Flow.Entry(flow.ParentEvent) != nil || len(p.Project.Calls(p.Document)) > 0 || len(p.Project.Callers(p.Document)) > 0
}

// readsAll reports whether a template may read any variable.
func readsAll(f *flow.Flow) bool {
	known := schemas.LiquidFacts()
	if len(f.ReadsOfAny()) > 0 {
		return true
	}
	for _, r := range f.Refs() {
		switch r.Root() {
		case "":
			return true
		case "widgets":
			if name, _, ok := r.Output(); !ok || f.Widget(name) == nil {
				return true // of no widget: perhaps a misspelt one
			}
		case "trigger":
			if r.Name(1) == "" {
				return true
			}
		case "flow":
			if r.Broken || known.Root("flow").Key(r.Name(1)) == nil {
				return true
			}
		default:
			if known.Root(r.Root()) == nil && (r.Broken || words.Nearest(r.Root(), reads.Names(known.Roots)) != "") {
				return true // misspelt: flw.variables
			}
		}
	}
	for _, t := range f.Templates() {
		if !t.Liquid.Readable() || strings.Contains(t.Text, "${") || strings.Contains(t.Text, "%{") {
			return true // it may read what cannot be seen
		}
	}
	return false
}

// wellFormed reports whether every widget has the shape that the catalogue gives
// it, so that all templates are where they are looked for.
func wellFormed(p *lint.Pass) bool {
	for _, w := range p.Flow.Widgets {
		known := w.Facts
		if !known.Known() || !shape.Sound(p, w.Node) {
			return false
		}
		for key := range w.Node.Members() {
			if known.Schema.Properties.Get(key) == nil {
				return false
			}
		}
	}
	return !p.Flow.Unread() && !hasUnknown(p.Flow.Definition)
}

// hasUnknown reports whether an expression stands for a value, or for the whole of a
// text: it may be a template that reads what cannot be seen.
func hasUnknown(n source.Node) bool {
	if !n.File().HasExpressions() {
		return false
	}
	for c := range n.Children() {
		text := c.Text()
		if c.Unknown() || c.Filled() && strings.HasPrefix(text, "${") && strings.IndexByte(text, '}') == len(text)-1 || hasUnknown(c) {
			return true
		}
	}
	return false
}
