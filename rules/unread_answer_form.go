package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// reportFormOnly reports the questions on a call for a number of the caller's own that is only tested
// for its form: once.
func reportFormOnly(p *lint.Pass, agents []*flow.Widget) {
	var d *finding.Diagnostic
	asked, handedOut := false, false // whether somebody can look the answers up
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || !offer.AsksForOwn(effects.Prompt(w).Text()) || !answers.Asks(w) ||
			p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) {
			continue
		}
		refs := p.Flow.OutputRefs(w.Name)
		if len(refs) == 0 || answers.Unread.Of(p)[w.Index] || slices.ContainsFunc(refs, func(r flow.Ref) bool { return !onlyForm(p, w, r) }) {
			continue
		}
		if !asked {
			asked, handedOut = true, reads.StoredBy(p.Flow)[""]
		}
		switch {
		case handedOut:
			return
		case shape.MayRead(p, w) || w.Incomplete || !asksNow(w) || !clearReaders(p, w) || agentSees(p.Flow, w, agents):
		case d == nil:
			d = p.Reportf(w, "%s asks for a number of the caller's own, and only its form is tested: nothing keeps it or passes it on; use it, or do not ask",
				w.Label()).As(finding.Note).Identify(w.Label()).Relate(refs[0], "the test")
		default:
			d.Also(w, "so it is with "+w.Label())
		}
	}
}

// asksNow reports whether what a widget says asks for a number, and does not only speak of one.
func asksNow(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	return offer.AsksNumber(text) || answers.Wanted(text)
}

// onlyForm reports whether a reference stands in a split that tests the form of what was entered: what
// it takes is led on to one place, whatever it is, and the rest is refused.
func onlyForm(p *lint.Pass, asked *flow.Widget, r flow.Ref) bool {
	w := r.Widget
	if !w.Facts.Split || w.Incomplete {
		return false
	}
	var taken *flow.Widget
	forms := 0
	for _, t := range w.Transitions {
		branches := reads.BranchesOf(p, t)
		if len(branches) < len(t.Conditions) {
			return false
		}
		for _, b := range branches {
			switch {
			case isOfForm(p, b):
				forms++
			case b.Condition.Facts.Value != schemas.ValueNone:
				return false
			}
		}
		to := effects.PastIdle(p.Flow, t)
		if to == nil || to == asked || leadsToRefusal(t, asked) {
			continue
		}
		if taken != nil && taken != to {
			return false
		}
		taken = to
	}
	return forms > 0 && taken != nil
}

// isOfForm reports whether a branch tests how many digits there are, and not which.
func isOfForm(p *lint.Pass, b reads.Branch) bool {
	if !b.Literal {
		return false
	}
	if b.Comparison.Operator() != split.Regex {
		return answers.SizedDigits(p.Document, b) > 0
	}
	return isAnyDigits(b.Comparison.Value())
}

// isAnyDigits reports whether an expression is for digits, whichever they are.
func isAnyDigits(expression string) bool {
	classes := 0
	for rest := strings.Trim(expression, "^$() "); rest != ""; {
		end := 1
		switch {
		case strings.HasPrefix(rest, `\d`):
			classes++
			end = len(`\d`)
		case rest[0] == '[':
			classes++
			end = strings.IndexByte(rest, ']') + 1
		case rest[0] == '{':
			end = strings.IndexByte(rest, '}') + 1
		case strings.IndexByte("+*?", rest[0]) < 0:
			return false
		}
		if end == 0 {
			return false
		}
		rest = rest[end:]
	}
	return classes > 0
}

// leadsToRefusal reports whether a transition leads to words after which the question comes again, or that
// are for what fits no branch, and then nothing comes.
func leadsToRefusal(t *flow.Transition, asked *flow.Widget) bool {
	told := effects.Next(t, effects.Tells)
	if told == nil {
		return false
	}
	onward := told.Onward()
	return effects.LeadsTo(onward, asked) || onward != nil && onward.Ends() && t.Facts.Kind == schemas.KindNoMatch
}
