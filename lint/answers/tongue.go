package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Tongues are the languages of what the widgets of a flow say or send, by their index; "" where
// a widget says nothing or its language is not clear.
var Tongues = lint.NewFact(func(d *project.Document) []string {
	all := make([]string, len(d.Flow.Widgets))
	for i, w := range d.Flow.Widgets {
		all[i] = words.Tongue(effects.Prompt(w).Text())
	}
	return all
})

// ShortTongues are Tongues with the languages of short texts that are said in every flow.
var ShortTongues = lint.NewFact(func(d *project.Document) []string {
	all := slices.Clone(Tongues.Of(d))
	for i, w := range d.Flow.Widgets {
		if text := effects.Prompt(w).Text(); all[i] == "" && text != "" {
			all[i] = words.StockTongue(text)
		}
	}
	return all
})

// NamedTongues are the languages after which the widgets of a flow are named, by their index; "" where a
// widget is named after none. All are where the flow has none after a second language: of one alone the
// mark may be short for something else (notify_pt, the patient).
var NamedTongues = lint.NewFact(func(d *project.Document) []string {
	all := make([]string, len(d.Flow.Widgets))
	first, two := "", false
	for i, w := range d.Flow.Widgets {
		all[i] = words.TongueMarked(w.Name)
		if first == "" {
			first = all[i]
		}
		two = two || all[i] != "" && all[i] != first
	}
	if two {
		dropAmongOthers(d.Flow, all)
	}
	if !two {
		clear(all)
	}
	return all
})

// dropAmongOthers takes out the languages of widgets whose sisters by name are marked otherwise, and none after a language
// that is known here: the es of menu_es beside menu_ms and menu_hs is the elementary school.
func dropAmongOthers(f *flow.Flow, all []string) {
	const mark = 3 // _es
	others, tongues := map[string]int{}, map[string]int{}
	stem := func(w *flow.Widget) (string, string, bool) {
		at := len(w.Name) - mark
		if at < 2 || w.Name[at] != '_' {
			return "", "", false
		}
		return w.Name[:at], w.Name[at+1:], true
	}
	for i, w := range f.Widgets {
		switch before, code, ok := stem(w); {
		case !ok:
		case all[i] != "" || slices.Contains(offer.NumeralTongues[:], strings.ToLower(code)):
			tongues[before]++
		default:
			others[before]++
		}
	}
	for i, w := range f.Widgets {
		if before, _, ok := stem(w); ok && all[i] != "" && tongues[before] == 1 && others[before] > 0 {
			all[i] = ""
		}
	}
}

// ReadIn returns the languages in which a widget reads its text, as far as they are known: that of the
// text, or else those of its voice.
func ReadIn(d lint.Subject, w *flow.Widget) []string {
	s := w.Facts.Speech
	if s == nil {
		return nil
	}
	language := w.Property(s.Language)
	if code, ok := shape.Literal(d, language); ok && schemas.IsLanguage(code) {
		return []string{schemas.Language(code)}
	}
	if language.Text() != "" {
		return nil
	}
	voice, _ := shape.Literal(d, w.Property(s.Voice))
	return schemas.LanguagesOf(voice)
}
