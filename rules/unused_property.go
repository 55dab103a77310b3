package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unused-property", Title: "A property that another one switches off",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds a filled property that does nothing because of another: the text beside a content
template, which is what is sent; the address for a transcription that is not asked for.
Whoever mends the text there wonders why nothing changes.

A switch that a deployment step or Liquid decides on is left alone, and so is an empty
property, as the editor leaves it.

It also finds two properties of which a widget takes one: a workflow beside the name of a queue, also
where it is empty.

Those of a flow are one finding. Remove the property, or switch on what needs it.`,
	},
	Check: func(p *lint.Pass) {
		reportExclusive(p)
		var d *finding.Diagnostic
		for _, w := range p.Flow.Widgets {
			for i := range w.Facts.Properties {
				f := &w.Facts.Properties[i]
				if len(f.OnlyWhen) == 0 {
					continue
				}
				n := w.Property(f.Name)
				if !n.IsString() || strings.TrimSpace(n.Text()) == "" {
					continue
				}
				by, value, off := switchedOff(p, w, f)
				switch {
				case !off:
				case d == nil:
					d = p.Reportf(n, "%s of %s does nothing, since %s is %s; remove it, or change that",
						words.Quote(f.Name), w.Label(), words.Quote(by), words.Quote(value)).Identify(w.Label(), f.Name)
				default:
					d.Also(n, "nor does that of "+w.Label())
				}
			}
		}
	},
})

// switchedOff returns the property that certainly keeps another from doing anything, with
// its value, and whether one does.
func switchedOff(p *lint.Pass, w *flow.Widget, f *schemas.Property) (by, value string, off bool) {
	for _, row := range f.OnlyWhen {
		if value, certain := shape.Value(p, w, row.Name); certain && shape.Sound(p, w.Property(row.Name)) &&
			value != "" && !slices.Contains(row.Value, value) {
			return row.Name, value, true
		}
	}
	return "", "", false
}
