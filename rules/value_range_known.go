package rules

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/literal"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// isKnown reports whether a text is one of the values of a property, or begins as others do, or is a language
// without its region.
func isKnown(f *schemas.Property, text string) bool {
	if f.Format == schemas.FormatLanguage && !strings.Contains(text, "-") {
		isRegion := func(code string) bool { return schemas.Language(code) == text }
		return !schemas.IsLanguage(text) || slices.ContainsFunc(f.Values, isRegion)
	}
	return slices.Contains(f.Values, text) || beginsWithAny(text, f.Begins)
}

// beginsWithAny reports whether a text begins with one of several.
func beginsWithAny(text string, begins []string) bool {
	return slices.ContainsFunc(begins, func(begin string) bool { return strings.HasPrefix(text, begin) })
}

// checkPrefix reports the name of a voice that has that of its service before it where it is wanted without.
func checkPrefix(p *lint.Pass, what checked, n source.Node, text string) {
	for _, service := range what.facts.Without {
		if name, ok := strings.CutPrefix(text, service); ok && name != "" {
			p.Reportf(n, "%s is %s, but the name is wanted without %s here; write %s", what, words.Quote(text), words.Quote(service), name)
			return
		}
	}
}

// checkBeside reports a value beside which that of another property does not work.
func checkBeside(p *lint.Pass, what checked, n source.Node, text string) {
	c := what.facts.Clash
	if c == nil || what.widget.Facts.Speech != nil || slices.Contains(c.Unless, text) {
		return // voice-language tells it of questions
	}
	if value, certain := shape.Value(p, what.widget, c.With); !certain || value != c.Value {
		return
	}
	code, cure := "", "remove it"
	if c.Code != 0 {
		code = " (" + strconv.Itoa(c.Code) + ")"
	}
	if len(c.Unless) > 0 {
		cure = words.OneOf(text, c.Unless)
	}
	d := p.Reportf(n, "%s is %s, which does not go with %s %s%s; %s", what, words.Quote(text), c.With, words.Quote(c.Value), code, cure)
	d.Relate(what.widget.Property(c.With), "the other")
	if c.Confidence != schemas.High {
		d.As(finding.Note)
	}
}

// checkCommas checks a list of entries between commas.
func checkCommas(p *lint.Pass, what checked, f *schemas.Property, n source.Node, text string) {
	if f.List == nil || len(text) <= f.List.Longest && !strings.ContainsAny(text, "\n;|") {
		return
	}
	if count := literal.Uncommaed(text); count > 1 {
		p.Reportf(n, "%s has no comma, so its %d entries are taken for one; write commas between them", what, count)
		return
	}
	if count := strings.Count(text, ",") + 1; count > f.List.Max {
		p.Reportf(n, "%s has %s entries, but at most %s are allowed (%d)", what, words.Grouped(count), words.Grouped(f.List.Max), f.List.Code)
		return
	}
	at := 0
	for entry := range strings.SplitSeq(text, ",") {
		if count := utf8.RuneCountInString(strings.TrimSpace(entry)); count > f.List.Longest {
			p.Reportf(n.Part(at, at+len(entry)), "an entry of %s has %d characters, but at most %d are allowed (%d)", what, count, f.List.Longest, f.List.Code)
			return
		}
		at += len(entry) + 1
	}
}
