package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "missing-property", Title: "A property without which the widget does not do its work",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for a parameter of a request",
		Doc: `Finds widgets that lack a property which Twilio's schema does not ask for, or is
not known to, but without which they cannot work: whom to call, whether to record,
a queue or a workflow to put the caller into; and a payment from a bank account without the parameter that names its
holder (64014).

As a note it finds a parameter of a request that has a name and a blank value, unless it is one that
only some have, as a coupon or a comment.

The message says why it is needed. "studiolint explain WIDGET-TYPE" lists all
properties of a widget.`,
	},
	Check: func(p *lint.Pass) {
		reportBlankFields(p)
		reportMissingKeys(p)
		told := map[string]*finding.Diagnostic{} // those that lack the same are one finding
		for _, w := range p.Flow.Widgets {
			known := w.Facts
			if !w.Properties.Exists() {
				continue
			}
			var reported names
			for i := range known.Properties {
				f := &known.Properties[i]
				if f.Required == nil || w.Property(f.Name).Exists() || !needed(p, w, known, f.Required) {
					continue
				}
				if shape.PropertyInstead(w, f.Name).Exists() {
					continue // unknown-property reports the misspelt one
				}
				if slices.ContainsFunc(f.Required.Or, reported.has) {
					continue // one of the two is missing, and that has been said
				}
				reported = append(reported, f.Name)
				lacks := orList(f) + ": " + words.LowerFirst(words.TrimStop(f.Required.Why))
				if d := told[known.Type+lacks]; d != nil {
					d.Also(w, "nor has "+w.Label())
					continue
				}
				told[known.Type+lacks] = p.Reportf(w, "%s has no %s; add it", w.Label(), lacks)
			}
		}
	},
})

type names []string

func (n names) has(name string) bool { return slices.Contains(n, name) }

// needed reports whether the values of the other properties make a property
// necessary.
func needed(p *lint.Pass, w *flow.Widget, known *schemas.Widget, r *schemas.Requirement) bool {
	for name, values := range r.When.All() {
		if v, certain := shape.Value(p, w, name); !certain || !slices.Contains(values, v) {
			return false
		}
	}
	for name, values := range r.Unless.All() {
		if v, certain := shape.Value(p, w, name); !certain || slices.Contains(values, v) {
			return false
		}
	}
	return !slices.ContainsFunc(r.Or, func(name string) bool {
		return w.Property(name).Exists() || shape.PropertyInstead(w, name).Exists()
	})
}

// orList names a property with those that do as well.
func orList(f *schemas.Property) string {
	text := words.Quote(f.Name)
	for _, other := range f.Required.Or {
		text += " or " + words.Quote(other)
	}
	return text
}
