package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportKeywordsOffered reports the messages that offer a word that opts people out for something else ("reply
// STOP to skip this"), and that no branch looks for, which would be told of: once.
func reportKeywordsOffered(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Needs() != schemas.NeedsMessage || effects.ActOf(w) == effects.HandsOver {
			continue
		}
		n := effects.Prompt(w)
		word, purpose := optsOut(n.Text())
		if word == "" || effects.HeardBy(p.Flow, w) != effects.Contact || !p.Flow.Reachable(w) || answers.TakenKeywords.Of(p)[word] || p.Flow.StripsWhatsApp() {
			continue
		}
		beside := ""
		if answers.ForWhatsApp.Of(p) {
			beside = ", though not on WhatsApp"
		}
		if d == nil {
			d = p.Reportf(n, "%s offers %s %s, but that opts the person out, so all that is sent afterwards fails (21610)%s; offer another word",
				w.Label(), words.Quote(word), words.Quote(purpose), beside).As(finding.Note).Identify(w.Label())
		} else {
			d.Also(n, "so does "+w.Label())
		}
	}
}

// optsOut returns the word for leaving that a text offers for something else, and for what. One that goes on
// in capitals is another: CANCEL APPT.
func optsOut(text string) (word, purpose string) {
	if !schemas.KeywordOptOut.IsNamedIn(text) {
		return "", ""
	}
	for _, o := range offer.In(text) {
		if k := schemas.KeywordOf(o.Answer); k == nil || k.Effect != schemas.KeywordOptOut || o.Answer != k.Word || words.BeginsInCapitals(o.After) {
			continue
		}
		if purpose := strings.Trim(o.Purpose(), " ,;:.!\n"); purpose != "" && !strings.ContainsAny(purpose, "{}") &&
			!offer.OptsOut(purpose) && !offer.OptsOut(o.After) {
			return o.Answer, purpose
		}
	}
	return "", ""
}

// reportKeywordsFirst reports the messages that ask for an answer whose first word alone opts people out ("reply CANCEL
// APPT"): some write that word and no more. Once.
func reportKeywordsFirst(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Needs() != schemas.NeedsMessage || effects.ActOf(w) == effects.HandsOver {
			continue
		}
		n := effects.Prompt(w)
		word, whole := offer.LeavesFirst(n.Text())
		if word == "" || effects.HeardBy(p.Flow, w) != effects.Contact || !p.Flow.Reachable(w) || p.Flow.KnowsWhatsApp() || answers.TakenKeywords.Of(p)[word] {
			continue
		}
		switch {
		case d == nil:
			d = p.Reportf(n, "%s asks for %s, but %s alone opts people out (21610); offer other words",
				w.Label(), words.Quote(whole), words.Quote(word)).As(finding.Note).Identify(w.Label())
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}
