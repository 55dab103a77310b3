package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// checkSample reports the example of an answer that a question gives, or what is told before it,
// when no branch takes it and it is asked for again.
func checkSample(p *lint.Pass, m *answers.Menu) {
	if checkSampleOf(p, m, m.Question) {
		return
	}
	for w := range m.Told() {
		if checkSampleOf(p, m, w) {
			return
		}
	}
}

// checkSampleOf looks at the text of one widget and reports whether there is something to tell.
func checkSampleOf(p *lint.Pass, m *answers.Menu, w *flow.Widget) bool {
	n := effects.Prompt(w)
	sample, at := offer.Sample(n.Text())
	if sample == "" || m.Takes(strings.TrimSpace(sample)) || !m.Again() {
		return false
	}
	p.Reportf(n.Part(at, at+len(sample)), "%s gives %s as an example, but %s takes it by no branch and asks again; correct the example, or the condition",
		w.Label(), words.Quote(sample), m.Split.Label()).Relate(m.Split, "the split on the answer")
	return true
}
