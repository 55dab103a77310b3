package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// reportParted reports the texts on a call that end with a question to the caller, after which the flow
// takes its leave without listening: once.
func reportParted(p *lint.Pass) {
	if p.Flow.Entry(flow.ParentEvent) != nil {
		return // the parent may listen
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall || w.Incomplete {
			continue
		}
		switch n := effects.Prompt(w); {
		case !offer.EndsAsking(n.Text()) || !p.Flow.Reachable(w):
		case !isParted(w):
		case d == nil:
			d = p.Reportf(n, "%s ends with a question, but %s comes next: nobody hears the answer; ask with Gather Input",
				w.Label(), w.Onward().Meant.Label()).As(finding.Note).Identify(w.Label())
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}

// isParted reports whether nothing but words comes after a widget, at least one of them a leave.
func isParted(w *flow.Widget) bool {
	const far = 4
	parted := false
	t := w.Onward()
	for range far {
		if t == nil || t.Dangling() {
			return false
		}
		next := t.Meant
		switch {
		case next == nil:
			return parted && t.Ends()
		case len(next.Transitions) == 0 && !next.Facts.Known():
			return parted // a type that there is not, which leads nowhere
		case next.Incomplete:
			return false
		}
		switch effects.ActOf(next) {
		case effects.Tells:
			text := effects.Prompt(next).Text()
			if strings.Contains(text, "?") {
				return false
			}
			parted = parted || offer.Leaves(text)
		case effects.Sets:
		default:
			return false
		}
		t = next.Onward()
	}
	return false
}
