package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/loops"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "stuck-counter", Title: "The exit of a loop tests what the loop does not change",
		Group: finding.Paths, Severity: finding.Warning, Varies: "note for a counter that two questions share",
		Doc: `Finds a loop that is meant to end by a counter that does not work:

- its exit tests a variable that no widget of the loop writes;
- it counts one variable and tests another, as after a copied block of widgets;
- it computes the counter from another variable than itself, one that the loop does
  not write, so that it has the same value in each round;
- it computes it from the counter of something else, which the loop counts, too;
- it sets the counter to what it holds ({{flow.variables.tries}}), or to {{flow.variables.tries | plus: 0}}, also where
  it begins with a number ({{flow.variables.tries | default: 0}}), and so does an if that leaves out | plus: 1;
- it sets the counter to the same number in each round, one with which it goes on; or each way
  round leads past the widget that sets it to 0, so that it never comes to more than 1;
- it asks a person again and again, and tests the message, call or request that the
  execution began with instead of the answer, so that none is ever accepted;
- it is left by the answer to an earlier question alone, and asks another one instead.

As a note, once a flow, it finds a counter whose exit leads back to its question by way of another one, while nothing
sets it back: the next slip is one too many at once.

It also finds the limit of a counter that is set to a number, in a loop, while nothing counts it on any way to the
split. Settings ("max_attempts"), and what is only 0 or 1 as a switch is, count nothing and are left alone.

So it finds a split on the counter whose two ways have changed places: it leaves the loop in the first round, and
would lead back to the question later (less_than 3 leaves, and what fits no branch asks again).

And it finds a limit that a counter which begins with 1 and rises never meets (equal_to 0), so that nothing ends the loop;
as a note, one that it meets at once (less_than 1), so that nothing is asked again.

As a note, once a flow, it finds a counter that counts the wrong answers to two questions, one after
the other, and is not set back between them: who slipped at the first has fewer tries at the second. It is a warning
where who has no tries left at the first goes on to the second.

The loop then ends only when the person goes, or when Studio ends the execution
after 1,000 steps (81000). A variable that nothing in the whole flow sets is reported
by unknown-variable, unless the loop sets one of a similar name.

Write and test the same variable, and compute it from itself:
{% if flow.variables.tries %}{{flow.variables.tries | plus: 1}}{% else %}1{% endif %}.
Names of variables are case-sensitive. What a person answers is
widgets.NAME.inbound.Body, widgets.NAME.Digits or widgets.NAME.SpeechResult.`,
	},
	Check: func(p *lint.Pass) {
		for _, c := range loops.DeadCounters.Of(p) {
			p.Costly(func() { reportDeadCounter(p, c) })
		}
		for _, r := range loops.Stuck.Of(p) {
			p.Costly(func() { reportStuckLoop(p, r) })
		}
		reportSharedCounters(p)
		reportUnreset(p)
		reportPremature(p)
		reportVainBounds(p)
		reportUnraised(p)
	},
})

func reportStuckLoop(p *lint.Pass, r loops.StuckLoop) {
	path, around := loops.Witness(p.Flow, r.Loop.Loop, loops.Through(r.Loop.Loop, r.Split))
	witness := finding.Steps(path, around[len(around)-1].Meant)
	switch answer := loops.AnswerIn(r.Loop.Loop); {
	case r.Near != "":
		d := p.Reportf(r.Ref, "the loop %s waits for flow.variables.%s, but sets flow.variables.%s: it goes on to %s steps (81000); write one name",
			loops.Circle(around), words.Shorten(r.Key), words.Shorten(r.Near), loops.Limit("steps")).Along(witness)
		for _, write := range p.Flow.Variable(r.Near).Writes {
			if r.Has(write.Widget) {
				d.Relate(write.Key, write.Widget.Label()+" sets it")
			}
		}
	case r.Key != "":
		writes := p.Flow.Variable(r.Key).Writes
		d := p.Reportf(r.Ref, "the loop %s waits for flow.variables.%s, which nothing in it writes: it goes on to %s steps (81000); write it there",
			loops.Circle(around), words.Shorten(r.Key), loops.Limit("steps")).Along(witness)
		for _, write := range writes[:min(len(writes), finding.MaxRelated)] {
			d.Relate(write.Key, write.Widget.Label()+" writes it, outside the loop")
		}
	case r.Elsewhere:
		p.Reportf(r.Ref, "the loop %s waits for %s, for which it asks nobody: whoever goes round once goes round for ever; lead back to that question",
			loops.Circle(around), reads.Path(r.Ref)).Along(witness)
	case answer != "":
		p.Reportf(r.Ref, "the loop %s waits for %s, which never changes: no answer is ever accepted; test %s",
			loops.Circle(around), reads.Path(r.Ref), answer).Along(witness)
	default:
		p.Reportf(r.Ref, "the loop %s waits for %s, which never changes: it goes on to %s steps (81000); test what changes",
			loops.Circle(around), reads.Path(r.Ref), loops.Limit("steps")).Along(witness)
	}
}

func reportDeadCounter(p *lint.Pass, c loops.DeadCounter) {
	path, around := loops.Witness(p.Flow, c.Loop, loops.Through(c.Loop, c.Write.Widget))
	witness := finding.Steps(path, around[len(around)-1].Meant)
	key := c.Write.Key.Text()
	if c.Tests != nil {
		other, _ := reads.VariableOf(p.Flow, *c.Tests)
		p.Reportf(*c.Tests, "the loop counts flow.variables.%s, but %s tests flow.variables.%s: it goes on to %s steps (81000); test what is counted",
			key, c.Split.Label(), other, loops.Limit("steps")).
			Relate(c.Write.Key, c.Write.Widget.Label()+" counts flow.variables."+key).
			Along(witness)
		return
	}
	if c.Back != nil {
		p.Reportf(c.Back.Value, "each round comes past %s, which sets flow.variables.%s back, so %s never ends it; lead the way round to what comes after it",
			c.Back.Widget.Label(), words.Shorten(key), c.Split.Label()).
			Relate(c.Split, c.Split.Label()+" tests it").Relate(c.Write.Key, "counted here").
			Along(witness)
		return
	}
	if c.Itself {
		p.Reportf(c.Write.Value, "each round sets %s to what it holds, so %s never ends the loop; add | plus: 1", words.Quote(key), c.Split.Label()).
			Relate(c.Split, c.Split.Label()+" tests it").
			Along(witness)
		return
	}
	if c.Number != "" {
		p.Reportf(c.Write.Value, "each round sets flow.variables.%s to %s, with which %s leads round again; write {{flow.variables.%s | plus: 1}}",
			words.Shorten(key), c.Number, c.Split.Label(), words.Shorten(key)).
			Relate(c.Split, c.Split.Label()+" tests it").
			Along(witness)
		return
	}
	other, _ := reads.VariableOf(p.Flow, *c.From)
	if isWrittenUnder(p, c, other) {
		return // the name under which it is counted is wrong: see reportUnraised
	}
	if c.Rises {
		p.Reportf(*c.From, "flow.variables.%s is counted up from flow.variables.%s, which counts something else, and so %s tests that; count from flow.variables.%s",
			key, other, c.Split.Label(), key).Relate(c.Split, c.Split.Label()+" tests it").Along(witness)
		return
	}
	p.Reportf(*c.From, "flow.variables.%s is counted up from flow.variables.%s, which stays the same: the loop goes on to %s steps (81000); count from flow.variables.%s",
		key, other, loops.Limit("steps"), key).
		Relate(c.Split, c.Split.Label()+" tests flow.variables."+key).
		Along(witness)
}

// isWrittenUnder reports whether what a counter is counted up from is tested right after it, as its limit, and counted
// nowhere: it was to be written under that name.
func isWrittenUnder(p *lint.Pass, c loops.DeadCounter, other string) bool {
	next := effects.PastSetting(c.Write.Widget.Onward())
	if next == nil || !next.Facts.Split {
		return false
	}
	return slices.ContainsFunc(reads.Branches.Of(p)[next.Index], func(b reads.Branch) bool {
		key, _, ok := unraised(p, b)
		return ok && key == other
	})
}
