package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportMistypedLinks reports the addresses in texts that are mistyped so that they lead nowhere: once.
func reportMistypedLinks(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		start, end := offer.MistypedLink(n.Text())
		switch {
		case end == 0 || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(n.Part(start, end), "%s sends people to %s, which is mistyped and leads nowhere; correct it", w.Label(), words.Quote(n.Text()[start:end])).Identify(w.Label())
		default:
			d.Also(n.Part(start, end), "so does "+w.Label())
		}
	}
}
