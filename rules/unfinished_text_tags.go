package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportVoiceTags reports the tags for a voice that are sound, but that Twilio does not hand on, or that the voice does
// not know: once each.
func reportVoiceTags(p *lint.Pass, strange map[*flow.Widget]bool) {
	var foreign, basic, stress *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		text := n.Text()
		if strings.IndexByte(text, '<') < 0 || w.Needs() != schemas.NeedsCall || w.Facts.Speech == nil || strange[w] {
			continue
		}
		voice, known := shape.Literal(p, w.Property(w.Facts.Speech.Voice))
		_, _, kind, named := schemas.VoiceParts(voice)
		if start, end := offer.ForeignTag(text); end > 0 {
			tellTag(p, &foreign, w, n, start, end, "%s has %s, and Twilio hands on no tags of one service (13513): the text may not be spoken at all; take it out").As(finding.Warning)
			continue
		}
		start, end := offer.VoiceTag(text)
		switch {
		case end == 0 || !known:
		case schemas.IsBasicVoice(voice):
			tellTag(p, &basic, w, n, start, end, "%s has %s, but its voice knows no tags (13513); take it out, or choose another voice, such as Polly.Joanna").As(finding.Warning)
		case named && kind != "":
			if start, end = offer.StressTag(text); end > 0 {
				tellTag(p, &stress, w, n, start, end, "%s has %s, which such a voice does not know; take it out, or choose the standard voice")
			}
		}
	}
}

// tellTag reports a tag, or adds it to what was told of the same before.
func tellTag(
	p *lint.Pass, d **finding.Diagnostic, w *flow.Widget, n source.Node, start, end int, format string,
) *finding.Diagnostic {
	if *d == nil {
		*d = p.Reportf(n.Part(start, end), format, w.Label(), words.Quote(n.Text()[start:end])).Identify(w.Label())
	} else {
		(*d).Also(n.Part(start, end), "so has "+w.Label())
	}
	return *d
}
