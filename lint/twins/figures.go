package twins

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/words"
)

// An OtherFigure is a figure that a text in one language names, while the same text in another language names
// another one.
type OtherFigure struct {
	Widget, Twin   *flow.Widget
	Figure, InTwin offer.Figure
}

// OtherFigures returns those of a flow: of texts whose steps have one name but for what it calls a language.
func OtherFigures(d *project.Document) (all []OtherFigure) {
	var twins map[string]*flow.Widget
	for _, w := range d.Flow.Widgets {
		if words.TongueMarked(w.Name) == "" || !d.Flow.Reachable(w) || len(offer.Figures(effects.Prompt(w).Text())) == 0 {
			continue
		}
		if twins == nil {
			twins = map[string]*flow.Widget{}
		}
		name := words.WithoutTongue(w.Name)
		twin := twins[name]
		if twin == nil {
			twins[name] = w
			continue
		}
		text, translated := effects.Prompt(w).Text(), effects.Prompt(twin).Text()
		if effects.ActOf(w) != effects.ActOf(twin) || words.TongueMarked(twin.Name) == words.TongueMarked(w.Name) {
			continue
		}
		if tongue := words.Tongue(text); tongue != "" && tongue == words.Tongue(translated) {
			continue // one of them is not translated
		}
		if own, other, ok := offer.OtherFigure(text, translated); ok {
			all = append(all, OtherFigure{w, twin, own, other})
		}
	}
	return all
}
