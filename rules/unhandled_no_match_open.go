package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportNo reports a split on a call of which one branch goes on, while another that
// a person chooses ends it as silently as "noMatch" does.
func reportNo(p *lint.Pass, otherwise *flow.Transition, all []reads.Branch, first flow.Routes) bool {
	w := otherwise.From
	ending := slices.IndexFunc(all, func(b reads.Branch) bool { return b.Transition.Ends() })
	goes := slices.IndexFunc(all, func(b reads.Branch) bool { return !b.Transition.Ends() })
	if ending < 0 || goes < 0 || !answersCall(p, w) {
		return false
	}
	p.Reportf(all[ending].Transition, "%s hangs up without a word on everybody whose answer is not %s, also when it is %s; say something before it ends, or connect it",
		w.Label(), all[goes].Words(), all[ending].Words()).Relate(otherwise, "and what fits no branch").Along(values.Route(p, first, w))
	return true
}

// reportOpenBranches reports the branches of a split that end the execution.
func reportOpenBranches(p *lint.Pass, w *flow.Widget, all []reads.Branch, first flow.Routes) {
	var d *finding.Diagnostic
	call := answersCall(p, w) || keepsCaller(p, w) // in a chat, a function may well send something
	for _, b := range all {
		offered, ending := offeredKey(p, b)
		switch {
		case ending && b.Transition.Ends():
		case !b.Transition.Ends() && !(call && b.Transition.Meant != nil &&
			effects.Next(b.Transition, effects.Splits) == nil && values.EndsUnheard(p, b.Transition)):
		case b.Transition.Ends() && offered:
			p.Reportf(b.Transition, "the prompt offers %s, but that branch of %s leads nowhere: the caller is hung up on; connect it",
				words.Quote(b.Comparison.Value()), w.Label()).Along(values.Route(p, first, w)).As(finding.Warning)
		case d == nil:
			how, cure := "ends without a word", "connect it if it was forgotten"
			if !b.Transition.Ends() {
				how, cure = "leads to "+b.Transition.Meant.Label()+" and ends without a word", "say goodbye there"
			}
			d = p.Reportf(b.Transition, "the branch %s of %s %s, while others go on; %s", b.Words(), w.Label(), how, cure).Along(values.Route(p, first, w)).As(finding.Note)
		default:
			d.Also(b.Transition, "and the branch "+b.Words())
		}
	}
}

// answersCall reports whether a split tests what somebody answered on a call.
func answersCall(p *lint.Pass, w *flow.Widget) bool {
	return slices.ContainsFunc(reads.Compared(p.Flow, w), func(r flow.Ref) bool {
		asked := p.Flow.Widget(r.Name(1))
		return reads.IsAnswer(p.Flow, r) && asked != nil && asked.Needs() == schemas.NeedsCall
	})
}

// offeredKey reports whether the prompt of a call offers a key for something that a branch takes, or in order to
// end the call.
func offeredKey(p *lint.Pass, b reads.Branch) (offered, ending bool) {
	for _, m := range answers.Menus.Of(p) {
		if m.Split != b.Transition.From || m.Question.Needs() != schemas.NeedsCall {
			continue
		}
		for _, o := range m.Offers {
			if o.IsKey() && b.Literal && b.Comparison.Holds(o.Answer) == split.Yes {
				ends := offer.EndsCall(o.Before + " " + o.After)
				offered, ending = offered || !ends, ending || ends
			}
		}
	}
	return offered, ending && !offered
}
