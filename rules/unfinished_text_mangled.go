package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportMangled reports the texts whose letters were read in another encoding than they were written in:
// once, since all came by the same way.
func reportMangled(p *lint.Pass) {
	if !words.MayBeMangled(p.Flow.Definition.Raw()) {
		return // nearly always
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		for n := range reads.Evaluated(w) {
			start, end, meant := words.Mangled(n.Text())
			switch {
			case end == 0:
			case d == nil:
				d = p.Reportf(n.Part(start, end), "%s has %s for %s: UTF-8 that was read in another encoding; write the letters anew, and save the file as UTF-8",
					w.Label(), words.Quote(n.Text()[start:end]), words.Quote(meant)).As(finding.Warning).Identify(w.Label())
			default:
				d.Also(n.Part(start, end), "so has "+w.Label())
			}
		}
	}
}

// reportMarkdown reports the marks of Markdown in what is said, or sent by WhatsApp or as SMS: once.
func reportMarkdown(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if len(w.Facts.Content) == 0 || !effects.IsTold(w) {
			continue
		}
		n := effects.Prompt(w)
		start, end := offer.Markdown(n.Text())
		if end == 0 || !p.Flow.Reachable(w) {
			continue
		}
		shown, why := words.Clip(n.Text()[start:end], 40), ""
		switch {
		case w.Needs() == schemas.NeedsCall:
			why = "a voice knows no Markdown, and may read the marks out; take them away"
		case p.Flow.KnowsWebChat():
			continue
		case shown[0] != '*':
			why = "neither WhatsApp nor SMS knows Markdown, so the marks are seen; write the words or the address alone"
		case !p.Flow.KnowsWhatsApp() && !p.Flow.ServesWhatsApp():
			continue // an SMS has no other way to stress a word
		default:
			why = "WhatsApp has one asterisk on each side for bold, and shows the other two"
		}
		switch {
		case d == nil:
			d = p.Reportf(n.Part(start, end), "%s has %s: %s", w.Label(), words.Quote(shown), why).Identify(w.Label())
		default:
			d.Also(n.Part(start, end), "so has "+w.Label())
		}
	}
}
