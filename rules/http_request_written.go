package rules

import (
	"path"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/answers"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkWritten reports an address that its way of writing makes another one than was meant, or none.
func checkWritten(p *lint.Pass, n source.Node) {
	if p.Flow == nil || p.Flow.WidgetAt(n) == nil || shape.IsPlaceholder(p, n) {
		return
	}
	w, text := p.Flow.WidgetAt(n), n.Text()
	if start, end := address.EncodedLiquid(text); end > 0 {
		p.ReportOncef(nil, n.Part(start, end), "%s of %s has %s, which Studio does not fill in, so it goes out as it stands; write {{…}}",
			words.Quote(n.Key()), w.Label(), words.Quote(text[start:end]))
	}
	if start, end := address.SecondQuery(text); end > 0 {
		p.ReportOncef(nil, n.Part(start, end), "%s of %s has a second ?, which becomes a part of the value before it; write &",
			words.Quote(n.Key()), w.Label())
	}
	if start, end := address.BlankInHost(text); end > 0 {
		p.ReportOncef(nil, n.Part(start, end), "%s of %s has a blank in its host, so Twilio cannot reach it; take it away",
			words.Quote(n.Key()), w.Label())
	}
}

// checkFile reports the address of a file that a message cannot bring: by no channel, or not to a phone.
func checkFile(p *lint.Pass, n source.Node, f *schemas.Property) {
	if f.Files == nil || p.Flow == nil || shape.IsPlaceholder(p, n) {
		return
	}
	a, ok := address.At(p, n)
	w := p.Flow.WidgetAt(n)
	if !ok || w == nil {
		return
	}
	switch ending := strings.ToLower(path.Ext(a.Path)); {
	case ending == "":
	case slices.Contains(f.Files.Never, ending):
		p.ReportOncef(nil, n, "%s of %s is a file that Twilio does not send along (%s), so the message fails; send a png or a pdf, or write its address into the text",
			words.Quote(n.Key()), w.Label(), ending)
	case slices.Contains(f.Files.WhatsApp, ending) && !answers.ForWhatsApp.Of(p) && reads.ByNumber(p.Flow, w):
		p.ReportOncef(nil, n, "%s of %s is a file that goes by WhatsApp alone (%s), so a text message with it fails; send a pdf, or write its address into the text",
			words.Quote(n.Key()), w.Label(), ending)
	}
}

// checkSound reports a file that a call is to play and that is none of the sounds which Twilio plays.
func checkSound(p *lint.Pass, n source.Node, f *schemas.Property) {
	if !f.Fetched || p.Flow == nil || shape.IsPlaceholder(p, n) {
		return
	}
	w := p.Flow.WidgetAt(n)
	if w == nil || w.Needs() != schemas.NeedsCall {
		return
	}
	a, ok := address.At(p, n)
	if ending := address.Unplayable(a.Path); ok && ending != "" && !address.AsksForSound(n.Text()) {
		p.ReportOncef(nil, n, "%s of %s is a file that a call cannot play (%s), so nothing is heard (12300); give it an mp3 or a wav",
			words.Quote(n.Key()), w.Label(), ending)
	}
}
