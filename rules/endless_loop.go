package rules

import (
	"slices"
	"strconv"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "endless-loop", Title: "A loop goes round although nobody does anything",
		Group: finding.Paths, Severity: finding.Warning,
		Varies: "note for a poll, for answers by message that fit nowhere, and for a question asked again while the caller is silent",
		Doc: `Finds a loop that needs nobody: no key, word or reply of a person on the way round,
and no split in it that tests something the loop changes. It goes round until
Studio ends the execution after 1,000 steps (error 81000), at whatever point it is
then: it sends message after message, calls a service again and again, or keeps
the caller listening.

A send-and-wait that comes round on its own timeout or delivery failure is such a
loop: nobody has to be there. All of those are one finding a flow.

Two loops of this kind are notes. One whose split tests what a widget of the loop
fetches anew is a poll: it ends when the answer changes, or after so many rounds.
And a question on a call that is asked again because nothing was heard ends when
the caller hangs up; a line that stays open goes on to the last step.

A note, too, once a flow, is a question by message in a flow that only the API begins, when every answer
that fits nowhere brings a text and the question again: two automatic replies never stop.

A widget that leads straight back to itself is a case of its own (repeat-limit,
retry-on-self). A loop whose exit tests a variable that it does not change is
reported by stuck-counter.

Count the rounds in a variable and leave by a split on that variable:
{% if flow.variables.tries %}{{flow.variables.tries | plus: 1}}{% else %}1{% endif %}`,
	},
	Check: func(p *lint.Pass) {
		var unanswered *finding.Diagnostic
		for _, r := range loops.Found.Of(p) {
			switch {
			case r.Kind == loops.ExitNeverOpens:
			case r.Kind == loops.Unattended && asksSomebody(r):
				if unanswered == nil {
					p.Costly(func() { unanswered = reportEndless(p, r) })
				} else {
					unanswered.Also(r.Widgets[0], "and "+r.Widgets[0].Label()+" is asked again for ever")
				}
			default:
				p.Costly(func() { reportEndless(p, r) })
			}
		}
		reportAutoReplies(p)
	},
})

// asksSomebody reports whether a widget of the loop waits for a person: it goes round as
// long as nobody answers. All such loops of a flow are one finding.
func asksSomebody(r loops.Loop) bool {
	return slices.ContainsFunc(r.Widgets, func(w *flow.Widget) bool { return w.Facts.Interactive })
}

// reportEndless reports a loop that nobody need ever end.
func reportEndless(p *lint.Pass, r loops.Loop) *finding.Diagnostic {
	switch r.Kind {
	case loops.Unattended:
		path, around := loops.Witness(p.Flow, r.Loop, loops.Uncounted(p.Document, r.Loop))
		how := "by itself"
		if ways := loops.Exits(r.Loop); ways != "" && len(ways)+len(loops.Circle(around)) < 110 {
			how += " (the only way out is " + ways + ")"
		}
		if asksSomebody(r) {
			how = "as long as nobody answers"
		}
		return reportLoop(p, path, around, "%s goes round %s, to the limit of %s steps (81000); count the rounds",
			loops.Circle(around), how, loops.Limit("steps"))
	case loops.Silent:
		path, around := loops.Witness(p.Flow, r.Loop, loops.Silence(r.Loop))
		return reportLoop(p, path, around, "%s goes round while the caller is silent, to the limit of %s steps (81000); count the rounds",
			loops.Circle(around), loops.Limit("steps")).As(finding.Note)
	case loops.Polling:
		if isCountedThere(p, r) {
			return nil
		}
		path, around := loops.Witness(p.Flow, r.Loop, loops.Through(r.Loop, r.Split))
		until := "until"
		if asksSomebody(r) {
			until = "in silence until"
		}
		return reportLoop(p, path, around, "%s goes round %s %s changes (%s times: 81000); count them",
			loops.Circle(around), until, words.Quote(r.Ref.Reference.String()),
			strconv.Itoa(schemas.Flow().Limit("steps").Max/len(around))).As(finding.Note)
	}
	return nil
}

// reportLoop reports a loop at the transition that closes it.
func reportLoop(p *lint.Pass, path, around []*flow.Transition, format string, args ...any) *finding.Diagnostic {
	back := around[len(around)-1]
	return p.Reportf(back.NextNode, format, args...).Along(finding.Steps(path, back.Meant))
}

// isCountedThere reports whether whoever answers the request of a loop counts the rounds: a text of the loop says by
// that answer how many are left.
func isCountedThere(p *lint.Pass, r loops.Loop) bool {
	return slices.ContainsFunc(r.Widgets, func(w *flow.Widget) bool {
		return len(w.Facts.Content) > 0 && p.Flow.Reads(w, func(left flow.Ref) bool {
			return left.Root() == r.Ref.Root() && left.Name(1) == r.Ref.Name(1) &&
				offer.NamesTriesLeft(left.Name(len(left.Segments)-1))
		})
	})
}
