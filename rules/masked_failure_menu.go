package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportUntoldOutcome reports the requests that somebody chose from a menu, and of which he hears nothing
// but an earlier menu when they fail, or also when they work: once each.
func reportUntoldOutcome(p *lint.Pass, read func() map[string]bool) {
	var failure, both *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		worked, failed := fromMenu(p, w)
		if failed == nil {
			continue
		}
		menu := effects.PastIdle(p.Flow, failed)
		switch {
		case effects.PastIdle(p.Flow, worked) != menu:
			if effects.Next(worked, effects.Tells, effects.Asks) != nil && !askedAgain(p.Flow, w, menu) && !wrongAnswer(effects.PastSetting(worked), menu) {
				failure = addUntold(p, failure, failed, "when %s fails (%s), one only hears %s again, and not that it was not done; say so", w.Label(), words.Quote(failed.Event), menu.Label())
			}
		case !read()[w.Name] && !read()[""] && !onlyRequest(p.Flow, w) && !reads.GivenAnswer(p.Flow, w):
			both = addUntold(p, both, failed, "%s leads back to %s when it works and when it fails, and nobody is told which; say so in a text for each", w.Label(), menu.Label())
		}
	}
}

// fromMenu returns where a request leads that somebody chose from a menu, when its failure leads to one that was
// heard before and tells nothing of it; nil for any other.
func fromMenu(p *lint.Pass, w *flow.Widget) (worked, failed *flow.Transition) {
	if w.Facts.Request == nil {
		return nil, nil
	}
	worked, failed = w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
	if worked == nil || failed == nil || effects.PastSetting(worked) == nil {
		return nil, nil
	}
	menu := effects.PastIdle(p.Flow, failed)
	if menu == nil || effects.ActOf(menu) != effects.Asks {
		return nil, nil
	}
	if !p.Flow.Reachable(w) || mayFail(w.Name) || !takesAnswer(w) || !heardBefore(p.Flow, menu, w) || readsOutcome(p.Flow, menu, w) {
		return nil, nil
	}
	return worked, failed
}

// addUntold reports a request whose outcome nobody hears of, or adds it to what was reported of another one.
func addUntold(p *lint.Pass, d *finding.Diagnostic, failed *flow.Transition, format string, args ...any) *finding.Diagnostic {
	if d == nil {
		return p.Reportf(failed.NextNode, format, args...).Identify(failed.From.Label())
	} else {
		d.Also(failed.NextNode, "so it is with "+failed.From.Label())
	}
	return d
}

// heardBefore reports whether a menu was heard before one comes to a request, and says nothing of something
// that went wrong.
func heardBefore(f *flow.Flow, menu, w *flow.Widget) bool {
	text := effects.Prompt(menu).Text()
	return f.SameLoop(menu, w) && len(offer.In(text)) > 1 && !offer.Troubled(text) && !offer.AsksAnew(text)
}

// readsOutcome reports whether a question may tell what came of a request: it reads that, or a variable.
func readsOutcome(f *flow.Flow, question, w *flow.Widget) bool {
	return f.Reads(question, func(r flow.Ref) bool {
		_, variable := reads.VariableOf(f, r)
		return variable || reads.Widget(f, r) == w
	})
}
