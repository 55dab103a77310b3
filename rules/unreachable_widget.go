package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unreachable-widget", Title: "No execution comes to a widget",
		Unnecessary: true,
		Group:       finding.Wiring, Severity: finding.Warning, Fix: finding.UnsafeFix, Varies: "note for a single widget that still has the name the editor gave it",
		Doc: `Finds widgets to which no path leads from any event of the trigger that leads
somewhere. They never run. Most are left over from an edit; sometimes a transition
was lost on the way.

All of them are one finding, at the first where an execution would come in; the
others are listed with it. Nothing is said where something else is wrong
that explains it: a transition elsewhere that names no widget, a name that stands
twice, a flow that does not begin at its trigger, a branch that leads elsewhere and was to lead there.

A single widget under the name that the editor gave it (send_message_2) is a note:
nobody has meant anything by it yet. What else is a matter of running, such as a
blank value in a template of these widgets, is a note, too.

Connect what nothing leads to, or remove them.`,
	},
	Check: func(p *lint.Pass) {
		if p.Flow.Open() || len(p.Flow.Entries()) == 0 || len(p.Flow.UnreachableClusters()) == 0 {
			return
		}
		loose := p.Flow.Unfollowable()
		var left leftOver
		for _, c := range p.Flow.UnreachableClusters() {
			outside := len(loose)
			for _, w := range c.Widgets {
				if loose[w] {
					outside--
				}
			}
			explained := outside > 0
			for _, w := range c.Entrances {
				explained = explained || answers.Replaces(p, w) // which is told of there
				explained = explained || p.Flow.Widget(w.Name) != w || shape.IsPlaceholder(p, w.NameNode)
			}
			start := p.Flow.Start()
			explained = explained || !start.Facts.Starts && (slices.Contains(c.Widgets, start) || slices.ContainsFunc(c.Entrances, func(w *flow.Widget) bool { return w.Facts.Starts }))
			if !explained {
				left.entrances = append(left.entrances, c.Entrances...)
				left.widgets = append(left.widgets, c.Widgets...)
			}
		}
		if len(left.entrances) > 0 {
			left.report(p)
		}
	},
})

// leftOver is what no execution comes to: the widgets where one would come in, and
// all of them.
type leftOver struct{ entrances, widgets []*flow.Widget }

func (l leftOver) report(p *lint.Pass) {
	first := l.entrances[0]
	others, them := "", "it"
	if len(l.entrances) > 1 {
		them = "them"
	}
	switch n := len(l.widgets) - len(l.entrances); {
	case n == 1:
		others = ", nor the widget after " + them
	case n > 1:
		others = ", nor the " + words.Plural(n, "widget") + " after " + them
	}
	var d *finding.Diagnostic
	if n := len(l.entrances); n > 1 {
		d = p.Reportf(first, "%s and %s never run%s: nothing leads to them; connect them, or remove them",
			first.Label(), words.Plural(n-1, "other widget"), others)
	} else {
		why := "nothing leads to it"
		switch {
		case first.Facts.Starts:
			why = "the flow begins at " + p.Flow.Start().Label()
		case len(first.In) > 0:
			why = "only widgets that never run lead to it"
		}
		d = p.Reportf(first, "%s never runs%s: %s; connect it, or remove it", first.Label(), others, why)
	}
	d.Related = slices.Grow(d.Related, len(l.widgets))
	for _, w := range l.entrances[1:] {
		d.Relate(w, "nothing leads to "+w.Label())
	}
	for _, w := range l.widgets {
		if !slices.Contains(l.entrances, w) {
			d.Relate(w, w.Label()+" never runs either")
		}
	}
	if len(l.widgets) == 1 && words.IsDefaultName(first.Name, first.Type) {
		d.As(finding.Note)
	}
	d.Identify(first.Name)
	if p.WantsFixes() && !l.mentioned(p.Flow) {
		var removals []source.Edit
		for _, w := range l.widgets {
			removals = append(removals, w.Node.Remove())
		}
		d.Suggest(false, "Remove what never runs", removals...)
	}
}

// mentioned reports whether a template of a widget that stays reads one of those.
func (l leftOver) mentioned(f *flow.Flow) bool {
	gone := map[*flow.Widget]bool{}
	for _, w := range l.widgets {
		gone[w] = true
	}
	return slices.ContainsFunc(f.Refs(), func(r flow.Ref) bool {
		name, _, ok := r.Output()
		return ok && !gone[r.Widget] && gone[f.Widget(name)]
	})
}
