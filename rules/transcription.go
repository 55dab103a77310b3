package rules

import (
	"slices"
	"strconv"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "transcription", Title: "A recording that is not written down, or for nobody",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for a text that goes nowhere",
		Doc: `Finds recordings that are to be transcribed but may be longer than Twilio writes down:
only those of 2 to 120 seconds are (warning 13617), and "max_length" is 3,600 unless
another is written. Of a longer message there is no text at all. So it does recordings that callers are asked for in
another language: Twilio writes down American English only.

As a note it finds a transcription without "transcription_callback_url": the text is in
no output of the widget, so the flow cannot read it; it is paid for, and can only be
looked up afterwards.

Write a "max_length" of at most 120, or an address that gets the recording itself, and the address that gets the
text; or do without.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if t := w.Facts.Transcription; t != nil {
				checkTranscription(p, w, t)
			}
		}
	},
})

// checkWrittenLanguage reports whether callers are asked in another language than the one that is written down, and
// says so.
func checkWrittenLanguage(p *lint.Pass, w *flow.Widget, on source.Node, t *schemas.Transcription) bool {
	asked, tongue := toldIn(p, w)
	if tongue == "" || tongue == schemas.Language(t.Language) {
		return false
	}
	p.ReportOncef(nil, on, "%s asks in %s, and only American English is transcribed, so the text is of no use; have a callback take the recording, or do without",
		asked.Label(), words.Quote(tongue))
	return true
}

// toldIn returns what is said right before a widget, and the language of that, where all of it is clearly in one.
func toldIn(p *lint.Pass, w *flow.Widget) (asked *flow.Widget, tongue string) {
	for _, t := range effects.Into(w) {
		if t.From == w || effects.ActOf(t.From) != effects.Tells {
			continue
		}
		in := answers.Tongues.Of(p)[t.From.Index]
		if in == "" || tongue != "" && in != tongue || !slices.Contains(answers.ReadIn(p, t.From), in) {
			return nil, ""
		}
		asked, tongue = t.From, in
	}
	return asked, tongue
}

func checkTranscription(p *lint.Pass, w *flow.Widget, t *schemas.Transcription) {
	on := w.Property(t.When)
	if wanted, _ := on.Bool(); !wanted {
		return
	}
	to := w.Property(t.To)
	if to.IsString() && to.Text() == "" || !to.Exists() && !shape.PropertyInstead(w, t.To).Exists() {
		d, _ := p.ReportOncef(nil, on, "the transcription is sent to no address, and no output holds it; write %s, or do without", words.Quote(t.To))
		d.As(finding.Note)
		return // nobody misses the text of what is too long
	}
	if t.Language != "" && checkWrittenLanguage(p, w, on, t) {
		return
	}
	at, length := w.Property(t.Length), w.Facts.Property(t.Length).Default
	if at.Exists() {
		length = string(at.Raw())
	}
	if seconds, err := strconv.Atoi(length); err == nil && seconds > t.Max && (at.Exists() || !shape.PropertyInstead(w, t.Length).Exists()) {
		place := at
		if !at.Exists() {
			place = on
		}
		p.ReportOncef(nil, place, "only up to %d seconds are transcribed (%d), and this recording may last %s: of a longer one there is no text; lower %s, or have a callback take the recording", t.Max, t.Code, length, words.Quote(t.Length))
	}
}
