package rules

import (
	"bytes"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportBare reports the whole numbers that old exports wrote where text is wanted now: once.
func reportBare(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		s := w.Facts.Schema
		if s == nil || !w.Facts.Known() || w.Facts.Waits == "" {
			continue
		}
		n := w.Property(w.Facts.Waits)
		value, ok := n.Number()
		facts := w.FactsOf(n)
		if !ok || facts == nil || facts.Format != schemas.FormatNumber || bytes.ContainsAny(n.Raw(), ".eE") ||
			facts.Range != nil && (value < float64(facts.Range.Min) || value > float64(facts.Range.Max)) ||
			!takesBoth(s, n.Key()) {
			continue
		}
		change := n.SetText(string(n.Raw()))
		switch {
		case d == nil:
			d = p.Reportf(n, "%s of %s is a number, as exports of 2020 have it; Twilio's schema wants text now: write %s", words.Quote(n.Key()), w.Label(), words.Quote(string(n.Raw())))
			d.Identify(n.Key())
			d.Fixes = []finding.Fix{{Title: "Write the numbers as text", Safe: true, Changes: []source.Edit{change}}}
		case !d.Full():
			d.Relate(n, "and that of "+w.Label())
			d.Fixes[0].Changes = append(d.Fixes[0].Changes, change)
		}
	}
}

// takesBoth reports whether a property may be text or a whole number.
func takesBoth(s *schemas.Schema, name string) bool {
	properties := s.Properties.Get("properties")
	if properties == nil {
		return false
	}
	of := properties.Properties.Get(name)
	return of != nil && of.Types&schemas.String != 0 && of.Types&schemas.Integer != 0
}
