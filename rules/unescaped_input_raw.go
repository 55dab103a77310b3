package rules

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// comesOutRaw reports whether a person's words come out of some filters with whatever
// signs they hold.
func comesOutRaw(filters []liquid.Filter) bool {
	return !reads.MakesNumber(filters) && !slices.ContainsFunc(filters, cleansOrUnknown)
}

// cleansOrUnknown reports whether a filter cleans a text, or Studio does not know it: liquid-filter tells that, and
// what was meant may clean.
func cleansOrUnknown(f liquid.Filter) bool {
	return f.Cleans() || schemas.LiquidFacts().Filter(f.Name) == nil
}

// isURL reports whether a template is a URL, that of a property or one that Set Variables
// keeps.
func isURL(t *flow.Template) bool {
	f := t.Facts
	if string(t.Widget.Facts.Outputs.From) == t.Property && t.Property != "" {
		return strings.HasPrefix(t.Text, "https://") || strings.HasPrefix(t.Text, "http://")
	}
	return f != nil && f.IsURL() && !startsWithOutput(t)
}

// startsWithOutput reports whether a text begins with a value: then that may be the
// whole URL, and nothing is put into it.
func startsWithOutput(t *flow.Template) bool {
	return len(t.Liquid.Markup) > 0 && t.Liquid.Markup[0].Start == 0 && t.Liquid.Markup[0].Kind == liquid.OutputNode && len(t.Liquid.Outputs) == 1
}
