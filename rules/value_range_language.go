package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// languages are the texts of a flow where the code of a language is wanted.
type languages struct {
	wrong []source.Node
	used  string // a code that is right, the longest
}

func (l *languages) see(p *lint.Pass, n source.Node) {
	text, literal := shape.Literal(p, n)
	switch {
	case !literal || text == "":
	case !schemas.IsLanguage(text):
		l.wrong = append(l.wrong, n)
	case len(l.used) < len(text) && strings.Contains(text, "-"):
		l.used = text
	}
}

// report reports what is no code of a language, such as its name: each text once.
func (l *languages) report(p *lint.Pass) {
	if len(l.wrong) == 0 {
		return
	}
	told := map[string]*finding.Diagnostic{}
	for _, n := range l.wrong {
		d := told[n.Text()]
		if d == nil {
			told[n.Text()] = p.Reportf(n, "%s of %s is %s, which is no code of a language; write %s",
				words.Quote(n.Key()), p.Flow.WidgetAt(n).Label(), words.Quote(n.Text()), meantLanguage(n.Text(), l.used)).Identify(n.Text())
		} else {
			d.Also(n, "so it is here")
		}
	}
}

// meantLanguage returns the code that was most likely meant by a text: used is one of the same flow.
func meantLanguage(text, used string) string {
	if code := strings.ReplaceAll(text, "_", "-"); schemas.IsLanguage(code) {
		return words.Quote(code)
	}
	code := words.OnlyTongue(text)
	switch {
	case code == "":
		return "such a one as \"en-US\""
	case schemas.Language(used) == code:
		return words.Quote(used)
	}
	return words.Quote(code)
}
