package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportCause reports the texts that tell of a wrong key when nothing was pressed, or the other way
// about: once each.
func reportCause(p *lint.Pass) {
	reportPresumed(p)
	var silence, wrong *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		text := effects.Prompt(w).Text()
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall || text == "" || liquid.HasTags(text) || !p.Flow.Reachable(w) {
			continue
		}
		wrongly, unheard := offer.WrongKey(text), offer.NothingHeard(text)
		if wrongly == "" && unheard == "" {
			continue // nearly always
		}
		var d **finding.Diagnostic
		var said, when string
		switch kind := causeOf(w); {
		case kind == schemas.KindTimeout && !offer.Unheard(text):
			d, said, when = &silence, wrongly, "but comes when nothing was pressed; say that nothing was heard"
		case kind == schemas.KindNoMatch:
			d, said, when = &wrong, unheard, "but comes when a wrong key was pressed; say that it was wrong"
		}
		switch {
		case said == "":
		case *d == nil:
			*d = p.Reportf(effects.Prompt(w), "%s says %s, %s", w.Label(), words.Quote(said), when).Identify(w.Label())
		default:
			(*d).Also(effects.Prompt(w), "so does "+w.Label())
		}
	}
}

// causeOf returns by what kind of event one comes to a text, at once or over variables: that of a
// question's silence, or of a split on a question's answer that fits nowhere; "" for any other, and
// for several.
func causeOf(w *flow.Widget) (kind schemas.EventKind) {
	for _, t := range effects.Into(w) {
		of := t.Facts.Kind
		switch act := effects.ActOf(t.From); {
		case act == effects.Asks && of == schemas.KindTimeout && t.From.Facts.KeyEntry != nil:
		case act == effects.Splits && of == schemas.KindNoMatch:
		default:
			return ""
		}
		if kind != "" && kind != of {
			return ""
		}
		kind = of
	}
	return kind
}
