package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkSaidDigits compares the number of digits that a prompt asks for.
func checkSaidDigits(p *lint.Pass, w *flow.Widget, keys *schemas.KeyEntry, text string) {
	n := w.Property(keys.Count)
	waits, ok := n.Number()
	if !ok || !shape.Sound(p, n) || !effects.Allowed(w, keys.Count, waits) || slices.ContainsFunc(offer.In(text),
		func(o offer.Offer) bool { return o.IsKey() && o.Answer != "#" && o.Answer != "*" }) {
		return
	}
	asked, said := offer.Digits(text)
	named := offer.DigitsNamed(w.Name)
	misnamed := named > 1 && named != int(waits)
	switch {
	case asked > int(waits):
		p.Reportf(n, "%s asks for %s, but %s is %s: the rest is cut off; write %d", w.Label(), words.Quote(said), words.Quote(keys.Count), n.Raw(), asked)
	case asked > 1 && asked < int(waits):
		p.Reportf(n, "%s asks for %s, but %s is %s: after the last one the caller waits out the timeout; write %d", w.Label(), words.Quote(said), words.Quote(keys.Count), n.Raw(), asked)
	case asked != 0 && (asked != int(waits) || !misnamed):
	case waits == 1 && offer.UpTo(text) != "":
		top := offer.UpTo(text)
		p.Reportf(n, "%s asks for a number up to %s, but %s is 1, so %s comes in as %s; write %d", w.Label(), top, words.Quote(keys.Count), top, top[:1], len(top))
	case waits == 1 && offer.AsksForCode(text) && len(offer.Range(text)) == 0:
		p.Reportf(n, "%s asks for more than a key, but %s is 1: the rest is cut off; write how many, or remove it", w.Label(), words.Quote(keys.Count))
	case misnamed:
		p.Reportf(n, "%s is named after %d digits, but %s is %s; correct the one that is wrong", w.Label(), named, words.Quote(keys.Count), n.Raw())
	}
}

// reportUnchecked reports the questions on a call for a number of a range, when nothing tests
// whether what was entered is one of it: once.
func reportUnchecked(p *lint.Pass) {
	const keys = 9 // of a phone; 0 is hardly pressed
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || !p.Flow.Reachable(w) || w.OnKind(schemas.KindInput) == nil {
			continue
		}
		text := effects.ToldBefore(w)
		asked := offer.Range(text)
		if len(asked) == 0 || len(asked) >= keys || liquid.HasTags(text) {
			continue
		}
		switch by := answers.PassedOn(p, w); {
		case by == nil:
		case d == nil:
			d = p.Reportf(w, "%s asks for %s to %s, but takes any key: nothing tests it before %s has it; test it, and ask again",
				w.Label(), asked[0].Answer, asked[len(asked)-1].Answer, by.Label()).Relate(by, "what takes it").Identify(w.Label())
		default:
			d.Also(w, "so does "+w.Label())
		}
	}
}

// checkUsualFinish compares the key by which a caller is told to end with the one that ends what is entered
// where a widget says nothing of it, nor how many keys there are.
func checkUsualFinish(p *lint.Pass, w *flow.Widget, f *schemas.Property, text string) {
	said := offer.Finish(text)
	if said == "" || f.Default == "" || said == f.Default || w.Property(w.Facts.KeyEntry.Count).Exists() ||
		isChoice(p, w, said) || shape.PropertyInstead(w, f.Name).Exists() {
		return
	}
	p.Reportf(w, "%s tells the caller to end with %s, but without %s it is %s that ends it; write %s into it",
		w.Label(), words.Quote(said), words.Quote(f.Name), words.Quote(f.Default), words.Quote(said))
}

// isChoice reports whether a branch takes a key by itself: then it ends nothing.
func isChoice(p *lint.Pass, w *flow.Widget, key string) bool {
	return slices.ContainsFunc(answers.Menus.Of(p), func(m *answers.Menu) bool { return m.Question == w && m.TakesByName(key) })
}

// checkSaidFinish compares the key by which a caller is told to end.
func checkSaidFinish(p *lint.Pass, w *flow.Widget, text string) {
	if !offer.NamesFinish(text) {
		return
	}
	for i := range w.Facts.Properties {
		f := &w.Facts.Properties[i]
		if f.Format != schemas.FormatFinishKey {
			continue
		}
		n := w.Property(f.Name)
		if !n.Exists() && w.Facts.KeyEntry != nil {
			checkUsualFinish(p, w, f, text)
			return
		}
		key := strings.TrimSpace(n.Text())
		none := n.IsString() && key == "" && w.Facts.KeyEntry != nil && !w.Property(w.Facts.KeyEntry.Count).Exists()
		if len(key) != 1 && !none {
			continue
		}
		said := offer.Finish(text)
		switch {
		case said == "" || said == key || isChoice(p, w, said):
		case none:
			p.Reportf(n, "%s tells the caller to end with %s, but %s is empty, so no key ends it; write it", w.Label(), words.Quote(said), words.Quote(f.Name))
		default:
			p.Reportf(n, "%s tells the caller to end with %s, but %s is %s; write the same into both", w.Label(), words.Quote(said), words.Quote(f.Name), words.Quote(key))
		}
		return
	}
}
