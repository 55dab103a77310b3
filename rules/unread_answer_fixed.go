package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/twins"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportFixedAnswers reports the questions whose text stands elsewhere, and after which a variable of their name is set to the same
// value whatever was answered: once.
func reportFixedAnswers(p *lint.Pass) {
	var d *finding.Diagnostic
	for i, unread := range answers.Unread.Of(p) {
		w := p.Flow.Widgets[i]
		if !unread || effects.Prompt(w).Exists() || len(effects.Says(w)) == 0 || !p.Flow.Reachable(w) ||
			shape.MayRead(p, w) || !shape.Clear(p, w) {
			continue
		}
		set := assumed(p.Flow, w)
		switch {
		case set == nil:
		case d == nil:
			d = p.Reportf(set.Value, "%s sets %s to %s whatever is answered to %s, which nothing reads; read widgets.%s.%s",
				set.Widget.Label(), words.Quote(set.Key.Text()), words.Quote(set.Value.Text()), w.Label(),
				words.Shorten(w.Name), effects.PathOf(w, schemas.HoldsReply)).
				Relate(w, "the question").Identify(w.Label())
		default:
			d.Also(set.Value, "so it is with "+w.Label())
		}
	}
}

// assumed returns what is set to a fixed value right after an answer, under a name of which the question's has a word.
func assumed(f *flow.Flow, w *flow.Widget) *flow.Write {
	next := effects.PastIdle(f, w.OnKind(schemas.KindInput))
	if next == nil || effects.ActOf(next) != effects.Sets || len(next.In) != 1 {
		return nil
	}
	asked := words.In(w.Name)
	isAsked := func(part string) bool {
		return !words.IsCommonName(part) && !words.IsSmall(part) && len(part) > 2 && twins.Named(part, asked) != ""
	}
	writes := f.Writes(next)
	i := slices.IndexFunc(writes, func(write flow.Write) bool {
		names := append(words.In(write.Key.Text()), words.In(next.Name)...)
		return !liquid.HasMarkup(write.Value.Text()) && slices.ContainsFunc(names, isAsked)
	})
	if i < 0 {
		return nil
	}
	return &writes[i]
}
