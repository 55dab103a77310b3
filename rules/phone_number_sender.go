package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/literal"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkSenders reports the names from which text messages come though Twilio does not take them, or though an answer is
// waited for, which nobody can write to a name: each name once.
func checkSenders(p *lint.Pass) {
	var told map[string]*finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Sender == "" || w.Needs() != schemas.NeedsMessage {
			continue
		}
		n := w.Property(w.Facts.Sender)
		if !literal.IsSenderName(n.Text()) || shape.IsPlaceholder(p, n) || !reads.ByPhone(p.Flow, w) {
			continue
		}
		name, f := n.Text(), w.Facts.Property(w.Facts.Sender).Named
		if f == nil {
			continue
		}
		wrong := literal.WrongName(name, f.Max, f.Signs)
		if wrong == "" && effects.ActOf(w) != effects.Asks {
			continue
		}
		if d := told[name]; d != nil {
			d.Also(n, "so it is with "+w.Label())
			continue
		}
		if told == nil {
			told = map[string]*finding.Diagnostic{}
		}
		if wrong != "" {
			told[name] = p.Reportf(n, "%s sends from %s, which %s: it is refused (%d); write a name of %d letters and digits at most, or a number",
				w.Label(), words.Quote(name), wrong, f.Code, f.Max).Identify(name)
		} else {
			told[name] = p.Reportf(n, "%s waits for an answer, but comes from a name (%s), to which nobody can write; send it from a number of yours",
				w.Label(), words.Quote(name)).Identify(name)
		}
	}
}
