package reads

import (
	"iter"

	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// Evaluated yields the texts of a widget in which Studio evaluates Liquid.
func Evaluated(w *flow.Widget) iter.Seq[source.Node] {
	return func(yield func(source.Node) bool) {
		for property := range w.Properties.Children() {
			facts := w.FactsOf(property)
			if facts == nil || !facts.Liquid || !property.IsString() && !property.IsArray() {
				continue
			}
			for n := range property.Strings() {
				if n.Key() != "key" && !yield(n) {
					return
				}
			}
		}
	}
}
