package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// checkSample reports the example of an answer that a question gives, or what is told before it,
// when no branch takes it and it is asked for again.
func checkSample(p *lint.Pass, m *answers.Menu) {
	if !m.Again() {
		return
	}
	for _, w := range m.Texts() {
		n := effects.Prompt(w)
		sample, at := offer.Sample(n.Text())
		if sample == "" || m.Takes(strings.TrimSpace(sample)) {
			continue
		}
		p.Reportf(n.Part(at, at+len(sample)), "%s gives %s as an example, but %s takes it by no branch and asks again; correct the example, or the condition",
			w.Label(), words.Quote(sample), m.Split.Label()).Relate(m.Split, "the split on the answer")
		return
	}
}
