package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportMarks reports what is left over in a text: a quote without the other, a line that goes on in
// small letters, an example of what is not offered, and a beginning that was said just before.
func reportMarks(p *lint.Pass) {
	all := leftovers{p: p}
	for _, w := range p.Flow.Widgets {
		if !effects.IsTold(w) || len(w.Facts.Content) == 0 || w.Incomplete {
			continue
		}
		text := effects.Prompt(w).Text()
		if start, end := offer.LoneQuote(text); end > 0 {
			all.report(w, start, end, "%s has a quote at %s without the other one; %s", "take it away, or write both")
		}
		if start, end := offer.TouchingQuote(text); end > 0 {
			all.report(w, start, end, "%s has no blank before the quote in %s; %s", "write one")
		}
		if start, end := offer.LowerAfterStop(text); end > 0 {
			all.report(w, start, end, "%s goes on in small letters after a full stop: %s; %s", "take the stop away, or write what lacks")
		}
		if start, end := offer.ExampleApart(text); end > 0 {
			all.report(w, start, end, "%s gives %s as an example, which is nothing that it offers; %s", "write one of its own")
		}
		if start, end, apart := offer.JoinedKey(text); end > 0 && w.Facts.Speech == nil { // a voice reads it as two words
			all.report(w, start, end, "%s has %s in one word, which is hard to follow; write %s", words.Quote(apart))
		}
		if said := openingOf(text); said != "" {
			if before := saidBefore(w, said); before != nil {
				all.report(w, 0, len(said), "%s begins with %s, as %s just did; say it once", before.Label())
			}
		}
	}
}

// leftovers reports what is left over, each kind once.
type leftovers struct {
	p    *lint.Pass
	told map[string]*finding.Diagnostic // by what is said of it
}

func (all *leftovers) report(w *flow.Widget, start, end int, format, more string) {
	n := effects.Prompt(w)
	text := n.Text()
	switch d := all.told[format]; {
	case !all.p.Flow.Reachable(w) || all.p.Flow.Plain(n) != text:
	case d == nil:
		shown := strings.Trim(strings.Join(strings.Fields(text[start:end]), " "), `"`)
		if all.told == nil {
			all.told = map[string]*finding.Diagnostic{}
		}
		all.told[format] = all.p.Reportf(n.Part(start, end), format, w.Label(), words.Quote(shown), more).Identify(w.Label() + " " + shown)
	default:
		d.Also(n.Part(start, end), "so it is with "+w.Label())
	}
}

// openingOf returns the first sentence of a text that has more after it; "" where that is short.
func openingOf(text string) string {
	const least = 20
	end := strings.IndexAny(text, ".!?\n")
	if end < least || strings.TrimSpace(text[end+1:]) == "" || end+1 < len(text) && strings.IndexByte(" \n\t", text[end+1]) < 0 {
		return ""
	}
	return text[:end+1]
}

// saidBefore returns what tells the same at its beginning right before a widget, but for steps that say
// nothing, where that is the only way to it; nil for none.
func saidBefore(w *flow.Widget, said string) *flow.Widget {
	const far = 3
	at := w
	for range far {
		from := onlyBefore(at)
		if from == nil {
			return nil
		}
		switch effects.ActOf(from) {
		case effects.Sets, effects.Requests, effects.Works:
			at = from
			continue
		case effects.Tells:
			if from != w && from.Needs() == w.Needs() && strings.HasPrefix(effects.Prompt(from).Text(), said) && len(effects.Says(from)) == 1 {
				return from
			}
		}
		return nil
	}
	return nil
}

// onlyBefore returns the one widget that leads to another, but for silence and answers that fit nothing, after
// which that comes again; nil when there are several.
func onlyBefore(w *flow.Widget) (from *flow.Widget) {
	into := effects.Into(w)
	for _, t := range into {
		again := t.Facts.Kind == schemas.KindTimeout || t.Facts.Kind == schemas.KindNoMatch
		switch {
		case again && len(into) > 1:
		case from != nil && t.From != from:
			return nil
		default:
			from = t.From
		}
	}
	return from
}
