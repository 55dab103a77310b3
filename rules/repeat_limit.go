package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "repeat-limit", Title: "A widget leads back to itself without a counter",
		Group: finding.Paths, Severity: finding.Note, Varies: "warning when nobody has to be there",
		Doc: `Finds a transition from a widget to itself. Studio stops the execution when one
widget has run ten times in a row (81001): the call is cut off, the chat goes
silent, at whatever point it is. For a question that a person answers, or that a
caller is asked again while the line is silent, it is worth knowing. It is a warning
where nobody has to be there: a widget that always leads to itself, a message that
is sent again as long as nobody answers. Failures are reported by retry-on-self.

To say goodbye instead, count the rounds in a variable (set-variables), test it
with a split, and lead on from there. Any widget in between also starts the
count of ten anew, but not that of the 1,000 steps an execution may have (81000).`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if p.Flow.Reachable(w) {
				reportRepeats(p, w)
			}
		}
	},
})

// A repetition is why a widget leads back to itself, the worst last.
type repetition uint8

const (
	notRepeated repetition = iota
	byPerson               // somebody answers, or stays on the line in silence
	unanswered             // nobody answers
	byItself
)

func repetitionOf(t *flow.Transition) repetition {
	e := t.Facts
	switch {
	case t.To != t.From || !e.Known() || e.Kind == schemas.KindStart || loops.Fails(t):
		return notRepeated
	case e.Person || loops.IsSilence(t):
		return byPerson
	case e.Kind == schemas.KindTimeout:
		return unanswered
	}
	return byItself
}

// reportRepeats reports a widget once, by the worst of the events that lead back
// to it.
func reportRepeats(p *lint.Pass, w *flow.Widget) {
	worst := notRepeated
	for _, t := range w.Transitions {
		worst = max(worst, repetitionOf(t))
	}
	if worst == notRepeated {
		return
	}
	var first *flow.Transition
	var others []*flow.Transition
	var events []string
	for _, t := range w.Transitions {
		r := repetitionOf(t)
		if r == worst && !slices.Contains(events, t.Event) {
			events = append(events, t.Event)
		}
		switch {
		case r == notRepeated:
		case r == worst && first == nil:
			first = t
		default:
			others = append(others, t)
		}
	}
	var d *finding.Diagnostic
	on := words.List(events)
	switch worst {
	case byPerson:
		d = p.Reportf(first.NextNode, "%s is repeated on %s, %s times at most, then it ends without a word (81001); count the rounds",
			w.Label(), on, loops.Limit("repeats"))
	case unanswered:
		d = p.Reportf(first.NextNode, "%s is repeated on %s while nobody answers, and ends after %s times (81001); count the rounds",
			w.Label(), on, loops.Limit("repeats")).As(finding.Warning)
	default:
		d = p.Reportf(first.NextNode, "%s leads to itself on %s though nobody does anything, and ends after %s times (81001); lead it on",
			w.Label(), on, loops.Limit("repeats")).As(finding.Warning)
	}
	d.Along(loops.Repeated(p.Flow, first))
	for _, t := range others[:min(len(others), lint.MaxRelated)] {
		d.Relate(t.NextNode, "and on "+words.Quote(t.Event))
	}
}
