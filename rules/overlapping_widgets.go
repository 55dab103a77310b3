package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "overlapping-widgets", Title: "Two widgets lie on top of each other in the editor",
		Group: finding.Values, Severity: finding.Off,
		Doc: `Finds widgets whose "offset" is the same as another one's. In Twilio's editor the
one hides the other, and who edits the flow there overlooks it.

Change the offset, or move the widget in the editor.`,
	},
	Check: func(p *lint.Pass) {
		type point struct{ x, y float64 }
		first := map[point]*flow.Widget{}
		for _, w := range p.Flow.Widgets {
			x, y, ok := w.Offset()
			if !ok {
				continue
			}
			at := point{x, y}
			other, taken := first[at]
			if !taken {
				first[at] = w
				continue
			}
			p.Reportf(w.OffsetNode().Opening(), "%s lies on top of %s in the editor and hides it; move one of them", w.Label(), other.Label()).
				Relate(other.OffsetNode().Opening(), "the other widget's place")
		}
	},
})
