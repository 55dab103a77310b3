package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "no-last-word", Title: "A person answers and hears nothing more",
		Group: finding.Paths, Severity: finding.Note,
		Doc: `Finds an answer of a person, keys, speech or a message, after which nothing is said,
sent or asked any more, whatever happens: it is stored or passed on, and the execution
ends. On a call the caller is cut off, in a chat the person does not know whether
anybody has read it; and a failure to store it looks the same.

It also finds a split that counts silence or wrong keys on a call and, when there were too
many, ends it without a word: the caller hears the line go dead. What a subflow leaves to
its parent is left alone.

And it finds an incoming call that is never spoken to: whatever works, the caller hears
nothing and is hung up on. A Function that answers with TwiML does not speak; Add TwiML
Redirect does.

An answer that ends the execution at once is left alone, and so is a split that sorts
answers (unhandled-no-match), unless each of its branches leads to steps that say nothing
while what fits none is asked again: then only a wrong answer hears something.

Say thank you after success, and something else after a failure.`,
	},
	Check: func(p *lint.Pass) {
		unheard := values.Unheard.Of(p)
		told := map[int]bool{}
		for t := range p.Flow.Transitions() {
			if t.Facts.Kind != schemas.KindInput || t.Meant == nil || t.Meant.Facts.Split || !p.Flow.Reachable(t.From) {
				continue
			}
			if w := t.Meant; unheard[w.Index] && !told[w.Index] {
				told[w.Index] = true
				p.Reportf(w, "%s takes what a person answers to %s (%s), and it ends without a word, well or badly; say which",
					w.Label(), t.From.Label(), words.Quote(t.Event))
			}
		}
		reportGivenUp(p)
		reportSilentCall(p)
		reportTaken(p)
	},
})

// reportTaken reports the splits of a chat whose branches all lead to steps after which the
// person hears nothing, while what fits none of them is answered: only a wrong answer gets
// a word.
func reportTaken(p *lint.Pass) {
	persons, noticed := values.AsksPerson.Of(p), values.Noticed.Of(p)
	told := map[*flow.Widget]bool{}
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !persons[w.Index] || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		otherwise := w.OnKind(schemas.KindNoMatch)
		if otherwise == nil || otherwise.Meant == nil || !noticed[otherwise.Meant.Index] || !takenUnheard(p, w) {
			continue
		}
		first := w.OnKind(schemas.KindBranch).Meant
		if told[first] {
			continue
		}
		told[first] = true
		p.Reportf(first, "%s takes the answer that fits a branch of %s, and it ends without a word, well or badly; only a wrong answer hears something: say that it was taken",
			first.Label(), w.Label()).Relate(w, "the split on the answer")
	}
}

// takenUnheard reports whether all branches of a split, and there are some, lead to a step
// after which nothing is heard.
func takenUnheard(p *lint.Pass, w *flow.Widget) bool {
	branches := 0
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		if t.Meant == nil || t.Meant.Facts.Split || !values.EndsUnheard(p, t) {
			return false
		}
		branches++
	}
	return branches > 0
}

// reportSilentCall reports an incoming call on which nothing is said, asked or handed over, as
// long as nothing fails.
func reportSilentCall(p *lint.Pass) {
	for _, e := range p.Flow.Entries() {
		if e.Channels()&flow.Call == 0 || len(e.Transitions) != 1 {
			continue
		}
		if first := e.Transitions[0]; first.Meant != nil && shape.Whole(p) && !values.Noticed.Of(p)[first.Meant.Index] {
			p.Reportf(first, "on %s nothing is said, asked or handed over, so the caller hears nothing and is hung up on; say something", words.Quote(e.Event))
		}
	}
}

// reportGivenUp reports the splits that count attempts and hang up without a word when there
// were too many: once.
func reportGivenUp(p *lint.Pass) {
	all := values.GivesUp.Of(p)
	if len(all) == 0 {
		return
	}
	routes := p.Flow.Routes(func(*flow.Transition) bool { return true })
	var d *finding.Diagnostic
	for _, g := range all {
		w := g.End.From
		switch {
		case !routes.Reach(w):
		case d == nil:
			on := "was silent"
			if g.After.Facts.Kind == schemas.KindNoMatch {
				on = "chose wrongly"
			}
			d = p.Reportf(g.End, "%s hangs up without a word on whoever %s too often (%s); say goodbye first", w.Label(), on, values.Unsaid(g.End)).
				Relate(g.After, "what is counted").Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(g.End, "so does "+w.Label())
		}
	}
}
