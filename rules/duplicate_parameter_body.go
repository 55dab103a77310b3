package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/words"
)

// checkBodies reports the members of the JSON that a request sends whose name stands again later in the
// same object.
func checkBodies(p *lint.Pass, w *flow.Widget) {
	for i := range w.Facts.Properties {
		f := &w.Facts.Properties[i]
		n := w.Property(f.Name)
		if f.JSONBy == "" || !n.IsString() || !jsontext.Sent(w, f) {
			continue
		}
		t := jsontext.At(p.Flow, w, n)
		j := jsontext.Of(p, t)
		if j == nil {
			return // liquid-syntax
		}
		for _, twin := range j.Twice() {
			outcome := ": this value is lost; name it otherwise, or remove it"
			if twin.Same {
				outcome = ", with the same value; remove one of them"
			}
			d := p.Reportf(t.Place(twin.Lost), "%s stands twice in the %s of %s"+outcome, words.Quote(twin.Name), f.Name, w.Label()).
				Relate(t.Place(twin.Kept), "the other one")
			if twin.Same {
				d.As(finding.Note)
			}
		}
	}
}
