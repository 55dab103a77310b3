package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
)

// ForWhatsApp reports whether a flow knows of WhatsApp, serves it, or has words marked as one does there.
var ForWhatsApp = lint.NewFact(func(d *project.Document) bool {
	return d.Flow.KnowsWhatsApp() || d.Flow.ServesWhatsApp() || slices.ContainsFunc(d.Flow.Widgets, func(w *flow.Widget) bool {
		return offer.HasSlanted(effects.Prompt(w).Text())
	})
})
