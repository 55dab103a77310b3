package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/pattern"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// extension finds an extension, or the pauses before it, after a telephone number.
var extension = pattern.Lazy(`(?i)^\+?[\d ().-]{7,}?\s*(?:,{2,}|,\s*(?:ext|x)|;|\bext\b|ext\.|x|w+|#)\s*[\s.:]*\d[\d,;wW#*]{0,11}$`)

// reportExtension reports a call to a number with an extension, and whether it is one.
func reportExtension(p *lint.Pass, w *flow.Widget, n source.Node, text string) bool {
	text = strings.TrimSpace(text)
	if !extension.MatchString(text) {
		return false
	}
	p.Reportf(n, "%s calls %s, but an extension is no part of a number, so the call fails; call the number alone",
		w.Label(), words.Quote(words.Shorten(text)))
	return true
}

// checkLists reports several numbers where a widget takes one.
func checkLists(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.Format != "phone-or-address" {
				continue
			}
			n := w.Property(f.Name)
			if !n.IsString() || !strings.ContainsAny(n.Text(), ",;") || !effects.TakesNumber(w, f) {
				continue
			}
			text, literal := shape.Literal(p, n)
			if !literal || !isNumberList(text) {
				continue
			}
			setting, mode, set := several(w, f)
			switch {
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

// several returns the setting, and its value, with which a property takes several numbers, and whether
// it may have that value.
func several(w *flow.Widget, f *schemas.Property) (setting, mode string, set bool) {
	for name, with := range f.ListWhen.All() {
		n := w.Property(name)
		return name, with[0], !n.IsString() || n.Filled() || slices.Contains(with, n.Text()) || strings.Contains(n.Text(), "{{")
	}
	return "", "", false
}

// isNumberList reports whether a text is several telephone numbers.
func isNumberList(text string) bool {
	const least = 8
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	for _, part := range parts {
		digits, plus := strings.CutPrefix(bareNumber.Replace(part), "+")
		if strings.Trim(digits, "0123456789") != "" || len(digits) < least || !plus && len(digits) < least+2 {
			return false
		}
	}
	return len(parts) > 1
}
