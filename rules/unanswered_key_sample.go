package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// checkSample reports the example of an answer that a question gives, or what is told before it,
// when no branch takes it, and it is asked for again or a branch takes what is almost the same.
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
	if sample == "" && m.TakesForms() {
		sample, at = offer.SampleOfForm(n.Text())
	}
	if sample == "" || m.Takes(strings.TrimSpace(sample)) || takesWithDot(m, n.Text(), sample, at) {
		return false
	}
	again := " and asks again"
	if !m.Again() && m.AskedAgainBy() == nil {
		if again = ""; m.Near(sample) == nil {
			return false
		}
	}
	d := p.Reportf(n.Part(at, at+len(sample)), "%s gives %s as an example, but %s takes it by no branch%s; correct the example, or the condition",
		w.Label(), words.Quote(sample), m.Split.Label(), again).Relate(m.Split, "the split on the answer")
	if m.TakesForms() {
		d.As(finding.Warning)
	}
	return true
}

// takesWithDot reports whether a menu takes an example with the full stop after it, which is a part of it then: 24.12.
func takesWithDot(m *answers.Menu, text, sample string, at int) bool {
	return strings.HasPrefix(text[at+len(sample):], ".") && m.Takes(strings.TrimSpace(sample)+".")
}

// checkTwoLists reports the questions that list their choices by numbers, and tell people to send others.
func checkTwoLists(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if !answers.Asks(w) || w.Incomplete {
			continue
		}
		n := effects.Prompt(w)
		listed, told, said, ok := offer.TwoLists(n.Text())
		if !ok || !p.Flow.Reachable(w) {
			continue
		}
		at := strings.Index(n.Text(), said)
		p.Reportf(n.Part(at, at+len(said)), "%s lists %s, and tells people to send %s; write the same numbers",
			w.Label(), words.List(listed), words.List(told)).As(finding.Warning)
	}
}
