package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/literal"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkLists reports several numbers where a widget takes one.
func checkLists(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.Format != schemas.FormatAddress {
				continue
			}
			n := w.Property(f.Name)
			if !n.IsString() || !strings.ContainsAny(n.Text(), ",;") || !effects.TakesNumber(w, f) {
				continue
			}
			text, ok := shape.Literal(p, n)
			if !ok || !literal.IsNumberList(text) {
				continue
			}
			setting, mode, set := several(w, f)
			switch {
			case set && setting != "":
				checkMany(p, w, f, text)
			case set:
			case setting != "":
				p.Reportf(n, "%s calls one number, and %s holds several, so the call fails; set %s to %s",
					w.Label(), words.Quote(words.Shorten(text)), words.Quote(setting), words.Quote(mode))
			default:
				p.Reportf(n, "%s of %s takes one number, and %s holds several, so it fails (21211); write a widget for each",
					words.Quote(f.Name), w.Label(), words.Quote(words.Shorten(text)))
			}
		}
	}
}

// checkMany reports more numbers than a call rings at once.
func checkMany(p *lint.Pass, w *flow.Widget, f *schemas.Property, text string) {
	if count := strings.Count(strings.Trim(text, ", "), ",") + 1; f.List != nil && count > f.List.Max {
		p.Reportf(w.Property(f.Name), "%s of %s holds %d numbers, and at most %d ring at once; leave some out",
			words.Quote(f.Name), w.Label(), count, f.List.Max)
	}
}

// several returns the setting, and its value, with which a property takes several numbers, and whether
// it may have that value.
func several(w *flow.Widget, f *schemas.Property) (setting, mode string, set bool) {
	for name, with := range f.ListWhen.All() {
		n := w.Property(name)
		return name, with[0], !n.IsString() || n.Filled() || slices.Contains(with, n.Text()) || strings.Contains(n.Text(), "{{")
	}
	return "", "", false
}
