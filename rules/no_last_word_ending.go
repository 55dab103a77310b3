package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportEnding reports the questions that end the execution with any answer, while others of
// the flow lead on by theirs: once.
func reportEnding(p *lint.Pass) {
	routes := p.Flow.Routes(func(*flow.Transition) bool { return true })
	var ending []*flow.Transition
	others := false
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Facts.TakesMessage || w.Incomplete || !routes.Reach(w) {
			continue
		}
		switch t := w.OnKind(schemas.KindInput); {
		case t == nil:
		case slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput && !t.Ends() }):
			others = true
		case answers.Wanted(effects.Prompt(w).Text()):
			ending = append(ending, t)
		}
	}
	why := "while others lead on: the answer"
	if !others {
		ending = unreadOnCall(p, ending)
		why = "and nothing reads it: it"
	}
	if len(ending) == 0 {
		return
	}
	first := ending[0]
	d := p.Reportf(first, "%s ends with its answer (%s), %s is lost; connect it",
		first.From.Label(), words.Quote(first.Event), why).Identify(first.From.Label()).Along(values.Route(p, routes, first.From))
	for _, t := range ending[1:] {
		d.Also(t, "so does "+t.From.Label())
	}
}

// unreadOnCall returns the answers of some, those on incoming calls, that nothing reads. Whoever
// started the execution otherwise may look them up.
func unreadOnCall(p *lint.Pass, all []*flow.Transition) []*flow.Transition {
	if len(all) == 0 || slices.ContainsFunc(p.Flow.Entries(), func(e *flow.Entry) bool { return e.Channels() != flow.Call }) {
		return nil
	}
	read := reads.StoredBy(p.Flow)
	return slices.DeleteFunc(all, func(t *flow.Transition) bool {
		return t.From.Needs() != schemas.NeedsCall || read[t.From.Name] || read[""] || p.Flow.Unread()
	})
}

// asksForEnd reports whether a branch is taken by a word with which people end a talk.
func asksForEnd(p *lint.Pass, t *flow.Transition) bool {
	all := reads.BranchesOf(p, t)
	return len(all) > 0 && !slices.ContainsFunc(all, func(b reads.Branch) bool { return !offer.EndsTalk(b.Comparison.Value()) })
}
