package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSpokenVoices reports the sentences that stand where the name of a voice is wanted: once. Where nothing else is
// to be heard the schema's finding tells it.
func reportSpokenVoices(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech == nil || len(w.Facts.Content) == 0 {
			continue
		}
		n := effects.SpokenVoice(w)
		switch {
		case !n.Exists() || !w.Prompt.Exists():
		case d == nil:
			d = p.Reportf(n, "%s of %s is a text and no voice, and nobody hears it: it belongs into %s; choose a voice, such as Polly.Joanna",
				words.Quote(n.Key()), w.Label(), words.Quote(w.Facts.Content[0])).Identify(w.Label())
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}

// reportBareVoices reports the voices that are named without the service which they are of: once each.
func reportBareVoices(p *lint.Pass) {
	told := map[string]*finding.Diagnostic{} // by the name of the voice
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech == nil {
			continue
		}
		n := w.Property(w.Facts.Speech.Voice)
		voice, literal := shape.Literal(p, n)
		if !literal {
			continue
		}
		switch whole := schemas.WithService(voice); {
		case whole == "":
		case told[whole] == nil:
			told[whole] = p.Reportf(n, "%s of %s is %s, which is no voice without its service (13511), so another one reads; write %s",
				words.Quote(n.Key()), w.Label(), words.Quote(voice), whole).Identify(voice)
		default:
			told[whole].Also(n, "so it is with "+w.Label())
		}
	}
}

// reportMistypedVoices reports the voices that have a letter too many, too few or another than one of the language that
// is read, and those of a kind that there is not: once each.
func reportMistypedVoices(p *lint.Pass) {
	var told map[string]*finding.Diagnostic // by the name of the voice
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech == nil {
			continue
		}
		n := w.Property(w.Facts.Speech.Voice)
		service, name, kind, ok := schemas.VoiceParts(n.Text())
		if !ok || !shape.IsLiteral(p, n) {
			continue
		}
		hint := ""
		switch near := ""; {
		case len(schemas.LanguagesOf(n.Text())) == 0:
			if near = nearVoice(p, w, name); near != "" {
				hint = "did you mean " + strings.TrimSuffix(service+near+"-"+kind, "-") + "?"
			}
		case kind != "" && schemas.IsStandardVoice(name):
			hint = "it has no other kind than the standard one: write " + service + name
		}
		switch d := told[n.Text()]; {
		case hint == "":
		case d == nil:
			if told == nil {
				told = map[string]*finding.Diagnostic{}
			}
			told[n.Text()] = p.Reportf(n, "%s of %s is %s, which is none of the voices (13511); %s",
				words.Quote(n.Key()), w.Label(), words.Quote(n.Text()), hint).Identify(n.Text())
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}

// nearVoice returns the one voice of the language that a widget reads in whose name differs by a slip; "" for none:
// there may be voices that are not known here.
func nearVoice(p *lint.Pass, w *flow.Widget, name string) string {
	const least = 5 // letters
	code, ok := shape.Literal(p, w.Property(w.Facts.Speech.Language))
	if !ok || len(name) < least || strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return ""
	}
	near := words.Nearest(name, schemas.VoiceNames())
	if near == "" || strings.EqualFold(near, name) || !words.IsSlip(name, near) ||
		!slices.Contains(schemas.LanguagesByName(near), schemas.Language(code)) {
		return ""
	}
	return near
}
