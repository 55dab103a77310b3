package rules

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkHeard reports the questions whose model for speech does not know the language that is listened for: once each.
func checkHeard(p *lint.Pass, all []*reader) {
	var told heardOnce
	for _, r := range all {
		t := r.On(r.speech.HeardBy)
		if r.speech.Listens == "" || t == nil || t.Meant == nil || !p.Flow.Reachable(r.Widget) {
			continue
		}
		for n := range r.Properties.Children() {
			switch f := r.FactsOf(n); {
			case f == nil:
			case len(f.Needs) > 0:
				told.several(p, r, n, f)
			case len(f.Languages) > 0:
				told.model(p, r, n, f)
			}
		}
	}
}

// heardOnce is what was told of the first question, where the others are added.
type heardOnce struct{ of, by *finding.Diagnostic }

// several reports a value that means several languages without the model that knows them.
func (told *heardOnce) several(p *lint.Pass, r *reader, n source.Node, f *schemas.Property) {
	for other, begins := range f.Needs.Get(n.Text()).All() {
		model, certain := shape.Value(p, r.Widget, other)
		knows := func(begin string) bool { return strings.HasPrefix(model, begin) }
		if !certain || !shape.IsLiteral(p, n) || slices.ContainsFunc(begins, knows) {
			return
		}
		if told.of != nil {
			told.of.Also(n, "so it is with "+r.Label())
			return
		}
		told.of = p.Reportf(n, "%s listens for %s, several languages at once, which only %s %s understands (%s); write that, or a language",
			r.Label(), words.Quote(n.Text()), other, words.Quote(begins[0]), codesOf(f)).Identify(r.Label())
	}
}

// model reports a model that does not know the language, in none of its regions.
func (told *heardOnce) model(p *lint.Pass, r *reader, n source.Node, f *schemas.Property) {
	known := f.Languages.Get(n.Text())
	heard, certain := shape.Value(p, r.Widget, r.speech.Listens)
	isHeard := func(code string) bool { return schemas.Language(code) == schemas.Language(heard) }
	if len(known) == 0 || !certain || !schemas.IsLanguage(heard) || !shape.IsLiteral(p, n) ||
		slices.ContainsFunc(known, isHeard) ||
		len(r.Facts.Property(r.speech.Listens).Needs.Get(heard)) > 0 {
		return
	}
	if told.by != nil {
		told.by.Also(n, "so it is with "+r.Label())
		return
	}
	told.by = p.Reportf(n, "%s listens for %s, which %s %s does not know, so it fails (%s); write %s",
		r.Label(), words.Quote(heard), f.Name, words.Quote(n.Text()), codesOf(f), words.Quote(f.Values[0])).Identify(r.Label())
}

// codesOf writes Twilio's errors for a language that is not known.
func codesOf(f *schemas.Property) string {
	var all []string
	for _, code := range f.LanguageCodes {
		all = append(all, strconv.Itoa(code))
	}
	return strings.Join(all, " or ")
}
