package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/words"
)

// reportRestated reports what two texts state otherwise, though it is one thing: a number to call, an address, a price.
// Once.
func reportRestated(p *lint.Pass) {
	r, ok := answers.RestatedOf(p)
	if !ok {
		return
	}
	one, other := effects.Prompt(r.First), effects.Prompt(r.Second)
	p.Reportf(other.Part(r.Other.Start, r.Other.End), "%s says %s, but %s says %s; write the same into both", r.Second.Label(),
		words.Quote(other.Text()[r.Other.Start:r.Other.End]), r.First.Label(), words.Quote(one.Text()[r.One.Start:r.One.End])).
		Relate(one.Part(r.One.Start, r.One.End), "the other one").Identify(r.Second.Label())
}
