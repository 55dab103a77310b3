package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unreachable-widget", Title: "No execution comes to a widget",
		Group: finding.Wiring, Severity: finding.Warning,
		Doc: `Finds widgets to which no path leads from any event of the trigger that leads
somewhere. They never run. Most are left over from an edit; sometimes a transition
was lost on the way.

Widgets that hang together are one finding, at the widget where one would come
in; the others are listed with it. Nothing is said where something else is wrong
that explains it: a transition elsewhere that names no widget, a name that stands
twice, a flow that does not begin at its trigger.

Connect the first of them, or remove them.`,
	},
	Check: func(p *lint.Pass) {
		if p.Flow.Open() || len(p.Flow.Entries()) == 0 || len(p.Flow.UnreachableClusters()) == 0 {
			return
		}
		loose := p.Flow.Unfollowable()
		for _, c := range p.Flow.UnreachableClusters() {
			outside := len(loose)
			for _, w := range c.Widgets {
				if loose[w] {
					outside--
				}
			}
			explained := outside > 0
			for _, w := range c.Entrances {
				explained = explained || p.Flow.Widget(w.Name) != w || shape.IsPlaceholder(p, w.NameNode) ||
					w.Facts.Starts && !p.Flow.Start().Facts.Starts
			}
			if !explained {
				reportLeftOver(p, c)
			}
		}
	},
})

func reportLeftOver(p *lint.Pass, c flow.Cluster) {
	first := c.Entrances[0]
	others := ""
	switch n := len(c.Widgets) - 1; {
	case n == 1:
		others = ", nor the widget that hangs on it"
	case n > 1:
		others = ", nor the " + words.Plural(n, "widget") + " that hang on it"
	}
	why := "nothing leads to it"
	switch {
	case first.Facts.Starts:
		why = "the flow begins at " + p.Flow.Start().Label()
	case len(first.In) > 0:
		why = "only widgets that never run lead to it"
	}
	d := p.Reportf(first, "%s never runs%s: %s; connect it to what should lead here, or remove it", first.Label(), others, why)
	for _, w := range c.Widgets {
		if w != first {
			d.Relate(w, w.Label()+" never runs either")
		}
	}
	d.Identify(first.Name)
}
