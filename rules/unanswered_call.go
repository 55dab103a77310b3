package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unanswered-call", Title: "A caller whom nobody answers is dropped",
		Group: finding.Paths, Severity: finding.Note,
		Varies: "warning where the flow holds a second number, a voicemail or an apology for when something else fails, for another result of the call, or where another call's is tested",
		Doc: `Finds a Connect Call To widget whose "callCompleted" ends the execution while nothing
reads its DialCallStatus. That event comes also when the line is busy, when nobody takes
the call and when it cannot be made: the caller hears it ring and is then hung up on.

It is a warning where the flow has another way for callers whom nobody can help: a
number or a voicemail that only setbacks lead to (a failure, silence, what fits no
branch), or a word that only failures lead to. It was made for such a caller.

It also finds a split on DialCallStatus that leads one result on (no-answer) and hangs up on
another (busy, failed), which is a warning, too, or hangs up whenever nobody took the call;
one that leads busy on and takes no-answer for a talk, or the reverse;
one that comes after a call and tests how another call went, a warning; and one that calls the
next number, or asks for a message, after a call that was talked to (completed), and not when
nobody took it, or then says that nobody took it, a warning; a call of the same number under another name ("dial_owner" after "dial_desk"); calls that are made round and round until somebody answers; and a call after which, however it went, an earlier question is asked again, or how the talk was, or the caller is
thanked for it ("thank you for speaking with us"). And it finds a call after which a request is made
or a message sent, while "hangup" ends there: a caller who hangs up first, or before anybody takes the
call, is left out. And it finds a call after which "answered" or "missed" is noted however it went, and a call that the
flow makes after which the person is thanked for the talk also when there was none.

Left alone are calls after which somebody is told something, and those whose
DialCallStatus some template reads.

Test {{widgets.NAME.DialCallStatus}} with a split: lead "completed" to the end, and the
rest to a voicemail or an apology.`,
	},
	Check: func(p *lint.Pass) {
		var dropped []*flow.Transition
		for _, w := range p.Flow.Widgets {
			transfer := w.Facts.Transfer
			if transfer == nil || !p.Flow.Reachable(w) || w.Incomplete || readsResult(p.Flow, w) ||
				isRoom(w, transfer) {
				continue
			}
			if t := w.On(transfer.Event); t != nil && values.EndsUnheard(p, t) {
				dropped = append(dropped, t)
			}
		}
		checkTalkedTo(p)
		checkResults(p)
		checkCrossedResults(p)
		reportSameAgain(p)
		reportRound(p)
		reportBack(p)
		reportJudged(p)
		reportTalkThanked(p)
		reportTakenForTalk(p)
		reportLeft(p)
		reportNoted(p)
		if len(dropped) == 0 {
			return
		}
		t := dropped[0]
		fallback := fallbackFor(p, t.From)
		others := ""
		if n := len(dropped) - 1; n > 0 {
			others = ", and so for " + words.Plural(n, "other call")
		}
		d := p.Reportf(t, "%s ends on %s, also when the line is busy or nobody answers%s: the caller is dropped; test %s",
			t.From.Label(), words.Quote(t.Event), others, words.Shorten("widgets."+t.From.Name+"."+t.From.Facts.Transfer.Result)).
			Identify(t.From.Label()).Along(values.Route(p, p.Flow.Everywhere(), t.From))
		for _, other := range dropped[1:] {
			d.Also(other, "and "+other.From.Label())
		}
		if fallback != nil {
			d.Relate(fallback, "what only other setbacks lead to").As(finding.Warning)
		}
	},
})

// isRoom reports whether a widget connects the caller with a room, in which nobody has to take the call.
func isRoom(w *flow.Widget, transfer *schemas.Transfer) bool {
	for name, rooms := range transfer.Rooms.All() {
		if slices.Contains(rooms, w.Property(name).Text()) {
			return true
		}
	}
	return false
}
