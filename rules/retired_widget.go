package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "retired-widget", Title: "A widget whose product has ended",
		Group: finding.Text, Severity: finding.Warning, Fix: finding.UnsafeFix,
		Doc: `Finds widgets that belong to a product that has ended or was replaced, such as
Send To Autopilot. They are still accepted, but fail when the flow runs, or will.
Those of one type are one finding a flow, which also names where their failure, which
is then certain, ends the execution without a word.

The message names what to use instead; "studiolint explain WIDGET-TYPE" says more.`,
	},
	Check: func(p *lint.Pass) {
		told := map[string]*finding.Diagnostic{}
		for _, w := range p.Flow.Widgets {
			known := w.Facts
			if known.Retired == nil || w.TypeGuessed { // schema says what to write
				continue
			}
			if d := told[w.Type]; d != nil {
				suggestWithout(d, p.Flow, w)
				if !d.Full() {
					d.Relate(w.TypeNode, "and "+w.Label())
					relateCutOff(p, d, w)
				}
				continue
			}
			hint := "replace it"
			if r := known.Retired.Replacement; r != "" {
				hint = "use " + r
			}
			told[w.Type] = p.Reportf(w.TypeNode, "%s is retired (%s); %s", words.Quote(w.Type), words.TrimStop(known.Retired.Why), hint)
			suggestWithout(told[w.Type], p.Flow, w)
			relateCutOff(p, told[w.Type], w)
		}
	},
})

// relateCutOff names the failure of a widget when nobody hears anything after it, though
// one would when it worked.
func relateCutOff(p *lint.Pass, d *finding.Diagnostic, w *flow.Widget) {
	failed, worked := w.OnKind(schemas.KindFailure), w.OnKind(schemas.KindSuccess)
	if failed == nil || worked == nil || worked.Meant == nil || !p.Flow.Reachable(w) || !values.EndsUnheard(p, failed) {
		return
	}
	d.Relate(failed, "when "+w.Label()+" fails, nothing is said, and what comes after it never runs")
}

// suggestWithout offers the type that has replaced a widget's, where that knows all that is
// written, or else to go past it: what led to the widget leads to where its failure does.
// Nothing is offered for one that a template reads, or that the flow begins with.
func suggestWithout(d *finding.Diagnostic, f *flow.Flow, w *flow.Widget) {
	if takesAll(schemas.Lookup(w.Facts.Retired.Replacement), w) {
		d.SuggestMore(false, "Use what has replaced it", w.TypeNode.SetText(w.Facts.Retired.Replacement))
		return
	}
	read := func(r flow.Ref) bool {
		name, _, ok := r.Output()
		return ok && r.Widget != w && f.Widget(name) == w
	}
	if f.Widget(w.Name) != w || f.Initial.Text() == w.Name || slices.ContainsFunc(f.Refs(), read) {
		return
	}
	next := ""
	if failed := w.OnKind(schemas.KindFailure); failed != nil && failed.Next != w.Name {
		next = failed.Next
	}
	edits := []source.Edit{w.Node.Remove()}
	for _, t := range w.In {
		switch {
		case t.From == w:
		case t.Next != w.Name:
			return // it is misspelt
		case next == "":
			edits = append(edits, t.NextNode.Remove())
		default:
			edits = append(edits, t.NextNode.SetText(next))
		}
	}
	d.SuggestMore(false, "Take it out: go on as when it fails", edits...)
}

// takesAll reports whether widgets of a type have all properties and events of one.
func takesAll(known *schemas.Widget, w *flow.Widget) bool {
	if known == nil || known.Schema == nil {
		return false
	}
	for name := range w.Properties.Members() {
		if known.Schema.At("properties", name) == nil {
			return false
		}
	}
	for _, name := range known.Schema.At("properties").Required {
		if !w.Property(name).Exists() {
			return false
		}
	}
	return !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return known.Event(t.Event) == nil })
}
