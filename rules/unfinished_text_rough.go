package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportRough reports the texts that a developer wrote for a while: what a person does not understand,
// and a list that was to be filled.
func reportRough(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if !effects.IsTold(w) || len(w.Facts.Content) == 0 {
			continue
		}
		n := effects.Prompt(w)
		text := n.Text()
		if start, end := offer.Filler(text); end > 0 && p.Flow.Reachable(w) {
			p.Reportf(n.Part(start, end), "%s lists one thing and %s; name the others, or end the sentence", w.Label(), words.Quote(text[start:end]))
		}
		if start, end := offer.Developers(text); end > 0 && effects.IsForContact(p.Flow, w) && p.Flow.Reachable(w) {
			p.Reportf(n.Part(start, end), "%s tells a person %s, which only developers understand; say what it means for him", w.Label(), words.Quote(text[start:end]))
		}
	}
}

// reportMarkup reports the texts for a voice whose marks are broken: once.
func reportMarkup(p *lint.Pass) {
	strange := reportStrangeTags(p)
	reportVoiceTags(p, strange)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		if w.Needs() != schemas.NeedsCall || strange[w] {
			continue
		}
		start, end := offer.BrokenMarkup(n.Text())
		switch {
		case end == 0:
		case d == nil:
			d = p.Reportf(n.Part(start, end), "%s has a broken tag for the voice, %s: close it, as in <say-as …>…</say-as> or <break …/>",
				w.Label(), words.Quote(n.Text()[start:end]))
		default:
			d.Also(n.Part(start, end), "and one of "+w.Label())
		}
	}
}

// reportStrangeTags reports the texts for a voice with tags that no voice knows: once. It returns their widgets.
func reportStrangeTags(p *lint.Pass) map[*flow.Widget]bool {
	var d *finding.Diagnostic
	var told map[*flow.Widget]bool
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		start, end := offer.StrangeTag(n.Text())
		if end == 0 || w.Needs() != schemas.NeedsCall {
			continue
		}
		if d != nil {
			d.Also(n.Part(start, end), "and one of "+w.Label())
			told[w] = true
			continue
		}
		told = map[*flow.Widget]bool{w: true}
		d = p.Reportf(n.Part(start, end), "%s has %s, which is no tag for a voice: it may not be spoken at all; take it out, or write <break time=\"1s\"/>",
			w.Label(), words.Quote(n.Text()[start:end])).As(finding.Warning)
	}
	return told
}
