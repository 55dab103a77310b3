package values

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/shape"
)

// FixedTexts returns the texts to which the whole flow sets a variable, as they are written and
// in the order of the document, when there are no others and more than one: a single text, set
// once, is a switch that its author turns by hand, and is tested for what it may be another day.
func (h *Holding) FixedTexts(r flow.Ref) []string {
	key, ok := r.Variable()
	if !ok || len(r.Segments) != flow.ValueDepth {
		return nil
	}
	const most = 40 // more than a person keeps in mind, and each branch asks anew
	v := h.document.Flow.Variable(key)
	if v == nil || len(v.Writes) < 2 || len(v.Writes) > most {
		return nil
	}
	var texts []string
	for i := range v.Writes {
		w := &v.Writes[i]
		text, literal := shape.Literal(h.document, w.Value)
		if !literal {
			return nil
		}
		if text = strings.TrimSpace(text); text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	if held := h.At(r); len(texts) < 2 || !held.Known || held.Text || len(held.Constants) == 0 {
		return nil
	}
	return texts
}
